package dk.samblik.bench;

import dk.samblik.storage.EmbeddedPostgres;
import dk.samblik.storage.Login;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The one PostgreSQL of the benchmark, with the settings the hub ships, and statements counted. */
final class Server implements AutoCloseable {

    static final String OWNER = "hub_owner";

    private final EmbeddedPostgres postgres;
    private final String password = UUID.randomUUID().toString();

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start(Path home) {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            JdbcClient.create(source(first.superuser("postgres")))
                    .sql("alter system set shared_preload_libraries = 'pg_stat_statements'")
                    .update();
        }
        Server server = new Server(EmbeddedPostgres.start(home));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.admin().sql("create extension if not exists pg_stat_statements").update();
        server.admin()
                .sql("create role " + OWNER + " login createrole createdb password '" + server.password + "'")
                .update();
        return server;
    }

    /** A new database of the hub's owner. */
    Login owned(String database) {
        create(database, " owner " + OWNER);
        return new Login(postgres.superuser(database).url(), OWNER, password);
    }

    /** A new database of somebody else. */
    Login foreign(String database) {
        create(database, "");
        return postgres.superuser(database);
    }

    private void create(String database, String owner) {
        drop(database);
        admin().sql("create database " + database + owner).update();
    }

    void drop(String database) {
        admin().sql("drop database if exists " + database + " with (force)").update();
    }

    /** Statements of a database since the server was started, transactions' own left out. */
    long statements(String database) {
        return admin().sql("""
                        select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                         where d.datname = :database and s.query !~* '^(begin|commit|rollback|set |show )'
                        """).param("database", database).query(Long.class).single();
    }

    long bytes(String database) {
        return admin().sql("select pg_database_size(:database)")
                .param("database", database)
                .query(Long.class)
                .single();
    }

    String version() {
        return admin().sql("show server_version").query(String.class).single();
    }

    JdbcClient admin() {
        return JdbcClient.create(source(postgres.superuser("postgres")));
    }

    static DataSource source(Login login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
