package dk.samblik.campaign.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL of a hub in another process, reached by what lies in its folder: where it listens, and its passwords. */
record HubDatabase(Path home) {

    /** As the owner of the hub's schema. */
    JdbcClient owner() {
        return as("hub_owner");
    }

    private JdbcClient as(String role) {
        try (var in = Files.newInputStream(home.resolve("passwords.properties"))) {
            Properties passwords = new Properties();
            passwords.load(in);
            String port = Files.readAllLines(running()).get(3).strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/samblik", role, passwords.getProperty(role)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path running() {
        return home.resolve("pgdata/postmaster.pid");
    }

    /** From now on no value is compressed, which could hide a marker, and no log is recycled, which could overwrite one. */
    void keepEverythingAsItIs() {
        JdbcClient superuser = as("postgres");
        superuser.sql("alter system set wal_keep_size = '8GB'").update();
        superuser.sql("select pg_reload_conf()").query().listOfRows();
        List<String> changes = owner().sql("""
                select format('alter table %I alter column %I set storage external', table_name, column_name)
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   and data_type in ('text', 'bytea', 'jsonb', 'character varying')
                """).query(String.class).list();
        changes.forEach(change -> owner().sql(change).update());
    }

    /** Stops a server that a killed hub has left; nothing where none runs. */
    void stop() throws IOException {
        if (Files.exists(running())) {
            long pid = Long.parseLong(Files.readAllLines(running()).get(0).strip());
            ProcessHandle.of(pid).ifPresent(server -> {
                server.destroy();
                server.onExit().join();
            });
        }
    }
}
