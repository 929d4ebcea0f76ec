package dk.samblik.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections of one role. Errors that come over them name no value of a row. */
record Pool(HikariDataSource connections) implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final Duration GONE = Duration.ofSeconds(30);

    /** Opens none before the first is asked for. */
    static Pool of(Role role, Login login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.user());
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setDataSourceProperties(quiet(role));
        config.setConnectionInitSql(role.opening());
        config.setMaximumPoolSize(role.connections());
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        return new Pool(new HikariDataSource(config));
    }

    /** What every connection of the hub is opened with. */
    private static Properties quiet(Role role) {
        Properties properties = new Properties();
        properties.setProperty(PGProperty.LOG_SERVER_ERROR_DETAIL.getName(), "false");
        properties.setProperty(PGProperty.REWRITE_BATCHED_INSERTS.getName(), "true");
        properties.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), "5");
        // A server ends a statement by itself; one that is gone without a word ends none
        properties.setProperty(
                PGProperty.SOCKET_TIMEOUT.getName(),
                Long.toString(role.statementTimeout().plus(GONE).toSeconds()));
        properties.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        properties.setProperty(PGProperty.APPLICATION_NAME.getName(), "samblik");
        return properties;
    }

    /** A connection at a time for the few statements of a start. */
    static PGSimpleDataSource unpooled(Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** The role's database: statements, batches and transactions over these connections. */
    Database database() {
        JdbcTemplate batch = new JdbcTemplate(connections);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
        return new Database(JdbcClient.create(batch), batch, transaction);
    }

    @Override
    public void close() {
        connections.close();
    }
}
