package dk.samblik.household;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The clock of Europe/Copenhagen, by which consents begin and end and nights are counted. */
public record CivilClock(Clock clock) {

    /** Where every date of a consent and of a run is read. */
    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

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
