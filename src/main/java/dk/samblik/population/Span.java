package dk.samblik.population;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From a day on, and up to another that is no longer within; a missing one stands for always. */
record Span(@Nullable LocalDate start, @Nullable LocalDate end) {

    boolean begunOn(LocalDate day) {
        return start == null || !start.isAfter(day);
    }

    boolean openOn(LocalDate day) {
        return end == null || end.isAfter(day);
    }

    boolean covers(LocalDate day) {
        return begunOn(day) && openOn(day);
    }
}
