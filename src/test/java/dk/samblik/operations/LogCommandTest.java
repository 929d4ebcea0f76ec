package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.access.Access;
import dk.samblik.access.TestProof;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** What {@code samblik log} says and ends with. */
class LogCommandTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.random();

    private final TestDatabase database = TestDatabase.fresh();
    private final TestProof proof = TestProof.of(database.audit());
    private final StringWriter said = new StringWriter();

    @AfterEach
    void drop() {
        proof.close();
        database.close();
    }

    private int run(String... arguments) {
        return new CommandLine(new LogCommand(proof.verify(), proof.keys()))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }

    private void fiveRowsAndACheckpoint() {
        proof.log()
                .record(Stream.generate(() -> Access.of(Access.Action.VIEW, Viewer.HUB, "opslag", HOUSEHOLD, "request"))
                        .limit(5)
                        .toList());
        proof.look();
    }

    @Test
    void aWholeLogEndsWithZero() {
        fiveRowsAndACheckpoint();

        assertThat(run("verify")).isZero();
        assertThat(said.toString()).contains("5 rows, unbroken", "proven to row 5", "1 checkpoints hold");
    }

    @Test
    void aBrokenRowIsNamedByItsNumberAndByNothingItSays() {
        fiveRowsAndACheckpoint();
        JdbcClient.create(database.owner())
                .sql("update access_log set purpose = 'KANARIEFUGL' where seq = 3")
                .update();

        assertThat(run("verify")).isEqualTo(ExitCode.LOG_BROKEN);
        assertThat(said.toString())
                .contains("broken at row 3")
                .doesNotContain("KANARIEFUGL")
                .doesNotContain(HOUSEHOLD.toString());
    }

    @Test
    void aBrokenCheckpointIsNamedByItsNumber() throws IOException {
        fiveRowsAndACheckpoint();
        Files.writeString(proof.file(), Files.readString(proof.file()).replace("\"seq\":5", "\"seq\":4"));

        assertThat(run("verify")).isEqualTo(ExitCode.LOG_BROKEN);
        assertThat(said.toString()).contains("broken at checkpoint 1");
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        fiveRowsAndACheckpoint();
        JdbcClient.create(database.owner())
                .sql("delete from access_log where seq = 4")
                .update();

        assertThat(run("verify", "--output", "json")).isEqualTo(ExitCode.LOG_BROKEN);
        JsonNode json = Schema.read("log", said.toString());
        assertThat(json.path("holds").asBoolean()).isFalse();
        assertThat(json.path("rows").asLong()).isEqualTo(3);
        assertThat(json.path("firstBadRow").asLong()).isEqualTo(4);
        assertThat(json.path("flaw").asText()).isEqualTo("MISSING");
        assertThat(json.path("firstBadCheckpoint").isNull()).isTrue();
        assertThat(json.path("checkpoints").asLong()).isOne();
        assertThat(json.path("keys")).hasSize(1);
    }

    @Test
    void keysAreListedOldestFirst() {
        fiveRowsAndACheckpoint();
        run("new-key");
        said.getBuffer().setLength(0);

        assertThat(run("keys")).isZero();
        assertThat(said.toString().lines().map(line -> line.split(" ")[0]).toList())
                .hasSize(2)
                .isEqualTo(proof.keys().all().stream().map(key -> key.id()).toList());
    }

    @Test
    void anotherWordIsWrongUsage() {
        assertThat(List.of(run("prove"), run("verify", "--output", "xml"))).containsOnly(ExitCode.USAGE);
    }
}
