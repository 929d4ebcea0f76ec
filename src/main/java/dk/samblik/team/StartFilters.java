package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.view.HouseholdRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the reader chose to see of the start page. The choice stands in the address and is forgotten with it; it names no
 * one. {@code moede}: a meeting within 14 days, {@code udloeber}: consent that ends within 30.
 */
record StartFilters(
        @Nullable String mine,
        @Nullable String nyt,
        @Nullable String moede,
        @Nullable String udloeber,
        @Nullable String alle,
        @Nullable Integer side) {

    private static final int MEETING_WITHIN = 14;
    private static final int CONSENT_WITHIN = 30;

    /** The page asked for, from 1. */
    int page() {
        return side == null || side < 1 ? 1 : side;
    }

    /** Whether all rows stand on one page. */
    boolean all() {
        return alle != null;
    }

    List<StartScreen.Filter> filters() {
        return List.of(
                new StartScreen.Filter("mine", mine != null),
                new StartScreen.Filter("nyt", nyt != null),
                new StartScreen.Filter("moede", moede != null),
                new StartScreen.Filter("udloeber", udloeber != null));
    }

    boolean fits(HouseholdRow row, Viewer viewer, LocalDate today) {
        return (mine == null || viewer.subject().equals(row.coordinator()))
                && (nyt == null || !row.changes().isEmpty())
                && (moede == null || within(row.meeting(), today, MEETING_WITHIN))
                && (udloeber == null || within(row.consent().firstEnd(), today, CONSENT_WITHIN));
    }

    private static boolean within(@Nullable LocalDate date, LocalDate today, int days) {
        return date != null && !date.isBefore(today) && !date.isAfter(today.plusDays(days));
    }

    /** The address of a page with the same choice. */
    String address(int page) {
        return "/?" + query() + "side=" + page;
    }

    /** The address of all rows with the same choice. */
    String addressOfAll() {
        return "/?" + query() + "alle=1";
    }

    private String query() {
        return filters().stream()
                .filter(StartScreen.Filter::chosen)
                .map(filter -> filter.name() + "=1&")
                .collect(Collectors.joining());
    }
}
