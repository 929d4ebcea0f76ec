package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the system writes them: UTC with {@code +0000}; a local date as one of two midnights. */
final class Times {

    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'");

    private Times() {}

    /** A Danish date: midnight here, or midnight in Greenwich; both are the same Danish date. */
    static @Nullable String date(@Nullable LocalDate date, Dice dice) {
        if (date == null) {
            return null;
        }
        ZonedDateTime midnight = date.atStartOfDay(dice.chance(0.5) ? COPENHAGEN : ZoneOffset.UTC);
        return midnight.withZoneSameInstant(ZoneOffset.UTC).format(WRITTEN);
    }

    /** A Danish clock time. */
    static String moment(LocalDateTime local) {
        return local.atZone(COPENHAGEN).withZoneSameInstant(ZoneOffset.UTC).format(WRITTEN);
    }
}
