package dk.samblik.register;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long registers took to answer about a chunk, or to fail, as figures. */
public final class FetchTimes {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private FetchTimes() {}

    /** A register answered after so long. */
    public static void answered(String register, Duration took) {
        record(register, "answered", took);
    }

    /** It was given up after so long. */
    static void failed(String register, Duration took) {
        record(register, "failed", took);
    }

    private static void record(String register, String outcome, Duration took) {
        Timer.builder("samblik.source.fetch.duration")
                .description("how long registers took about a chunk")
                .tag("source", register)
                .tag("outcome", outcome)
                .serviceLevelObjectives(LIMITS)
                .register(Metrics.globalRegistry)
                .record(took);
    }
}
