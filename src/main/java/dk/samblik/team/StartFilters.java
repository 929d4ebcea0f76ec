package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.MyHouseholds.Since;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader chose to see of the start page. The choice stands in the address and is forgotten with it; it names no
 * one. {@code moede}: a meeting within 14 days, {@code udloeber}: consent that ends within 30, {@code afsluttede}: those that
 * have left and no others. {@code siden}: since when something is new.
 */
record StartFilters(
        @Nullable String mine,
        @Nullable String nyt,
        @Nullable String moede,
        @Nullable String udloeber,
        @Nullable String afsluttede,
        @Nullable String siden,
        @Nullable String alle,
        @Nullable Integer side) {

    private static final int MEETING_WITHIN = 14;
    private static final int CONSENT_WITHIN = 30;
    private static final Map<String, Since> SINCE =
            Map.of("set", Since.SEEN, "moede", Since.MEETING, "uge", Since.WEEK);

    /** The page asked for, from 1. */
    int page() {
        return side == null || side < 1 ? 1 : side;
    }

    /** Since when something counts as new; the last look where nothing, or nothing known, is chosen. */
    Since since() {
        return SINCE.getOrDefault(siden == null ? "" : siden, Since.SEEN);
    }

    /** The ways to count what is new, as they are called in the address. */
    List<StartScreen.Filter> sinces() {
        return Stream.of("set", "moede", "uge")
                .map(name -> new StartScreen.Filter(name, SINCE.get(name) == since()))
                .toList();
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
                new StartScreen.Filter("udloeber", udloeber != null),
                new StartScreen.Filter("afsluttede", afsluttede != null));
    }

    boolean fits(HouseholdRow row, Viewer viewer, LocalDate today) {
        return (mine == null || viewer.subject().equals(row.coordinator()))
                && (nyt == null || !row.changes().isEmpty())
                && (moede == null || within(row.meeting(), today, MEETING_WITHIN))
                && (afsluttede != null) == (row.finished() != null)
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
                .collect(Collectors.joining("", since() == Since.SEEN ? "" : "siden=" + siden + "&", ""));
    }
}
