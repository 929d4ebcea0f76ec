package dk.samblik.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold before the hub starts: the server loses no commit, and each role is refused what it must never do. Every
 * try runs in a transaction that is rolled back.
 */
final class StorageCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StorageCheck.class);
    private static final String PERMISSION_DENIED = "42501";
    private static final int OLDEST_VERSION = 15;

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "synchronous_commit", Set.of("on", "remote_apply"),
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "password_encryption", Set.of("scram-sha-256"));

    private static final Map<String, String> WISHED = Map.of(
            "log_error_verbosity", "terse",
            "log_statement", "none",
            "log_parameter_max_length", "0",
            "log_parameter_max_length_on_error", "0");

    private final Pools pools;

    StorageCheck(Pools pools) {
        this.pools = pools;
    }

    /** Refuses the start with what is wrong and what to do. */
    void run() {
        for (Role role : Role.values()) {
            try (Connection connection = pools.of(role).connections().getConnection()) {
                check(role, connection);
            } catch (SQLException e) {
                throw new StorageRefused("The database cannot be reached as " + role.user()
                        + ". Check samblik.storage.url and the login of the role (SQL state " + e.getSQLState() + ").");
            }
        }
    }

    private static void check(Role role, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            version(connection);
            identity(role, statement);
            settings(role, statement);
            for (String forbidden : Forbidden.to(role)) {
                refused(role, connection, statement, forbidden);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void version(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StorageRefused(
                    "PostgreSQL " + version + " is too old; Samblik needs " + OLDEST_VERSION + " or newer.");
        }
    }

    private static void identity(Role role, Statement statement) throws SQLException {
        if (one(statement, "select rolsuper from pg_roles where rolname = session_user")
                .equals("t")) {
            throw new StorageRefused(
                    "The login behind " + role.user() + " is a superuser, who may change the access log."
                            + " Give samblik.storage.user, or samblik.storage.logins." + role.user()
                            + ", an ordinary login with CREATEROLE that owns the database.");
        }
        if (!one(statement, "select current_user").equals(role.user())) {
            throw new StorageRefused("The login behind " + role.user() + " does not work as that role.");
        }
    }

    private static void settings(Role role, Statement statement) throws SQLException {
        for (Map.Entry<String, Set<String>> setting : NEEDED.entrySet()) {
            String value = one(statement, "show " + setting.getKey());
            if (!setting.getValue().contains(value)) {
                throw new StorageRefused("The server has " + setting.getKey() + " = " + value + " for " + role.user()
                        + ", and could lose what it said was kept. Set it to "
                        + String.join(" or ", setting.getValue()) + " in postgresql.conf and reload.");
            }
        }
        for (Map.Entry<String, String> setting : WISHED.entrySet()) {
            if (role == Role.PIPELINE
                    && !one(statement, "show " + setting.getKey()).equals(setting.getValue())) {
                LOG.warn(
                        "The server's log may hold values of rows: set {} = {} in postgresql.conf",
                        setting.getKey(),
                        setting.getValue());
            }
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void refused(Role role, Connection connection, Statement statement, String forbidden)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            statement.execute(forbidden);
        } catch (SQLException e) {
            connection.rollback(before);
            if (PERMISSION_DENIED.equals(e.getSQLState())) {
                return;
            }
            throw new StorageRefused("Whether " + role.user() + " is refused `" + forbidden
                    + "` cannot be told (SQL state " + e.getSQLState() + "). Is the schema the one of this version?");
        }
        throw new StorageRefused(role.user() + " may `" + forbidden + "`, which no role of Samblik must be able to."
                + " Take the right away, or give the role a login without it.");
    }
}
