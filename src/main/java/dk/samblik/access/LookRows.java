package dk.samblik.access;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lines for the log about somebody who looks at households, with what stands at that moment. */
@Component
public class LookRows {

    private static final Standing GONE = new Standing(null, List.of());

    private final Database database;
    private final CivilClock clock;
    private final CurrentRequest request;

    LookRows(@Qualifier("webDatabase") Database database, CivilClock clock, CurrentRequest request) {
        this.database = database;
        this.clock = clock;
        this.request = request;
    }

    private record Standing(@Nullable Integer version, List<String> consents) {}

    /** One line a household, in their order: the consents in force today and the version of the view, read in one question. */
    public List<Access> of(Access.Action action, Viewer viewer, String purpose, Collection<HouseholdId> households) {
        return of(action, viewer, purpose, households, Set.of());
    }

    /** As the other, where the look is at these kinds of information only. */
    public List<Access> of(
            Access.Action action,
            Viewer viewer,
            String purpose,
            Collection<HouseholdId> households,
            Set<Category> categories) {
        Map<HouseholdId, Standing> standing = standing(households);
        return households.stream()
                .map(household ->
                        line(action, viewer, purpose, household, categories, standing.getOrDefault(household, GONE)))
                .toList();
    }

    /** A line about no household: that somebody searched, before it is known whether anybody is found. */
    public Access ofNobody(Access.Action action, Viewer viewer, String purpose) {
        return line(action, viewer, purpose, null, Set.of(), GONE);
    }

    private Access line(
            Access.Action action,
            Viewer viewer,
            String purpose,
            @Nullable HouseholdId household,
            Set<Category> categories,
            Standing standing) {
        return new Access(
                action,
                viewer,
                purpose,
                household,
                null,
                null,
                categories,
                standing.consents(),
                standing.version(),
                "OK",
                request.id(),
                null);
    }

    private Map<HouseholdId, Standing> standing(Collection<HouseholdId> households) {
        Map<HouseholdId, Standing> standing = new HashMap<>();
        database.sql()
                .sql("""
                        select household_id, view_version, array(
                            select distinct consent_id || '/' || version from consent_in_force c
                             where c.household_id = h.household_id and :today between valid_from and valid_to
                             order by 1) as consents
                          from household h where household_id = any (cast(:ids as uuid[]))
                        """)
                .param("today", clock.today())
                .param("ids", households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .query(row -> {
                    standing.put(
                            new HouseholdId(row.getObject("household_id", UUID.class)),
                            new Standing(row.getInt("view_version"), List.of((String[])
                                    row.getArray("consents").getArray())));
                });
        return standing;
    }
}
