package dk.samblik.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Consent in one sentence: {@code adultsInForce} of {@code adults}, {@code sourcesInForce} of {@code sources}, the first
 * and last day any of it ends. Adults who said no are in {@code adults}.
 */
public record ConsentSummary(
        int adultsInForce,
        int adults,
        int sourcesInForce,
        int sources,
        @Nullable LocalDate firstEnd,
        @Nullable LocalDate lastEnd) {

    /** Whether nothing is in force: the page shows only that it was taken back or has ended. */
    public boolean none() {
        return sourcesInForce == 0;
    }
}
