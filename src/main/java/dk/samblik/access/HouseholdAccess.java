package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which households somebody follows: those of their areas. Every refused try is in the access log before it is answered. */
@Component
public class HouseholdAccess {

    private final Database database;
    private final Refusals refusals;

    HouseholdAccess(@Qualifier("webDatabase") Database database, Refusals refusals) {
        this.database = database;
        this.refusals = refusals;
    }

    /** Passes where the viewer follows the household; else {@link NotYours}, alike whether it exists or not. */
    public void require(Viewer viewer, HouseholdId household) {
        Optional<String> area = database.sql()
                .sql("select area from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .optional();
        if (!viewer.inTeam() || area.filter(viewer.areas()::contains).isEmpty()) {
            throw refused(viewer, household);
        }
    }

    /** As {@link #require(Viewer, HouseholdId)} for an id out of an address; one that is no id is refused like any other. */
    public HouseholdId require(Viewer viewer, String written) {
        HouseholdId household;
        try {
            household = HouseholdId.of(written);
        } catch (IllegalArgumentException notAnId) {
            throw refused(viewer, null);
        }
        require(viewer, household);
        return household;
    }

    private NotYours refused(Viewer viewer, @Nullable HouseholdId household) {
        refusals.notYours(viewer, household);
        return new NotYours();
    }
}
