package dk.samblik.operations;

import dk.samblik.quarantine.QuarantineGroups.Group;
import dk.samblik.quarantine.QuarantineGroups.Place;
import dk.samblik.quarantine.Replays.Outcome;
import dk.samblik.quarantine.Replays.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of refused rows: where they stand, what may be done, and what would come of it. {@code preview} is null until a
 * period is chosen; {@code tried} null until it was tried; {@code now} the version of the rules as they are, empty for a
 * register without. {@code busy}: the source was being asked already, and nothing was begun.
 */
record QuarantineScreen(
        Group group,
        List<Place> places,
        ReplayForm form,
        String now,
        @Nullable Preview preview,
        @Nullable Outcome tried,
        boolean busy) {

    /** As many rows may be run again without saying that one has read what happens. */
    static final int WITHOUT_TICK = 50;

    QuarantineScreen {
        places = List.copyOf(places);
    }

    /** Whether so many are chosen that one has to say that one has read what happens. */
    public boolean many() {
        return preview != null && preview.rows() > WITHOUT_TICK;
    }
}
