package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import dk.samblik.view.Draft.Fresh;
import dk.samblik.view.Draft.Opened;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes sections. Every method is one statement, whatever the number of members and registers. */
final class Sections {

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
