package dk.samblik.consent;

import dk.samblik.household.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the coordinator must do about a household's consents. {@code person} is null where it is about nobody who may
 * be named; {@code date} is the day it turns on, {@code limit} the last day to do it, where there is one.
 */
record DeskTask(
        Kind kind,
        @Nullable PersonId person,
        @Nullable LocalDate date,
        @Nullable LocalDate limit) {

    /** What has happened, or will soon. Domain reference, 7.2 to 7.4. */
    enum Kind {
        TURNED_18,
        TURNED_15,
        NEW_HOLDER,
        NOBODY_CAN_CONSENT,
        NOT_ASKED,
        NEW_ADULT,
        DIED,
        MOVED,
        EXPIRED,
        UNFINISHED,
        EXPIRING,
        TURNS_18,
        TURNS_15
    }

    DeskTask {
        if (limit != null && date == null) {
            throw new IllegalArgumentException("a task with a limit has the day it turns on");
        }
    }

    static DeskTask about(PersonId person, Kind kind, @Nullable LocalDate date) {
        return new DeskTask(kind, person, date, null);
    }
}
