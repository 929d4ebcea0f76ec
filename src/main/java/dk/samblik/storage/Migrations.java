package dk.samblik.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to the schema this hub was written for. */
final class Migrations {

    private Migrations() {}

    /** Runs what has not run yet, as the owner of the schema; a changed or unknown migration refuses the start. */
    static void run(DataSource owner) {
        of(owner).load().migrate();
    }

    /** Empties the database, and brings it to the schema of this version. */
    static void anew(DataSource owner, String version) {
        Flyway flyway = of(owner).cleanDisabled(false).target(version).load();
        flyway.clean();
        flyway.migrate();
    }

    private static FluentConfiguration of(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .table("schema_history");
    }
}
