package dk.samblik.draw;

import dk.samblik.household.Department;
import dk.samblik.programme.Programme.Protected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One draw as it is stored, with no person in it. {@code number} is what people call it, such as 2026-1. {@code count} is
 * null before the households were counted, {@code lot} before the lot was prepared, {@code asked} before somebody asked for
 * approval, {@code lock} before a second person locked it, {@code closed} before it was closed, {@code attempt} before anybody
 * tried to count.
 */
record Draw(
        UUID id,
        String number,
        String programme,
        State state,
        List<String> areas,
        Protected protection,
        Criteria criteria,
        Step made,
        @Nullable Count count,
        @Nullable Prepared lot,
        @Nullable Step asked,
        @Nullable Lock lock,
        @Nullable Step closed,
        @Nullable Attempt attempt) {

    /** How far a draw has come; it never goes back from LOCKED. */
    enum State {
        DRAFT,
        AWAITING_APPROVAL,
        LOCKED,
        CLOSED
    }

    /** Who did something, and when. */
    record Step(String by, Instant at) {}

    /** By which criteria a household is eligible (domain reference, 7.5), as the programme's file said when it was made. */
    record Criteria(String version, int minimumDepartments, List<Department> mustInclude, int excludeMonths) {
        Criteria {
            mustInclude = List.copyOf(mustInclude);
        }
    }

    /** When was counted, how many were eligible, by what they are known again, and what the counts rest on. */
    record Count(Instant at, int population, String fingerprint, boolean staleAccepted, List<Source> sources) {
        Count {
            sources = List.copyOf(sources);
        }

        /** Whether any source was older than its mapping allows. */
        public boolean stale() {
            return sources.stream().anyMatch(Source::stale);
        }
    }

    /** A register that answered: as of when, whether that is too old, and how many people it could not read. */
    record Source(String register, String title, Instant asOf, boolean stale, int unread) {}

    /** How many are wanted, how many for the control group, by which seed, and who is to lock it. */
    record Prepared(int wanted, int control, String seed, String approver) {}

    /** Who locked it and when, and what has been handed out since. */
    record Lock(
            String by,
            Instant at,
            String algorithm,
            @Nullable Instant protocolTaken,
            @Nullable Instant controlTaken) {}

    Draw {
        areas = List.copyOf(areas);
    }

    /** Whether two people have locked it; nothing that decided it changes from then on. */
    public boolean locked() {
        return state == State.LOCKED || state == State.CLOSED;
    }

    /** Whether it is being counted or locked; till then nothing else is done with it. */
    boolean underway(Instant now) {
        return attempt != null && attempt.goesOn(now);
    }

    Count counted() {
        if (count == null) {
            throw new IllegalStateException("draw " + number + " is not counted");
        }
        return count;
    }

    Prepared prepared() {
        if (lot == null) {
            throw new IllegalStateException("draw " + number + " has no lot");
        }
        return lot;
    }

    Lock lockedBy() {
        if (lock == null) {
            throw new IllegalStateException("draw " + number + " is not locked");
        }
        return lock;
    }
}
