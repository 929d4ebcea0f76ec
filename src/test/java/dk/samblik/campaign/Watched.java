package dk.samblik.campaign;

import dk.samblik.campaign.Operation.Kind;
import dk.samblik.storage.Database;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Databases under a {@link Watch}: connect, every execution, commit and rollback go by it. */
public final class Watched {

    private final Watch watch;

    private Watched(Watch watch) {
        this.watch = watch;
    }

    /** The same database, watched. */
    public static Database database(Database database, Watch watch) {
        DataSource source = source(Objects.requireNonNull(database.batch().getDataSource()), watch);
        JdbcTemplate batch = new JdbcTemplate(source);
        return new Database(
                JdbcClient.create(batch), batch, new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    /** The same connections, watched. */
    public static DataSource source(DataSource source, Watch watch) {
        Watched watched = new Watched(watch);
        return watched.proxy(DataSource.class, (proxy, method, values) -> {
            if (!method.getName().equals("getConnection")) {
                return invoke(source, method, values);
            }
            return watched.connection(watched.connected(() -> (Connection) invoke(source, method, values)));
        });
    }

    /** A connection whose coming is not heard of goes back where it came from. */
    private Connection connected(Connecting source) throws Throwable {
        watch.before(Operation.of(Kind.CONNECT));
        Connection connection = source.connect();
        try {
            watch.after(Operation.of(Kind.CONNECT));
            return connection;
        } catch (SQLException unheard) {
            connection.close();
            throw unheard;
        }
    }

    /** For a Spring context: every {@link Database} and {@link DataSource} bean of it is watched. */
    public static BeanPostProcessor beans(Watch watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof Database database) {
                    return database(database, watch);
                }
                return bean instanceof DataSource source ? source(source, watch) : bean;
            }
        };
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, values) -> switch (method.getName()) {
            case "commit" -> commit(connection);
            case "rollback" -> rollback(connection);
            case "createStatement", "prepareStatement", "prepareCall" ->
                statement(
                        (Statement) invoke(connection, method, values),
                        method.getReturnType(),
                        values == null ? "" : values[0].toString());
            default -> invoke(connection, method, values);
        });
    }

    /** A commit that the watch does not let through is none: what it would have kept is rolled back. */
    private @Nullable Object commit(Connection connection) throws SQLException {
        try {
            watch.before(Operation.of(Kind.COMMIT));
        } catch (SQLException refused) {
            connection.rollback();
            throw refused;
        }
        connection.commit();
        watch.after(Operation.of(Kind.COMMIT));
        return null;
    }

    /** Rolled back in any case: a server that cannot be told to does it when its connection is gone. */
    private @Nullable Object rollback(Connection connection) throws SQLException {
        connection.rollback();
        watch.before(Operation.of(Kind.ROLLBACK));
        watch.after(Operation.of(Kind.ROLLBACK));
        return null;
    }

    private Object statement(Statement statement, Class<?> type, String prepared) {
        return proxy(type, (proxy, method, values) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, values);
            }
            String sql = prepared.isEmpty() && values != null ? values[0].toString() : prepared;
            return told(new Operation(Kind.EXECUTE, sql), () -> invoke(statement, method, values));
        });
    }

    /** How a connection is come by. */
    private interface Connecting {
        Connection connect() throws Throwable;
    }

    /** What is done between the two calls of the watch. */
    private interface Deed {
        Object done() throws Throwable;
    }

    private Object told(Operation operation, Deed deed) throws Throwable {
        watch.before(operation);
        Object result = deed.done();
        watch.after(operation);
        return result;
    }

    private <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
