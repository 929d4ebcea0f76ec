package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which households somebody follows: those of their areas. Every refused try is in the access log before it is answered. */
@Component
public class HouseholdAccess {

    static final String PURPOSE = "household-work";

    /** Why somebody was refused, as the log says it: no household of theirs, none any more, or nothing for their role. */
    static final String NOT_YOURS = "NOT_YOURS";

    static final String WITHDRAWN = "WITHDRAWN";
    static final String OTHER_ROLE = "OTHER_ROLE";

    /** Consent was taken back and nobody's is left: as when a withdrawal ends a household. */
    private static final String NOTHING_LEFT = """
            select exists (select from consent where household_id = :id and status = 'WITHDRAWN')
               and not exists (select from consent_in_force where household_id = :id)
               and not exists (select from consent where household_id = :id and status in ('ACTIVE', 'DRAFT')
                                 and valid_to >= :today)
            """;

    private final Database database;
    private final AccessLog log;
    private final CurrentRequest request;
    private final CivilClock clock;

    HouseholdAccess(
            @Qualifier("webDatabase") Database database, AccessLog log, CurrentRequest request, CivilClock clock) {
        this.database = database;
        this.log = log;
        this.request = request;
        this.clock = clock;
    }

    /** Passes where the viewer follows the household; else {@link NotYours}, alike whether it exists or not. */
    public void require(Viewer viewer, HouseholdId household) {
        Optional<String> area = database.sql()
                .sql("select area from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .optional();
        if (!viewer.inTeam() || area.filter(viewer.areas()::contains).isEmpty()) {
            throw refused(viewer, household, NOT_YOURS);
        }
    }

    /** As {@link #require(Viewer, HouseholdId)} for an id out of an address; one that is no id is refused like any other. */
    public HouseholdId require(Viewer viewer, String written) {
        HouseholdId household;
        try {
            household = HouseholdId.of(written);
        } catch (IllegalArgumentException notAnId) {
            throw refused(viewer, null, NOT_YOURS);
        }
        require(viewer, household);
        return household;
    }

    /** As {@link #require(Viewer, String)}; one that took back all it consented to is refused like one that never was. */
    public HouseholdId requireOpen(Viewer viewer, String written) {
        HouseholdId household = require(viewer, written);
        boolean nothingLeft = database.sql()
                .sql(NOTHING_LEFT)
                .param("id", household.value())
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
        if (nothingLeft) {
            throw refused(viewer, household, WITHDRAWN);
        }
        return household;
    }

    /** Refuses a kind of information that the viewer's role, or the consent, does not open: notes the try, and answers with what to throw. */
    public NotForYourRole refuse(Viewer viewer, HouseholdId household, Set<Category> categories) {
        note(viewer, household, categories, OTHER_ROLE);
        return new NotForYourRole();
    }

    private NotYours refused(Viewer viewer, @Nullable HouseholdId household, String reason) {
        note(viewer, household, Set.of(), reason);
        return new NotYours();
    }

    private void note(Viewer viewer, @Nullable HouseholdId household, Set<Category> categories, String reason) {
        log.record(List.of(new Access(
                Access.Action.DENIED,
                viewer,
                PURPOSE,
                household,
                null,
                null,
                categories,
                List.of(),
                null,
                reason,
                request.id(),
                null)));
    }
}
