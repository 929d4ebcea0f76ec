package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import dk.samblik.view.Draft.Fresh;
import dk.samblik.view.Draft.Opened;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sections in the database. Every method is one or two statements, whatever the number of members and registers. */
final class Sections {

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

    private static final String FRESHNESS = """
            insert into freshness (person_id, register, source, household_id, outcome, asked_at, answered_at, as_of,
              stale_since, reason, quarantined, fence, run_id)
            select person, register, source, :household, outcome, :now,
              case when outcome <> 'UNAVAILABLE' then cast(:now as timestamptz) end, as_of,
              case when outcome = 'UNAVAILABLE' then cast(:now as timestamptz) end, reason, quarantined, :fence, :run
              from unnest(cast(:persons as uuid[]), cast(:registers as text[]), cast(:sources as text[]),
                cast(:outcomes as text[]), cast(:asOf as timestamptz[]), cast(:reasons as text[]),
                cast(:quarantined as integer[]))
                as n (person, register, source, outcome, as_of, reason, quarantined)
            on conflict (person_id, register) do update set
              source = excluded.source, household_id = excluded.household_id, outcome = excluded.outcome,
              asked_at = excluded.asked_at,
              answered_at = coalesce(excluded.answered_at, freshness.answered_at),
              as_of = coalesce(excluded.as_of, freshness.as_of),
              stale_since = case when excluded.outcome = 'UNAVAILABLE'
                then coalesce(freshness.stale_since, excluded.stale_since) end,
              reason = excluded.reason,
              quarantined = case when excluded.outcome = 'UNAVAILABLE' then freshness.quarantined
                else excluded.quarantined end,
              fence = excluded.fence, run_id = excluded.run_id
            where freshness.fence <= excluded.fence
            """;

    private static final String INSERT = """
            insert into section (person_id, register, since_version, source, household_id, content_sealed, digest, mapping,
              run_id, stored_at)
            select person, register, :version, source, :household, content, digest, mapping, :run, :now
              from unnest(cast(:persons as uuid[]), cast(:registers as text[]), cast(:sources as text[]),
                cast(:contents as bytea[]), cast(:digests as bytea[]), cast(:mappings as text[]))
                as n (person, register, source, content, digest, mapping)
            """;

    private final Database database;
    private final Vault vault;

    Sections(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
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

    /** Writes how fresh everything is; a row of a later run is left as it is. */
    void refresh(HouseholdId household, Run run, List<Fresh> fresh, Instant now) {
        database.sql()
                .sql(FRESHNESS)
                .param("household", household.value())
                .param("now", Timestamp.from(now))
                .param("fence", run.fence())
                .param("run", run.id().value())
                .param(
                        "persons",
                        texts(fresh.stream().map(one -> one.key().person().toString())))
                .param("registers", texts(fresh.stream().map(one -> one.key().register())))
                .param("sources", texts(fresh.stream().map(one -> one.source().name())))
                .param("outcomes", texts(fresh.stream().map(one -> one.outcome().name())))
                .param(
                        "asOf",
                        texts(fresh.stream()
                                .map(one ->
                                        one.asOf() == null ? null : one.asOf().toString())))
                .param("reasons", texts(fresh.stream().map(Fresh::reason)))
                .param("quarantined", texts(fresh.stream().map(one -> Integer.toString(one.quarantined()))))
                .update();
    }

    /** Takes away all that a register says may not be shown, its earlier versions too. */
    void remove(Collection<SectionKey> keys) {
        database.sql()
                .sql("""
                        delete from section where (person_id, register) in (
                          select * from unnest(cast(:persons as uuid[]), cast(:registers as text[])))
                        """)
                .param("persons", texts(keys.stream().map(key -> key.person().toString())))
                .param("registers", texts(keys.stream().map(SectionKey::register)))
                .update();
    }

    /** Ends sections with the version before; they stay as part of it. */
    void end(Collection<SectionKey> keys, int last) {
        database.sql()
                .sql("""
                        update section set until_version = :last where until_version is null and (person_id, register) in (
                          select * from unnest(cast(:persons as uuid[]), cast(:registers as text[])))
                        """)
                .param("last", last)
                .param("persons", texts(keys.stream().map(key -> key.person().toString())))
                .param("registers", texts(keys.stream().map(SectionKey::register)))
                .update();
    }

    /** Seals and stores sections that begin with this version; the database refuses one without a consent in force. */
    void open(HouseholdId household, Run run, int version, List<Opened> opened, Instant now) {
        byte[][] contents = opened.stream()
                .map(one -> vault.seal(
                        household,
                        SectionContent.label(one.key().person(), one.key().register(), version),
                        one.text()))
                .toArray(byte[][]::new);
        database.sql()
                .sql(INSERT)
                .param("household", household.value())
                .param("version", version)
                .param("run", run.id().value())
                .param("now", Timestamp.from(now))
                .param(
                        "persons",
                        texts(opened.stream().map(one -> one.key().person().toString())))
                .param("registers", texts(opened.stream().map(one -> one.key().register())))
                .param("sources", texts(opened.stream().map(one -> one.source().name())))
                .param("contents", contents)
                .param("digests", opened.stream().map(Opened::digest).toArray(byte[][]::new))
                .param("mappings", texts(opened.stream().map(Opened::mapping)))
                .update();
    }

    /** Publishes the next version of the view. */
    void publish(HouseholdId household, Run run, int version, byte[] digest, Instant now) {
        database.sql()
                .sql("""
                        with published as (
                          insert into view_version (household_id, version, published_at, run_id, digest)
                          values (:household, :version, :now, :run, :digest))
                        update household set view_version = :version where household_id = :household
                        """)
                .param("household", household.value())
                .param("version", version)
                .param("now", Timestamp.from(now))
                .param("run", run.id().value())
                .param("digest", digest)
                .update();
    }

    private static @Nullable String[] texts(Stream<? extends @Nullable String> values) {
        return values.toArray(String[]::new);
    }
}
