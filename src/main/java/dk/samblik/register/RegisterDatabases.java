package dk.samblik.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.postgresql.PGProperty;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Connections to registers that are databases: few, read only, limited in time, by the name {@code register-<name>} in
 * Camel's registry and nowhere else, so that nothing of the hub's own storage can take one by mistake.
 */
@Component
class RegisterDatabases implements CamelContextConfiguration, DisposableBean {

    private static final int MOST_CONNECTIONS = 4;
    private static final int CONNECT_SECONDS = 5;

    private final Map<String, TimeLimited> pools = new LinkedHashMap<>();

    RegisterDatabases(Registers registers, RegisterSettings settings) {
        for (RegisterFile register : registers.all()) {
            if (register.kind() == RegisterFile.Kind.JDBC) {
                RegisterSettings.Connection connection = settings.of(register.name());
                String name = "register-" + register.name();
                pools.put(name, new TimeLimited(pool(name, connection), connection.limit()));
            }
        }
    }

    /** Connections to one register; none is opened before the first is asked for. */
    static HikariDataSource pool(String name, RegisterSettings.Connection connection) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.user());
        config.setPassword(connection.password());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(
                Math.min(CONNECT_SECONDS * 1_000L, connection.limit().toMillis()));
        config.setReadOnly(true);
        // Without auto-commit the driver reads by fetch size; with it, a whole result at once
        config.setAutoCommit(false);
        config.setDataSourceProperties(limits(connection));
        return new HikariDataSource(config);
    }

    private static Properties limits(RegisterSettings.Connection connection) {
        Properties properties = new Properties();
        properties.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), Integer.toString(CONNECT_SECONDS));
        properties.setProperty(PGProperty.LOGIN_TIMEOUT.getName(), Integer.toString(CONNECT_SECONDS));
        properties.setProperty(
                PGProperty.SOCKET_TIMEOUT.getName(),
                Long.toString(connection.limit().toSeconds()));
        properties.setProperty(PGProperty.SOCKET_FACTORY.getName(), EndingSockets.class.getName());
        properties.setProperty(PGProperty.LOG_SERVER_ERROR_DETAIL.getName(), "false");
        properties.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        properties.setProperty(PGProperty.APPLICATION_NAME.getName(), "samblik");
        return properties;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        pools.forEach((name, pool) -> camel.getRegistry().bind(name, pool));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}

    @Override
    public void destroy() {
        pools.values().forEach(TimeLimited::close);
    }
}
