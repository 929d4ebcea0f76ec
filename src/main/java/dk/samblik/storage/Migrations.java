package dk.samblik.storage;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a database to the schema this hub was written for. */
final class Migrations {

    private Migrations() {}

    /** Runs what has not run yet, as the owner of the schema; a changed or unknown migration refuses the start. */
    static void run(DataSource owner) {
        reach(owner);
        of(owner).load().migrate();
    }

    /** Refuses, and says what to do, where the database does not let its owner in. */
    static void reach(DataSource owner) {
        try {
            owner.getConnection().close();
        } catch (SQLException e) {
            throw new StorageRefused(
                    "The database cannot be reached. Check samblik.storage.url, .user and .password (SQL" + " state "
                            + e.getSQLState() + ").");
        }
    }

    /** Empties the database, and brings it to the schema of this version. */
    static void anew(DataSource owner, String version) {
        Flyway flyway = of(owner).cleanDisabled(false).target(version).load();
        dropOwnSchemas(owner);
        flyway.clean();
        flyway.migrate();
    }

    /** Flyway empties the schema it works in; those that a migration makes beside it go whole. */
    private static void dropOwnSchemas(DataSource owner) {
        JdbcClient sql = JdbcClient.create(owner);
        sql.sql("select format('drop schema %I cascade', nspname) from pg_catalog.pg_namespace"
                        + " where nspowner = current_user::regrole and nspname <> 'public'")
                .query(String.class)
                .list()
                .forEach(drop -> sql.sql(drop).update());
    }

    /** The migrations of this version, for the database that this owner reaches. */
    static FluentConfiguration of(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .table("schema_history");
    }
}
