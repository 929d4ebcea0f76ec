package dk.samblik.view;

import dk.samblik.access.Vault;
import dk.samblik.run.Run;
import dk.samblik.storage.Database;
import dk.samblik.view.Draft.Fresh;
import dk.samblik.view.Draft.Opened;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes sections. Every method is one statement, whatever the number of households, members and registers. */
final class Sections {

    private static final String FRESHNESS = """
            insert into freshness (person_id, register, source, household_id, outcome, asked_at, answered_at, as_of,
              stale_since, reason, quarantined, fence, run_id)
            select person, register, source, household, outcome, :now,
              case when outcome <> 'UNAVAILABLE' then cast(:now as timestamptz) end, as_of,
              case when outcome = 'UNAVAILABLE' then cast(:now as timestamptz) end, reason, quarantined, :fence, :run
              from unnest(cast(:households as uuid[]), cast(:persons as uuid[]), cast(:registers as text[]),
                cast(:sources as text[]), cast(:outcomes as text[]), cast(:asOf as timestamptz[]), cast(:reasons as text[]),
                cast(:quarantined as integer[]))
                as n (household, person, register, source, outcome, as_of, reason, quarantined)
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
            select person, register, version, source, household, content, digest, mapping, :run, :now
              from unnest(cast(:households as uuid[]), cast(:versions as integer[]), cast(:persons as uuid[]),
                cast(:registers as text[]), cast(:sources as text[]), cast(:contents as bytea[]),
                cast(:digests as bytea[]), cast(:mappings as text[]))
                as n (household, version, person, register, source, content, digest, mapping)
            """;

    private static final String END = """
            update section s set until_version = n.last
              from unnest(cast(:persons as uuid[]), cast(:registers as text[]), cast(:lasts as integer[]))
                as n (person, register, last)
             where s.until_version is null and s.person_id = n.person and s.register = n.register
            """;

    private static final String PUBLISH = """
            with published as (
              insert into view_version (household_id, version, published_at, run_id, digest)
              select household, version, :now, :run, digest
                from unnest(cast(:households as uuid[]), cast(:versions as integer[]), cast(:digests as bytea[]))
                  as n (household, version, digest)
              returning household_id, version)
            update household h set view_version = p.version from published p where h.household_id = p.household_id
            """;

    private final Database database;
    private final Vault vault;

    Sections(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    private record Of<T>(Publication publication, T one) {}

    private static <T> List<Of<T>> all(
            List<Publication> publications, Function<Publication, ? extends Collection<T>> which) {
        return publications.stream()
                .flatMap(publication -> which.apply(publication).stream().map(one -> new Of<T>(publication, one)))
                .toList();
    }

    /** Writes what these come to, and publishes the next version of those that changed. */
    void write(Run run, List<Publication> publications, Instant now) {
        remove(all(publications, publication -> publication.draft().removed));
        end(all(publications, publication -> publication.draft().ended));
        open(run, all(publications, publication -> publication.draft().opened), now);
        refresh(run, all(publications, publication -> publication.draft().fresh), now);
        publish(run, publications.stream().filter(Publication::changed).toList(), now);
    }

    /** How fresh everything is; a row of a later run is left as it is. */
    private void refresh(Run run, List<Of<Fresh>> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        database.sql()
                .sql(FRESHNESS)
                .param("now", Timestamp.from(now))
                .param("fence", run.fence())
                .param("run", run.id().value())
                .param("households", households(fresh))
                .param("persons", texts(fresh, of -> of.one().key().person()))
                .param("registers", texts(fresh, of -> of.one().key().register()))
                .param("sources", texts(fresh, of -> of.one().source().name()))
                .param("outcomes", texts(fresh, of -> of.one().outcome().name()))
                .param("asOf", texts(fresh, of -> of.one().asOf()))
                .param("reasons", texts(fresh, of -> of.one().reason()))
                .param("quarantined", texts(fresh, of -> of.one().quarantined()))
                .update();
    }

    /** Takes away all that a register says may not be shown, its earlier versions too. */
    private void remove(List<Of<SectionKey>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.sql()
                .sql("""
                        delete from section where (person_id, register) in (
                          select * from unnest(cast(:persons as uuid[]), cast(:registers as text[])))
                        """)
                .param("persons", texts(keys, of -> of.one().person()))
                .param("registers", texts(keys, of -> of.one().register()))
                .update();
    }

    /** Ends sections with the version that stands; they stay as part of it. */
    private void end(List<Of<SectionKey>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.sql()
                .sql(END)
                .param("persons", texts(keys, of -> of.one().person()))
                .param("registers", texts(keys, of -> of.one().register()))
                .param("lasts", texts(keys, of -> of.publication().stored().version()))
                .update();
    }

    /** Seals and stores sections that begin with this version; the database refuses one without a consent in force. */
    private void open(Run run, List<Of<Opened>> opened, Instant now) {
        if (opened.isEmpty()) {
            return;
        }
        database.sql()
                .sql(INSERT)
                .param("run", run.id().value())
                .param("now", Timestamp.from(now))
                .param("households", households(opened))
                .param("versions", texts(opened, of -> of.publication().version()))
                .param("persons", texts(opened, of -> of.one().key().person()))
                .param("registers", texts(opened, of -> of.one().key().register()))
                .param("sources", texts(opened, of -> of.one().source().name()))
                .param("contents", opened.stream().map(this::sealed).toArray(byte[][]::new))
                .param("digests", opened.stream().map(of -> of.one().digest()).toArray(byte[][]::new))
                .param("mappings", texts(opened, of -> of.one().mapping()))
                .update();
    }

    private byte[] sealed(Of<Opened> opened) {
        SectionKey key = opened.one().key();
        String label = SectionContent.label(
                key.person(), key.register(), opened.publication().version());
        return vault.seal(opened.publication().household(), label, opened.one().text());
    }

    private void publish(Run run, List<Publication> changed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        database.sql()
                .sql(PUBLISH)
                .param("now", Timestamp.from(now))
                .param("run", run.id().value())
                .param("households", texts(changed, Publication::household))
                .param("versions", texts(changed, Publication::version))
                .param("digests", changed.stream().map(Publication::digest).toArray(byte[][]::new))
                .update();
    }

    private static <T> @Nullable String[] households(List<Of<T>> from) {
        return texts(from, of -> of.publication().household());
    }

    private static <T> @Nullable String[] texts(List<T> from, Function<T, @Nullable Object> value) {
        return from.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }
}
