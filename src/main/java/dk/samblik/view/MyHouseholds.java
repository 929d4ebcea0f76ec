package dk.samblik.view;

import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Meetings;
import dk.samblik.storage.Database;
import dk.samblik.view.Frame.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The start page of a team: which household needs me now, and why. Nearest date first, then most that is new. */
@Component
public class MyHouseholds {

    private static final int WITHDRAWN_SHOWN_DAYS = 30;

    /** As many as one page opens, so that it comes at any size; the largest municipality has no more. */
    static final int MOST = 600;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<LaneState> WORST_FIRST =
            List.of(LaneState.DOWN_EMPTY, LaneState.STALE, LaneState.PARTLY_QUARANTINED);
    private static final Comparator<HouseholdRow> NEAREST_FIRST = Comparator.<HouseholdRow, LocalDate>comparing(
                    row -> row.next() == null ? LocalDate.MAX : row.next().date())
            .thenComparing(row -> -row.changes().size())
            .thenComparing(HouseholdRow::number);

    private final Database database;
    private final Views views;
    private final Seen seen;
    private final Meetings meetings;
    private final CivilClock clock;

    MyHouseholds(
            @Qualifier("webDatabase") Database database, Views views, Seen seen, Meetings meetings, CivilClock clock) {
        this.database = database;
        this.views = views;
        this.seen = seen;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Since when something counts as new. */
    public enum Since {
        SEEN,
        MEETING,
        WEEK
    }

    /** What a viewer follows: the ids that a page may open, and how many there are with those left out. */
    public record Followed(List<HouseholdId> shown, int inAll) {
        public Followed {
            shown = List.copyOf(shown);
        }
    }

    /**
     * The households this one's teams follow: those enrolled in their areas, and for thirty days those that have left. Ids
     * only; ask for a grant with them. Of more than {@value #MOST} the ones this viewer coordinates come first, then those
     * whose meeting is nearest.
     */
    public Followed followed(Viewer viewer) {
        if (!viewer.inTeam()) {
            return new Followed(List.of(), 0);
        }
        record One(HouseholdId id, int inAll) {}
        List<One> found = database.sql()
                .sql("""
                        select household_id, count(*) over () from household
                         where area = any (cast(:areas as text[])) and enrolled <= :today
                           and (exit_date is null or exit_date >= :left)
                         order by (coordinator = :me) is true desc,
                           case when meeting_date >= :today then meeting_date end nulls last, number
                         limit :most
                        """)
                .param("areas", viewer.areas().toArray(String[]::new))
                .param("today", clock.today())
                .param("left", clock.today().minusDays(WITHDRAWN_SHOWN_DAYS))
                .param("me", viewer.subject())
                .param("most", MOST)
                .query((row, number) -> new One(new HouseholdId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
        return new Followed(
                found.stream().map(One::id).toList(),
                found.isEmpty() ? 0 : found.get(0).inAll());
    }

    /** The rows of those that the grant covers; households that have not said yes, or said no long ago, have none. */
    public List<HouseholdRow> of(Grant grant, Followed followed, Viewer viewer, Since since) {
        return of(grant, followed, viewer, since, UnaryOperator.identity());
    }

    /** As the other, each row made of no more than {@code seen} leaves of its household's views. */
    public List<HouseholdRow> of(
            Grant grant, Followed followed, Viewer viewer, Since since, UnaryOperator<HouseholdView> seen) {
        Map<HouseholdId, HouseholdView> now = views.read(grant, followed.shown());
        Map<HouseholdId, Seen.Look> looks = this.seen.all(viewer.subject());
        Map<HouseholdId, HouseholdView> before = views.at(grant, baselines(now, looks, since));
        return now.values().stream()
                .filter(this::listed)
                .map(view -> {
                    HouseholdView then = before.get(view.frame().household());
                    return row(
                            seen.apply(view),
                            then == null ? null : seen.apply(then),
                            looks.containsKey(view.frame().household()));
                })
                .sorted(NEAREST_FIRST)
                .toList();
    }

    /**
     * The views of those that the grant covers and of which a consent is in force, each as {@code seen} leaves it, by their
     * numbers.
     */
    public List<HouseholdView> inForce(Grant grant, Followed followed, UnaryOperator<HouseholdView> seen) {
        return views.read(grant, followed.shown()).values().stream()
                .filter(view -> !view.consent().none())
                .map(seen)
                .sorted(Comparator.comparing(view -> view.frame().number()))
                .toList();
    }

    private Map<HouseholdId, Integer> baselines(
            Map<HouseholdId, HouseholdView> now, Map<HouseholdId, Seen.Look> looks, Since since) {
        Map<HouseholdId, Integer> baselines = new HashMap<>();
        if (since == Since.SEEN) {
            looks.forEach((id, look) -> {
                if (now.containsKey(id)) {
                    baselines.put(id, look.version());
                }
            });
            return baselines;
        }
        Map<HouseholdId, TreeMap<Integer, Instant>> published = views.published(now.keySet());
        Map<HouseholdId, LocalDate> met = since == Since.MEETING ? meetings.last(now.keySet()) : Map.of();
        now.keySet()
                .forEach(id -> moment(Optional.ofNullable(met.get(id)), since)
                        .flatMap(moment -> Versions.standing(published.getOrDefault(id, new TreeMap<>()), moment))
                        .ifPresent(version -> baselines.put(id, version)));
        return baselines;
    }

    /** A week ago, or the end of the day the household last met; nothing where it never did. */
    private Optional<Instant> moment(Optional<LocalDate> met, Since since) {
        if (since == Since.WEEK) {
            return Optional.of(clock.now().minus(WEEK));
        }
        return met.map(
                day -> day.plusDays(1).atStartOfDay(CivilClock.COPENHAGEN).toInstant());
    }

    private boolean listed(HouseholdView view) {
        boolean everInForce =
                view.frame().participants().stream().anyMatch(member -> member.standing() != Standing.NOT_YET);
        LocalDate withdrawn = withdrawn(view);
        return everInForce
                && (withdrawn == null
                        || !withdrawn.plusDays(WITHDRAWN_SHOWN_DAYS).isBefore(clock.today()));
    }

    /** The day the last consent was taken back, where none is in force any more. */
    private static @Nullable LocalDate withdrawn(HouseholdView view) {
        if (!view.consent().none()) {
            return null;
        }
        return view.frame().participants().stream()
                .flatMap(member -> member.withdrawn().values().stream())
                .max(Comparator.naturalOrder())
                .map(moment -> LocalDate.ofInstant(moment, CivilClock.COPENHAGEN))
                .orElse(null);
    }

    private HouseholdRow row(HouseholdView view, @Nullable HouseholdView before, boolean looked) {
        Optional<Lane> worst = view.lanes().stream()
                .filter(lane -> lane.state().raised())
                .min(Comparator.comparing(lane -> WORST_FIRST.indexOf(lane.state())));
        return new HouseholdRow(
                view.frame().household(),
                view.frame().number(),
                adults(view),
                view.frame().coordinator(),
                view.frame().coordinatorName(),
                before != null,
                before == null ? List.of() : counted(Changes.between(before, view)),
                next(view),
                view.frame().meeting(),
                view.consent(),
                withdrawn(view),
                finished(view),
                looked,
                view.addressesHidden(),
                worst.map(Lane::state).orElse(LaneState.FRESH),
                worst.map(Lane::department).orElse(null),
                view.frame().version());
    }

    private static List<Change> counted(List<Change> changes) {
        return changes.stream().filter(change -> change.kind().counts()).toList();
    }

    private @Nullable LocalDate finished(HouseholdView view) {
        return view.frame().left(clock.today()) && !view.consent().none()
                ? view.frame().exit()
                : null;
    }

    /** Somebody protected stands in no list (domain reference, 3.3); the household is known by its number. */
    private static List<String> adults(HouseholdView view) {
        return view.members().stream()
                .filter(member -> member.kind() == Member.Kind.ADULT && !member.protectedAddress())
                .map(Member::firstName)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    private @Nullable CalendarEntry next(HouseholdView view) {
        return view.calendar().stream()
                .filter(entry -> entry.ahead(clock.today()))
                .findFirst()
                .orElse(null);
    }
}
