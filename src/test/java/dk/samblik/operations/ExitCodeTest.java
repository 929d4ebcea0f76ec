package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.Fates;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.RunSummary.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run comes to for a scheduler: every code that applies, the gravest first; and what somebody who waits is told. */
class ExitCodeTest {

    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
    private static final int LIMIT = 5;

    private static RunSummary run(State state, int settled, RunSummary.Register... registers) {
        return new RunSummary(
                RunId.random(),
                Run.Kind.NIGHTLY,
                state,
                "test",
                null,
                null,
                LocalDate.of(2026, 11, 30),
                NOW,
                NOW,
                NOW,
                "routes",
                "mappings",
                null,
                Map.of("UPDATED", settled, "PENDING", 100 - settled),
                List.of(registers));
    }

    private static RunSummary.Register register(long read, long mapped, long quarantined) {
        return new RunSummary.Register(
                "jobcenter", "DONE", null, 40, 40, new Fates(mapped, quarantined, 0, 0), read, 0, 0, 0);
    }

    private static List<Integer> codes(State state, RunSummary.Register register, String... failures) {
        return ExitCode.all(run(state, 100, register), Set.of(failures), LIMIT);
    }

    @Test
    void theGravestComesFirstAndAllAreTold() {
        assertThat(codes(State.DONE_WITH_GAPS, register(100, 80, 10), "LogUnavailable"))
                .containsExactly(ExitCode.NO_LOG, ExitCode.DIFFERENCE, ExitCode.STALE, ExitCode.QUARANTINE);
        assertThat(codes(State.DONE_WITH_GAPS, register(100, 80, 10))).startsWith(ExitCode.DIFFERENCE);
        assertThat(codes(State.DONE_WITH_GAPS, register(100, 90, 10)))
                .containsExactly(ExitCode.STALE, ExitCode.QUARANTINE);
    }

    @Test
    void theLimitIsOfAHundredRowsRead() {
        assertThat(codes(State.DONE, register(100, 95, 5))).containsExactly(ExitCode.DONE);
        assertThat(codes(State.DONE, register(100, 94, 6))).containsExactly(ExitCode.QUARANTINE);
        assertThat(codes(State.DONE, register(0, 0, 0))).containsExactly(ExitCode.DONE);
    }

    @Test
    void aRunThatFailedForAnotherReasonIsUnexpected() {
        assertThat(codes(State.FAILED, register(0, 0, 0), "IllegalStateException"))
                .containsExactly(ExitCode.UNEXPECTED);
        assertThat(codes(State.FAILED, register(0, 0, 0), "LogUnproven")).containsExactly(ExitCode.NO_LOG);
    }

    private static String told(boolean terminal) {
        StringWriter said = new StringWriter();
        RunProgress progress =
                new RunProgress(new PrintWriter(said), terminal, new CivilClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        for (int settled : List.of(0, 10, 26, 27, 55, 100)) {
            progress.tell(run(State.RUNNING, settled, register(0, 0, 0)));
        }
        progress.end();
        return said.toString();
    }

    @Test
    void withoutATerminalEachRegisterIsToldOfOnceAQuarter() {
        assertThat(told(false).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "05:00:00 jobcenter 25 % 40 asked, 0 set aside",
                        "05:00:00 jobcenter 50 % 40 asked, 0 set aside",
                        "05:00:00 jobcenter 100 % 40 asked, 0 set aside");
    }

    @Test
    void aTerminalHasABarThatIsDrawnOverItself() {
        assertThat(told(true))
                .contains("\r[#####---------------] 26/100", "\r[####################] 100/100")
                .doesNotContain("05:00:00");
    }
}
