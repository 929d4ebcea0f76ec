package dk.samblik.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.run.Run;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is counted stands in the figures, at the first look and at every later one. */
@ExtendWith(OutputCaptureExtension.class)
class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-03-12T05:30:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Figures figures = new Figures(meters);

    private void look(long nightly, long refreshed) {
        figures.show(
                new Standing(
                        NOW,
                        Map.of(Run.Kind.REFRESH, NOW.minusSeconds(refreshed)),
                        null,
                        Map.of(
                                Run.Kind.NIGHTLY, Map.of("UPDATED", nightly),
                                Run.Kind.REFRESH, Map.of("UPDATED", refreshed)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        null,
                        0,
                        true,
                        true),
                Set.of());
    }

    private double updated(String kind) {
        return meters.get("samblik.run.households")
                .tags("kind", kind, "result", "updated")
                .gauge()
                .value();
    }

    @Test
    void nightsAndRefreshesAreCountedApartAtEveryLook(CapturedOutput output) {
        look(180, 1);
        assertThat(updated("nightly")).isEqualTo(180);
        assertThat(updated("on_demand")).isEqualTo(1);

        look(179, 2);
        assertThat(updated("nightly")).isEqualTo(179);
        assertThat(updated("on_demand")).isEqualTo(2);
        assertThat(meters.get("samblik.run.last.success.timestamp")
                        .tags("kind", "on_demand")
                        .gauge()
                        .value())
                .isEqualTo(NOW.minusSeconds(2).getEpochSecond());
        assertThat(output).doesNotContain("already registered");
    }
}
