package dk.samblik.retention;

import dk.samblik.household.CivilClock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Until when a locked draw waits for somebody to close it. */
@Component
public class UnclosedDraws {

    private final RetentionSettings settings;

    UnclosedDraws(RetentionSettings settings) {
        this.settings = settings;
    }

    /** The last day: the sweep of a night after it closes the draw, and what was not handed out by then is gone. */
    public LocalDate lastDay(Instant locked) {
        return locked.atZone(CivilClock.COPENHAGEN).toLocalDate().plus(settings.of(Swept.UNDRAWN_KEYS));
    }
}
