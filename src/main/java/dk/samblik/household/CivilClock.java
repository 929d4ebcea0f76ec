package dk.samblik.household;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The clock of Europe/Copenhagen, by which consents begin and end and nights are counted. */
public record CivilClock(Clock clock) {

    /** Where every date of a consent and of a run is read. */
    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    /** A day as the date field of a form sends it; empty for anything else, a year beyond 1000 to 2999 too. */
    public static Optional<LocalDate> day(@Nullable String written) {
        try {
            return written != null && DAY.matcher(written).matches()
                    ? Optional.of(LocalDate.parse(written))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The instant now. */
    public Instant now() {
        return clock.instant();
    }

    /** The civil date now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COPENHAGEN);
    }

    /** Date and hour now, as people in Denmark read them. */
    public ZonedDateTime local() {
        return clock.instant().atZone(COPENHAGEN);
    }
}
