package dk.samblik.view;

import dk.samblik.household.HouseholdId;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import dk.samblik.view.Kept.Made;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When the versions of views were published; holds no content. */
final class Versions {

    private static final int FIRST = 1;

    private final Database database;

    Versions(Database database) {
        this.database = database;
    }

    /** One published version. */
    record Published(HouseholdId household, int version, Instant at) {}

    /** The versions of these households by number. */
    Map<HouseholdId, TreeMap<Integer, Instant>> of(Collection<HouseholdId> households) {
        List<Published> all = database.sql()
                .sql("""
                        select household_id, version, published_at from view_version
                         where household_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .query((row, number) -> new Published(
                        new HouseholdId(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
        return all.stream()
                .collect(Collectors.groupingBy(
                        Published::household,
                        Collectors.toMap(Published::version, Published::at, (one, other) -> one, TreeMap::new)));
    }

    /** What made each version of a household; a run that is no longer kept leaves its version out. */
    Map<Integer, Made> made(HouseholdId household) {
        Map<Integer, Made> made = new HashMap<>();
        database.sql().sql("""
                        select v.version, r.kind, case r.kind when 'REFRESH' then
                            (select min(s.role) from staff s where s.subject = r.requested_by) end as role
                          from view_version v join run r using (run_id) where v.household_id = :household
                        """).param("household", household.value()).query(row -> {
            made.put(row.getInt("version"), new Made(Run.Kind.valueOf(row.getString("kind")), row.getString("role")));
        });
        return made;
    }

    /** The version that stood at a moment, or the oldest that is kept; empty when there was none yet. */
    static Optional<Integer> standing(TreeMap<Integer, Instant> versions, Instant moment) {
        return versions.descendingMap().entrySet().stream()
                .filter(version -> !version.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> versions.keySet().stream().findFirst().filter(oldest -> oldest > FIRST));
    }

    /** This version, or the oldest after it where it is no longer kept; null when none such was published. */
    static Map.@Nullable Entry<Integer, Instant> kept(TreeMap<Integer, Instant> versions, int version) {
        return version < FIRST ? null : versions.ceilingEntry(version);
    }
}
