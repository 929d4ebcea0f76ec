package dk.samblik.meeting;

import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line that is about somebody, for that person: not who else it is about, nor who of the staff wrote it. An agreement of
 * others that led to a measure of this person says nothing but that.
 */
public record OwnLineAbout(
        Kind kind,
        String text,
        String who,
        @Nullable LocalDate due,
        @Nullable Instant done,
        @Nullable LedTo ledTo,
        Instant changed) {

    static Stream<OwnLineAbout> of(OwnLine line, PersonId person) {
        LedTo led = line.ledTo();
        LedTo own = led != null && led.person().equals(person) ? led : null;
        if (line.about().contains(person)) {
            return Stream.of(new OwnLineAbout(
                    line.kind(), line.text(), line.who(), line.due(), line.done(), own, line.changedAt()));
        }
        return own == null
                ? Stream.empty()
                : Stream.of(new OwnLineAbout(line.kind(), "", "", null, null, own, line.changedAt()));
    }
}
