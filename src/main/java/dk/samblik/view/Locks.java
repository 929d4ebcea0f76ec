package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands of a household and holds it until the transaction ends; three statements. */
final class Locks {

    private static final String LOCK = """
            select h.view_version, v.digest
              from household h
              left join view_version v on v.household_id = h.household_id and v.version = h.view_version
             where h.household_id = :household for no key update of h
            """;

    /** The key share makes a withdrawal wait for us, or us for it: whichever is first, nothing outlives the consent. */
    private static final String IN_FORCE = """
            select person_id, source, categories from consent_in_force
             where household_id = :household and valid_from <= :today and valid_to >= :today for key share
            """;

    private static final String STANDING = """
            select person_id, register, s.digest, coalesce(f.fence, 0) as fence, coalesce(f.quarantined, 0) as quarantined
              from (select person_id, register, digest from section
                     where household_id = :household and until_version is null) s
              full join (select person_id, register, fence, quarantined from freshness
                     where household_id = :household) f using (person_id, register)
            """;

    private final Database database;

    Locks(Database database) {
        this.database = database;
    }

    private record Version(int number, byte @Nullable [] digest) {}

    private record Entry(PersonId person, Department source, Set<Category> categories) {}

    /** What stands now, locked until the transaction ends; empty when the household is gone. */
    Optional<Stored> lock(HouseholdId household, LocalDate today) {
        Optional<Version> version = database.sql()
                .sql(LOCK)
                .param("household", household.value())
                .query((row, number) -> new Version(row.getInt(1), row.getBytes(2)))
                .optional();
        return version.map(
                found -> new Stored(found.number(), found.digest(), inForce(household, today), standing(household)));
    }

    private Map<PersonId, Map<Department, Set<Category>>> inForce(HouseholdId household, LocalDate today) {
        Map<PersonId, Map<Department, Set<Category>>> inForce = new HashMap<>();
        List<Entry> entries = database.sql()
                .sql(IN_FORCE)
                .param("household", household.value())
                .param("today", today)
                .query((row, number) -> new Entry(
                        new PersonId(row.getObject(1, UUID.class)),
                        Department.valueOf(row.getString(2)),
                        categories((String[]) row.getArray(3).getArray())))
                .list();
        entries.forEach(entry ->
                inForce.computeIfAbsent(entry.person(), id -> new HashMap<>()).put(entry.source(), entry.categories()));
        return inForce;
    }

    static Set<Category> categories(String[] names) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        Stream.of(names).map(Category::valueOf).forEach(categories::add);
        return categories;
    }

    private Map<SectionKey, Stored.Section> standing(HouseholdId household) {
        Map<SectionKey, Stored.Section> standing = new HashMap<>();
        database.sql().sql(STANDING).param("household", household.value()).query(row -> {
            standing.put(
                    new SectionKey(new PersonId(row.getObject(1, UUID.class)), row.getString(2)),
                    new Stored.Section(row.getBytes(3), row.getLong(4), row.getInt(5)));
        });
        return standing;
    }
}
