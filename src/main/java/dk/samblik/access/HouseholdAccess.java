package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which households somebody follows: those of their areas. Every refused try is in the access log before it is answered. */
@Component
public class HouseholdAccess {

    private static final String PURPOSE = "household-work";

    /** What somebody looks at a household for at the consent desk, in the words of the log. */
    public static final String DESK_PURPOSE = "consent-desk";

    private final Database database;
    private final AccessLog log;
    private final CurrentRequest request;

    HouseholdAccess(@Qualifier("webDatabase") Database database, AccessLog log, CurrentRequest request) {
        this.database = database;
        this.log = log;
        this.request = request;
    }

    /** Passes where the viewer follows the household; else {@link NotYours}, alike whether it exists or not. */
    public void require(Viewer viewer, HouseholdId household) {
        if (!viewer.inTeam() || !inAreaOf(viewer, household)) {
            throw refused(viewer, household, PURPOSE);
        }
    }

    /** As {@link #require(Viewer, HouseholdId)} for an id out of an address; one that is no id is refused like any other. */
    public HouseholdId require(Viewer viewer, String written) {
        HouseholdId household = id(viewer, written, PURPOSE);
        require(viewer, household);
        return household;
    }

    /** As {@link #require(Viewer, String)} for whoever records consents in the household's area. */
    public HouseholdId requireAtDesk(Viewer viewer, String written) {
        HouseholdId household = id(viewer, written, DESK_PURPOSE);
        if (!viewer.atDesk() || !inAreaOf(viewer, household)) {
            throw refused(viewer, household, DESK_PURPOSE);
        }
        return household;
    }

    /** The refusal, logged, of a household that is no longer at the desk: the same as of one that never was. */
    public NotYours goneFromDesk(Viewer viewer, HouseholdId household) {
        return refused(viewer, household, DESK_PURPOSE);
    }

    private boolean inAreaOf(Viewer viewer, HouseholdId household) {
        return database.sql()
                .sql("select area from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .optional()
                .filter(viewer.areas()::contains)
                .isPresent();
    }

    private HouseholdId id(Viewer viewer, String written, String purpose) {
        try {
            return HouseholdId.of(written);
        } catch (IllegalArgumentException notAnId) {
            throw refused(viewer, null, purpose);
        }
    }

    private NotYours refused(Viewer viewer, @Nullable HouseholdId household, String purpose) {
        log.record(List.of(new Access(
                Access.Action.DENIED,
                viewer,
                purpose,
                household,
                null,
                null,
                Set.of(),
                List.of(),
                null,
                "NOT_YOURS",
                request.id(),
                null)));
        return new NotYours();
    }
}
