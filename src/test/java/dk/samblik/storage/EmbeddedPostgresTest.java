package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub's own server keeps what it was told, through restarts and kills, and hears nobody without a password. */
class EmbeddedPostgresTest {

    private static final Path PROGRAMS = Path.of("target", "test-postgres").toAbsolutePath();

    @TempDir
    Path home;

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, PROGRAMS);
    }

    private static JdbcClient sql(EmbeddedPostgres server) {
        return JdbcClient.create(Pool.unpooled(server.superuser("postgres")));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("pgdata/postmaster.pid")).get(0).strip());
    }

    /** Kills the server so hard that nothing is tidied up, and lets the folder go as a dead process does. */
    private void kill(EmbeddedPostgres server) throws Exception {
        ProcessHandle process = ProcessHandle.of(postmaster()).orElseThrow();
        process.destroyForcibly();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(unreaped -> process)
                .join();
        server.abandon();
    }

    @Test
    void whatWasCommittedOutlivesAKilledServer() throws Exception {
        EmbeddedPostgres first = start();
        sql(first).sql("create table kept (n int)").update();
        sql(first).sql("insert into kept values (7)").update();
        kill(first);

        try (EmbeddedPostgres second = start()) {
            assertThat(sql(second)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void aServerThatOutlivedItsHubIsStoppedAndReplaced() throws Exception {
        EmbeddedPostgres first = start();
        long left = postmaster();
        first.abandon();

        try (EmbeddedPostgres second = start()) {
            assertThat(postmaster()).isNotEqualTo(left);
            assertThat(sql(second).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void aPidFileThatNamesAStrangerIsNotBelieved() throws Exception {
        start().close();
        Files.write(
                home.resolve("pgdata/postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), home.toString(), "0", "1", "", "", ""));

        try (EmbeddedPostgres server = start()) {
            assertThat(sql(server).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void aSecondHubOnTheSameFolderIsRefused() {
        try (EmbeddedPostgres first = start()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(this::start)
                    .isInstanceOf(StorageRefused.class)
                    .hasMessageContaining("samblik.storage.home");
        }
    }

    @Test
    void theServerIsHardAsShipped() throws IOException {
        try (EmbeddedPostgres server = start()) {
            JdbcClient sql = sql(server);
            assertThat(show(sql, "data_checksums")).isEqualTo("on");
            assertThat(show(sql, "fsync")).isEqualTo("on");
            assertThat(show(sql, "synchronous_commit")).isEqualTo("on");
            assertThat(show(sql, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(sql, "unix_socket_directories")).isEmpty();
            assertThat(show(sql, "log_error_verbosity")).isEqualTo("terse");
            assertThat(sql.sql("select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'postgres'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(sql.sql(
                                    "select string_agg(name, ' ' order by name) from unnest(array['Århus', 'Ærø', 'Zoo', 'Aalborg']) name")
                            .query(String.class)
                            .single())
                    .isEqualTo("Zoo Ærø Aalborg Århus");
            Login wrong = new Login(server.superuser("postgres").url(), "postgres", "wrong");
            assertThatThrownBy(() -> Pool.unpooled(wrong).getConnection()).hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("passwords.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    private static String show(JdbcClient sql, String setting) {
        return sql.sql("show " + setting).query(String.class).single();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws IOException {
        start().close();
        Files.writeString(home.resolve("pgdata/PG_VERSION"), "16\n");

        assertThatThrownBy(this::start).isInstanceOf(StorageRefused.class).hasMessageContaining("PostgreSQL 16");
    }

    @Test
    void aHubStartsOnItsOwnServerTwice() {
        for (int time = 0; time < 2; time++) {
            try (EmbeddedPostgres server = start();
                    Storage storage = Storage.on(server)) {
                assertThat(storage.database(Role.WEB)
                                .sql()
                                .sql("select count(*) from household")
                                .query(Long.class)
                                .single())
                        .isZero();
            }
        }
    }

    @Test
    void aRoleWhosePasswordIsRemovedIsGivenANewOneAtTheNextStart() throws IOException {
        Path file = home.resolve("passwords.properties");
        Login before;
        try (EmbeddedPostgres server = start()) {
            OwnServer own = new OwnServer(server);
            own.prepare();
            before = own.owner(OwnServer.DATABASE);
        }
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("postgres="))
                        .toList());

        try (EmbeddedPostgres server = start()) {
            OwnServer own = new OwnServer(server);
            own.prepare();
            Login after = own.owner(OwnServer.DATABASE);
            Login old = new Login(after.url(), before.user(), before.password());

            assertThat(JdbcClient.create(Pool.unpooled(after))
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThatThrownBy(() -> JdbcClient.create(Pool.unpooled(old))
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
