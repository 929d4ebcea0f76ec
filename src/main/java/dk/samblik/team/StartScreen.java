package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.run.RunSummary;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.LaneState;
import dk.samblik.view.MyHouseholds.Followed;
import dk.samblik.view.MyHouseholds.Since;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A team's households in words: which one needs me now, and why. */
record StartScreen(
        String night,
        @Nullable String leftOut,
        List<Filter> filters,
        List<Filter> sinces,
        Since since,
        int inAll,
        List<Row> rows,
        int page,
        int pages,
        StartFilters chosen) {

    private static final int PER_PAGE = 25;
    private static final int TOLD = 2;

    /** A filter the reader may set. */
    record Filter(String name, boolean chosen) {}

    /**
     * One household; {@code id} is null where there is nothing left to open, {@code coordinator} where there is none. {@code
     * undoable}: whether the last look can be marked as not taken.
     */
    record Row(
            @Nullable String id,
            String number,
            String names,
            @Nullable String coordinator,
            boolean undoable,
            String news,
            @Nullable LocalDate next,
            String nextWhat,
            boolean meetingAhead,
            String consent,
            Badge badge,
            String about) {}

    static StartScreen of(
            List<HouseholdRow> households,
            @Nullable String leftOut,
            StartFilters chosen,
            Viewer viewer,
            String night,
            Words words) {
        List<HouseholdRow> fitting = households.stream()
                .filter(household -> chosen.fits(household, viewer, words.today()))
                .toList();
        int pages = chosen.all() ? 1 : Math.max(1, (fitting.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(chosen.page(), pages);
        List<Row> rows = fitting.stream()
                .skip(chosen.all() ? 0 : (page - 1L) * PER_PAGE)
                .limit(chosen.all() ? Long.MAX_VALUE : PER_PAGE)
                .map(household -> row(household, chosen.since(), words))
                .toList();
        return new StartScreen(
                night,
                leftOut,
                chosen.filters(),
                chosen.sinces(),
                chosen.since(),
                households.size(),
                rows,
                page,
                pages,
                chosen);
    }

    /** That there are more households than a page opens; null where all are there. */
    static @Nullable String leftOut(Followed followed, Words words) {
        int shown = followed.shown().size();
        return shown < followed.inAll()
                ? words.say(
                        "start.left-out",
                        shown,
                        followed.inAll(),
                        words.called().word())
                : null;
    }

    /** The line about last night. A source that did not answer is named once, here. */
    static String night(Optional<RunSummary> running, Optional<RunSummary> last, List<String> silent, Words words) {
        if (running.isPresent()) {
            RunSummary run = running.get();
            return words.say("start.night.running", run.householdsSettled(), run.householdsInAll());
        }
        if (last.isEmpty()) {
            return words.say("start.night.none");
        }
        RunSummary run = last.get();
        return switch (run.state()) {
            case FAILED, STOPPED ->
                words.say(
                        "start.night.failed", words.moment(run.endedAt() == null ? run.requestedAt() : run.endedAt()));
            default -> {
                int fetched = run.households("UPDATED") + run.households("UNCHANGED") + run.households("KEPT");
                int open = run.householdsInAll() - run.households("CLOSED");
                yield silent.isEmpty()
                        ? words.say("start.night.done", fetched, open)
                        : words.say("start.night.gaps", fetched, open, words.list(silent));
            }
        };
    }

    public @Nullable String previous() {
        return page > 1 ? chosen.address(page - 1) : null;
    }

    public @Nullable String following() {
        return page < pages ? chosen.address(page + 1) : null;
    }

    public String allAddress() {
        return chosen.addressOfAll();
    }

    private static Row row(HouseholdRow household, Since since, Words words) {
        LocalDate next = household.next() == null ? null : household.next().date();
        return new Row(
                household.withdrawn() == null ? household.household().toString() : null,
                household.number(),
                words.list(household.adults()),
                household.coordinatorName(),
                since == Since.SEEN
                        && household.seen()
                        && household.changes().isEmpty()
                        && household.withdrawn() == null,
                news(household, since, words),
                next,
                household.next() == null ? "" : Sentences.what(household.next(), words),
                household.meeting() != null && !household.meeting().isBefore(words.today()),
                consent(household, words),
                badge(household, words),
                household.consent().none() ? "" : about(household.worstIn(), words));
    }

    private static String consent(HouseholdRow household, Words words) {
        return household.consent().none()
                ? words.say("start.no-consent")
                : words.say(
                        "start.consent",
                        household.consent().adultsInForce(),
                        household.consent().adults());
    }

    private static Badge badge(HouseholdRow household, Words words) {
        if (!household.consent().none()) {
            return LaneScreen.badge(household.worst(), words);
        }
        return household.withdrawn() == null
                ? Badge.neutral(words.say("start.expired"))
                : LaneScreen.badge(LaneState.WITHDRAWN, words);
    }

    private static String about(@Nullable Department worstIn, Words words) {
        return worstIn == null ? "" : words.say("department." + worstIn);
    }

    /** How many changes, and the two weightiest in words. */
    private static String news(HouseholdRow household, Since since, Words words) {
        if (!household.compared()) {
            return words.say("start.not." + since);
        }
        if (household.changes().isEmpty()) {
            return words.say("start.nothing-new");
        }
        Stream<String> weightiest =
                household.changes().stream().limit(TOLD).map(change -> words.say("news." + change.kind()));
        String told = String.join("; ", weightiest.toList());
        String more = household.changes().size() > TOLD ? "; …" : "";
        return words.say("start.news", household.changes().size(), told + more);
    }
}
