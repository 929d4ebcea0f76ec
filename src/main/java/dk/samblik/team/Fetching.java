package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.LookRows;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starting and stopping a fetch of one household, as the pages ask for it: what is asked for is in the log before. */
@Component
class Fetching {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    /** What is younger than this is new enough for a meeting. */
    private static final Duration NEW = Duration.ofMinutes(15);

    /** The sources are not asked about a whole list more often than this (ux 5.1). */
    private static final Duration SETTLED = Duration.ofMinutes(30);

    /** An area's households; more at a time would keep single ones waiting. */
    private static final int TOGETHER = 60;

    private final Refreshes refreshes;
    private final AccessLog log;
    private final LookRows looks;
    private final CivilClock clock;

    Fetching(Refreshes refreshes, AccessLog log, LookRows looks, CivilClock clock) {
        this.refreshes = refreshes;
        this.log = log;
        this.looks = looks;
        this.clock = clock;
    }

    /** Whether it was fetched just now, and is not being fetched. */
    boolean isNew(HouseholdId household) {
        return refreshes.open(household).isEmpty()
                && refreshes.fetchedWithin(household, NEW).isPresent();
    }

    /** "Fetched 6 minutes ago."; null where that is so long ago that nobody asks. */
    @Nullable
    String ago(HouseholdId household, Words words) {
        return refreshes.fetchedWithin(household, NEW).map(at -> ago(at, words)).orElse(null);
    }

    private String ago(Instant at, Words words) {
        return words.count(
                "refresh.ago", Math.max(1, Duration.between(at, clock.now()).toMinutes()));
    }

    /** Starts it, or joins the one that is under way. */
    RunId start(Viewer viewer, HouseholdId household) {
        log.record(looks.of(Access.Action.FETCH, viewer, StartPage.PURPOSE, List.of(household)));
        return refreshes.request(household, viewer.subject());
    }

    /** The same for whoever can do without; empty where the hub cannot fetch now. What cannot be logged is not done. */
    Optional<RunId> tryStart(Viewer viewer, HouseholdId household) {
        log.record(looks.of(Access.Action.FETCH, viewer, StartPage.PURPOSE, List.of(household)));
        try {
            return Optional.of(refreshes.request(household, viewer.subject()));
        } catch (RuntimeException cannot) {
            LOG.error("A refresh could not be queued: {}", cannot.getClass().getName());
            return Optional.empty();
        }
    }

    /** As many of these as are fetched together: none that is being fetched, or was within half an hour. */
    List<HouseholdId> together(List<HouseholdId> households) {
        return refreshes.due(households, SETTLED).stream().limit(TOGETHER).toList();
    }

    /** Starts each of these as if it were alone. */
    void startAll(Viewer viewer, List<HouseholdId> households) {
        if (!households.isEmpty()) {
            log.record(looks.of(Access.Action.FETCH, viewer, StartPage.PURPOSE, households));
            households.forEach(household -> refreshes.request(household, viewer.subject()));
        }
    }

    void stop(RunId refresh) {
        refreshes.stop(refresh);
    }
}
