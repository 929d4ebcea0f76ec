package dk.samblik.consent;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long what is stored of a household stays after its last day, by {@code samblik.consent.kept-after-exit}. */
@Component
public class KeptAfterExit {

    private final ConsentSettings settings;

    KeptAfterExit(ConsentSettings settings) {
        this.settings = settings;
    }

    /** The first day on which the night takes away what is stored of a household with this last day. */
    public LocalDate gone(LocalDate lastDay) {
        return lastDay.plus(settings.keptAfterExit()).plusDays(1);
    }
}
