package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what stands of some households and holds it until the transaction ends; three statements, whatever their number. */
final class Locks {

    /** In the order of their ids, so that two who hold several never wait for each other. */
    private static final String LOCK = """
            select household_id from household
             where household_id = any (cast(:households as uuid[])) order by household_id for no key update
            """;

    /** The key share makes a withdrawal wait for us, or us for it: whichever is first, nothing outlives the consent. */
    private static final String IN_FORCE = """
            select household_id, person_id, source, categories from consent_in_force
             where household_id = any (cast(:households as uuid[])) and valid_from <= :today and valid_to >= :today
             order by person_id, source for key share
            """;

    /** Read when all is locked: a statement that waits for a lock sees the rest as it was before it waited. */
    private static final String STANDING = """
            select h.household_id, h.view_version, v.digest
              from household h
              left join view_version v on v.household_id = h.household_id and v.version = h.view_version
             where h.household_id = any (cast(:households as uuid[]))
            """;

    /** Not joined to the households: without statistics yet PostgreSQL would go through all of it once for each of them. */
    private static final String SECTIONS = """
            select household_id, person_id, register, s.digest, coalesce(f.fence, 0), coalesce(f.quarantined, 0)
              from (select household_id, person_id, register, digest from section
                     where household_id = any (cast(:households as uuid[])) and until_version is null) s
              full join (select household_id, person_id, register, fence, quarantined from freshness
                     where household_id = any (cast(:households as uuid[]))) f
                using (household_id, person_id, register)
            """;

    private final Database database;

    Locks(Database database) {
        this.database = database;
    }

    private record Entry(HouseholdId household, PersonId person, Department source, Set<Category> categories) {}

    /** What stands now, locked until the transaction ends; a household that is gone is not in the answer. */
    Map<HouseholdId, Stored> lock(Collection<HouseholdId> households, LocalDate today) {
        String[] ids = households.stream().map(HouseholdId::toString).toArray(String[]::new);
        database.sql().sql(LOCK).param("households", ids).query(row -> {});
        List<Entry> inForce = inForce(ids, today);
        Map<HouseholdId, Stored> stored = standing(ids);
        inForce.forEach(entry -> {
            Stored one = stored.get(entry.household());
            if (one != null) {
                one.inForce()
                        .computeIfAbsent(entry.person(), person -> new HashMap<>())
                        .put(entry.source(), entry.categories());
            }
        });
        return stored;
    }

    private static HouseholdId id(ResultSet row) throws SQLException {
        return new HouseholdId(row.getObject(1, UUID.class));
    }

    private List<Entry> inForce(String[] households, LocalDate today) {
        return database.sql()
                .sql(IN_FORCE)
                .param("households", households)
                .param("today", today)
                .query((row, number) -> new Entry(
                        id(row),
                        new PersonId(row.getObject(2, UUID.class)),
                        Department.valueOf(row.getString(3)),
                        categories((String[]) row.getArray(4).getArray())))
                .list();
    }

    static Set<Category> categories(String[] names) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Stream.of(names).map(Category::valueOf).forEach(categories::add);
        return categories;
    }

    private Map<HouseholdId, Stored> standing(String[] households) {
        Map<HouseholdId, Stored> stored = new HashMap<>();
        database.sql().sql(STANDING).param("households", households).query(row -> {
            stored.put(id(row), new Stored(row.getInt(2), row.getBytes(3), new HashMap<>(), new HashMap<>()));
        });
        database.sql().sql(SECTIONS).param("households", households).query(row -> {
            Stored one = stored.get(id(row));
            if (one != null) {
                one.sections()
                        .put(
                                new SectionKey(new PersonId(row.getObject(2, UUID.class)), row.getString(3)),
                                new Stored.Section(row.getBytes(4), row.getLong(5), row.getInt(6)));
            }
        });
        return stored;
    }
}
