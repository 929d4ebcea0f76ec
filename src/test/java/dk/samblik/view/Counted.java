package dk.samblik.view;

import dk.samblik.storage.Database;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that counts the statements it is asked. */
final class Counted {

    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource source;

    Counted(Database database) {
        DataSource real = database.batch().getDataSource();
        this.source = proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(real, method, args);
            return result instanceof Connection connection ? counting(connection) : result;
        });
    }

    private Connection counting(Connection real) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")) {
                statements.incrementAndGet();
            }
            return call(real, method, args);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    Database database() {
        return new Database(
                JdbcClient.create(source),
                new JdbcTemplate(source),
                new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    /** How many since this was last asked. */
    int statements() {
        return statements.getAndSet(0);
    }
}
