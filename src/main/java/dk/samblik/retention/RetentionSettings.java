package dk.samblik.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what the sweep ends is kept, where it is not as shipped. {@code keep}: ISO 8601 periods by class; anybody may
 * shorten one. {@code reason}: why a class is kept longer than shipped, in a sentence; without it the hub does not start.
 */
@ConfigurationProperties("samblik.retention")
record RetentionSettings(
        @DefaultValue Map<Swept, Period> keep, @DefaultValue Map<Swept, String> reason) {

    private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

    RetentionSettings {
        keep = Map.copyOf(keep);
        reason = Map.copyOf(reason);
        for (Map.Entry<Swept, Period> one : keep.entrySet()) {
            check(one.getKey(), one.getValue(), reason.getOrDefault(one.getKey(), ""));
        }
    }

    private static void check(Swept which, Period kept, String reason) {
        String key = "samblik.retention.keep." + which.key();
        if (!SOME_DAY.plus(kept).isAfter(SOME_DAY)) {
            throw new IllegalArgumentException(key + " must be at least P1D; " + which.shipped() + " is as shipped");
        }
        if (SOME_DAY.plus(kept).isAfter(SOME_DAY.plus(which.shipped())) && reason.isBlank()) {
            throw new IllegalArgumentException(key + " is longer than the " + which.shipped()
                    + " that is shipped: write why in samblik.retention.reason." + which.key()
                    + ", or shorten it");
        }
    }

    /** As shipped. */
    static RetentionSettings shipped() {
        return new RetentionSettings(Map.of(), Map.of());
    }

    /** How long this is kept here. */
    Period of(Swept which) {
        return keep.getOrDefault(which, which.shipped());
    }

    /** Every class with how long it is kept here. */
    Map<Swept, Period> all() {
        Map<Swept, Period> all = new EnumMap<>(Swept.class);
        for (Swept which : Swept.values()) {
            all.put(which, of(which));
        }
        return all;
    }
}
