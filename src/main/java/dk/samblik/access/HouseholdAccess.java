package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
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

    /** What somebody looks at a household for at the consent desk, in the words of the log. */
    public static final String DESK_PURPOSE = "consent-desk";

    private final Database database;
    private final Refusals refusals;
    private final CivilClock clock;

    HouseholdAccess(@Qualifier("webDatabase") Database database, Refusals refusals, CivilClock clock) {
        this.database = database;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Passes where the viewer follows the household; else {@link NotYours}, alike whether it exists or not. */
    public void require(Viewer viewer, HouseholdId household) {
        if (!viewer.inTeam() || !inAreaOf(viewer, household)) {
            throw refused(viewer, household, PURPOSE, NOT_YOURS);
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
            throw refused(viewer, household, DESK_PURPOSE, NOT_YOURS);
        }
        return household;
    }

    /** The refusal, logged, of a household that is no longer at the desk: the same as of one that never was. */
    public NotYours goneFromDesk(Viewer viewer, HouseholdId household) {
        return refused(viewer, household, DESK_PURPOSE, NOT_YOURS);
    }

    /** The refusal, logged, of what is somebody else's or nobody's and was looked for with this purpose. */
    public NotYours notYours(Viewer viewer, String purpose) {
        return refused(viewer, null, purpose, NOT_YOURS);
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
            throw refused(viewer, household, PURPOSE, WITHDRAWN);
        }
        return household;
    }

    /** As {@link #requireOpen}, for whoever fetches or changes something; {@link HouseholdLeft} where its last day is over. */
    public HouseholdId requireActive(Viewer viewer, String written) {
        HouseholdId household = requireOpen(viewer, written);
        boolean left = database.sql()
                .sql("select exit_date < :today from household where household_id = :id and exit_date is not null")
                .param("id", household.value())
                .param("today", clock.today())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (left) {
            throw new HouseholdLeft();
        }
        return household;
    }

    private HouseholdId id(Viewer viewer, String written, String purpose) {
        try {
            return HouseholdId.of(written);
        } catch (IllegalArgumentException notAnId) {
            throw refused(viewer, null, purpose, NOT_YOURS);
        }
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

    /** Refuses a kind of information that the viewer's role, or the consent, does not open: notes the try, and answers with what to throw. */
    public NotForYourRole refuse(Viewer viewer, HouseholdId household, Set<Category> categories) {
        refusals.note(viewer, household, categories, PURPOSE, OTHER_ROLE);
        return new NotForYourRole();
    }

    private NotYours refused(Viewer viewer, @Nullable HouseholdId household, String purpose, String reason) {
        refusals.note(viewer, household, Set.of(), purpose, reason);
        return new NotYours();
    }
}
