package dk.samblik.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema this hub was written for. */
final class Migrations {

    private Migrations() {}

    /** Runs what has not run yet, as the owner of the schema; a changed or unknown migration refuses the start. */
    static void run(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .table("schema_history")
                .load()
                .migrate();
    }
}
