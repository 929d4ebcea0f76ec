package dk.samblik.view;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a lane, or one member's part of it, stands. {@code FETCHING} and {@code ROLE_HIDDEN} are set by the page; {@code
 * NOT_ACCESSIBLE}: the register says that it may not show this person.
 */
public enum LaneState {
    FRESH,
    FETCHING,
    STALE,
    DOWN_EMPTY,
    NOTHING_FOUND,
    PARTLY_QUARANTINED,
    NOT_IN_SCOPE,
    WITHDRAWN,
    NOT_ACCESSIBLE,
    ROLE_HIDDEN;

    /** Whether the page's one alert names it. */
    public boolean raised() {
        return this == STALE || this == DOWN_EMPTY || this == PARTLY_QUARANTINED;
    }

    /**
     * The state that asks for most attention; "not fetched" only where nothing at all is shown from there. A member whose
     * first asking is to come says nothing about the others.
     */
    public static LaneState of(Collection<SourceState> members) {
        Set<LaneState> found = members.stream()
                .filter(member -> member.outcome() != SourceState.Outcome.NOT_YET)
                .map(SourceState::state)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LaneState.class)));
        boolean anything = members.stream().anyMatch(member -> member.answered() != null);
        boolean waiting = members.stream().anyMatch(member -> member.outcome() == SourceState.Outcome.NOT_YET);
        if (!anything && (waiting || found.contains(DOWN_EMPTY))) {
            return DOWN_EMPTY;
        }
        if (found.contains(DOWN_EMPTY) || found.contains(STALE)) {
            return STALE;
        }
        return Stream.of(PARTLY_QUARANTINED, FRESH, NOTHING_FOUND, NOT_ACCESSIBLE, WITHDRAWN)
                .filter(found::contains)
                .findFirst()
                .orElse(NOT_IN_SCOPE);
    }
}
