package dk.samblik.alarm;

import dk.samblik.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the hub stands at one moment, as alarms and figures need it. A moment that is null is of something that never was.
 *
 * @param lastSuccess when the last run of each kind ended well
 * @param lastNight the night of the last nightly run that ended well
 * @param households what each household came to in the last run of each kind, by the words of the ledger
 * @param sources every register that was asked lately
 * @param deliveries every register that is delivered as files, with when its newest accepted delivery was made
 * @param quarantine refused rows by register and reason
 * @param consents how many consents are in each state
 * @param oldestErasure since when the oldest trace waits to go
 * @param oldestAnswer the oldest answer that any view rests on
 * @param untold consents taken back that a system has not been told of
 * @param logWritable whether a row of the access log could be written
 * @param checkpoints whether the access log is vouched for
 */
record Standing(
        Instant at,
        Map<Run.Kind, Instant> lastSuccess,
        @Nullable LocalDate lastNight,
        Map<Run.Kind, Map<String, Long>> households,
        List<Source> sources,
        List<Delivery> deliveries,
        List<Refused> quarantine,
        Map<String, Long> consents,
        @Nullable Instant oldestErasure,
        @Nullable Instant oldestAnswer,
        long untold,
        boolean logWritable,
        boolean checkpoints) {

    /** One register: how the last run that asked it found it, and when it last answered. */
    record Source(
            String name,
            String state,
            @Nullable String reason,
            long difference,
            @Nullable Instant lastSuccess) {

        boolean up() {
            return !state.equals("DOWN");
        }

        /** Whether it answered, and not about everybody it was asked about; one that does not add up did answer. */
        boolean partly() {
            return state.equals("PARTLY");
        }
    }

    /** One register that is delivered as files, and for how long a delivery of it is fresh. */
    record Delivery(String name, @Nullable Instant produced, Duration freshFor) {}

    /** Refused rows of one register for one reason. */
    record Refused(String source, String reason, long rows, Instant oldest) {}

    Standing {
        lastSuccess = Map.copyOf(lastSuccess);
        households = Map.copyOf(households);
        sources = List.copyOf(sources);
        deliveries = List.copyOf(deliveries);
        quarantine = List.copyOf(quarantine);
        consents = Map.copyOf(consents);
    }

    /** Whether this is longer ago than that; what never was is. */
    boolean before(@Nullable Instant when, Duration ago) {
        return when == null || when.isBefore(at.minus(ago));
    }
}
