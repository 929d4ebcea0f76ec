package dk.samblik.register;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that are cut when they are held longer than the limit. The driver's own timeout begins anew with every byte,
 * so that a server that answers a byte a second would hold a night for ever.
 */
final class TimeLimited extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final Duration limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "register-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    TimeLimited(HikariDataSource pool, Duration limit) {
        super(pool);
        this.pool = pool;
        this.limit = limit;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Future<?> end = watch.schedule(() -> cut(connection), limit.toMillis(), TimeUnit.MILLISECONDS);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        end.cancel(false);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException goneAlready) {
            // nothing is left to cut
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        pool.close();
    }
}
