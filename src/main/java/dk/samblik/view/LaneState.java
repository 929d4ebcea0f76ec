package dk.samblik.view;

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
}
