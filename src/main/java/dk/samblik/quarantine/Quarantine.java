package dk.samblik.quarantine;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.mapping.Rejection;
import dk.samblik.mapping.Said;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The refused rows that stand now: of a person with a consent in force, or of nobody. A row that is refused again keeps
 * the day it was first seen, how often it was replayed, and whether it was put aside; one that is not refused any more is gone.
 * What the refused cell said is sealed with the household's key when the row is first refused; once it is swept it stays gone.
 */
@Component
public class Quarantine {

    private static final String REPLACE = """
            with judged as (
              select * from unnest(cast(:judgedPersons as uuid[]), cast(:judgedRegisters as text[])) as j (person, register)),
            gone as (
              delete from quarantine q using judged j where q.person_id = j.person and q.register = j.register
              returning q.person_id, q.register, q.record_table, q.record_no, q.reason, q.field, q.first_seen, q.replays,
                q.discarded_at, q.discarded_why, q.content_sealed is not null as held)
            insert into quarantine (quarantine_id, register, record_table, record_no, reason, field, mapping, person_id,
              source, household_id, first_seen, last_seen, run_id, replays, discarded_at, discarded_why,
              content_sealed)
            select cast(n.id as uuid), n.register, n.record_table, n.record_no, n.reason, n.field, n.mapping, n.person,
              n.source, n.household, coalesce(b.first_seen, :now), :now, :run,
              coalesce(b.replays, 0) + (select count(*) from replay r where r.run_id = :run and r.reason = n.reason
                and r.field is not distinct from n.field), b.discarded_at, b.discarded_why,
              case when b.held is not false then nullif(n.content, '') end
              from unnest(cast(:ids as text[]), cast(:registers as text[]), cast(:tables as text[]),
                cast(:numbers as bigint[]), cast(:reasons as text[]), cast(:fields as text[]), cast(:mappings as text[]),
                cast(:persons as uuid[]), cast(:sources as text[]), cast(:households as uuid[]), cast(:contents as bytea[]))
                as n (id, register, record_table, record_no, reason, field, mapping, person, source, household, content)
              left join lateral (select * from gone g where g.person_id = n.person and g.register = n.register
                and g.record_table = n.record_table and g.record_no = n.record_no and g.reason = n.reason
                and g.field is not distinct from n.field order by g.first_seen limit 1) as b on true
            """;

    /** How the rows of a replay fare, counted before they are replaced. A row that is refused for another reason failed, too. */
    private static final String COUNT = """
            with judged as (
              select * from unnest(cast(:judgedPersons as uuid[]), cast(:judgedRegisters as text[])) as j (person, register)),
            again as (
              select * from unnest(cast(:persons as uuid[]), cast(:tables as text[]), cast(:numbers as bigint[]))
                as a (person, record_table, record_no)),
            chosen as (
              select exists (select from again a where a.person = q.person_id and a.record_table = q.record_table
                  and a.record_no = q.record_no) as refused
                from quarantine q join replay r on r.run_id = :run
                join judged j on j.person = q.person_id and j.register = q.register
               where q.reason = r.reason and q.field is not distinct from r.field and q.mapping = r.mapping
                 and q.first_seen >= r.from_at and q.first_seen < r.until_at and q.discarded_at is null
                 and (r.rows is null or q.quarantine_id = any (r.rows)))
            update replay set succeeded = succeeded + (select count(*) from chosen where not refused),
              failed_again = failed_again + (select count(*) from chosen where refused)
             where run_id = :run returning dry
            """;

    private final Database database;
    private final CivilClock clock;
    private final Vault vault;

    Quarantine(@Qualifier("pipelineDatabase") Database database, CivilClock clock, Vault vault) {
        this.database = database;
        this.clock = clock;
        this.vault = vault;
    }

    /** What one register refused of one person this time; {@code refused} may be empty. */
    public record Judged(
            HouseholdId household,
            PersonId person,
            String register,
            Department source,
            String mapping,
            List<Rejection> refused) {
        public Judged {
            refused = refused.stream().distinct().toList();
        }
    }

    private record Line(Judged judged, Rejection refused) {}

    /** Replaces what stands for each of these, in one statement; call it in the transaction that stores the rest. */
    public void replace(RunId run, Collection<Judged> judged) {
        if (judged.isEmpty()) {
            return;
        }
        List<Line> lines = judged.stream()
                .flatMap(one -> one.refused().stream().map(refused -> new Line(one, refused)))
                .toList();
        database.sql()
                .sql(REPLACE)
                .param("judgedPersons", texts(judged, one -> one.person().toString()))
                .param("judgedRegisters", texts(judged, Judged::register))
                .param("now", Timestamp.from(clock.now()))
                .param("run", run.value())
                .param("ids", texts(lines, line -> UUID.randomUUID().toString()))
                .param("registers", texts(lines, line -> line.judged().register()))
                .param("tables", texts(lines, line -> line.refused().table()))
                .param(
                        "numbers",
                        texts(lines, line -> Long.toString(line.refused().recordNo())))
                .param("reasons", texts(lines, line -> line.refused().reason().name()))
                .param("fields", texts(lines, line -> line.refused().field()))
                .param("mappings", texts(lines, line -> line.judged().mapping()))
                .param("persons", texts(lines, line -> line.judged().person().toString()))
                .param("sources", texts(lines, line -> line.judged().source().name()))
                .param(
                        "households",
                        texts(lines, line -> line.judged().household().toString()))
                .param("contents", lines.stream().map(this::sealed).toArray(byte[][]::new))
                .update();
    }

    /** What the refused cell said, for nobody but the data steward; empty where it said nothing. */
    private byte[] sealed(Line line) {
        Said said = line.refused().said();
        Judged judged = line.judged();
        return said == null
                ? new byte[0]
                : vault.seal(
                        judged.household(),
                        Steward.label(
                                judged.person(),
                                judged.register(),
                                line.refused().field()),
                        said.bytes());
    }

    /**
     * Counts in a replay how its rows fare; call it before they are replaced, in the same transaction. True: it is a try, and
     * nothing else of it may be stored.
     */
    public boolean counted(RunId replay, Collection<Judged> judged) {
        List<Line> lines = judged.stream()
                .flatMap(one -> one.refused().stream().map(refused -> new Line(one, refused)))
                .toList();
        return database.sql()
                .sql(COUNT)
                .param("judgedPersons", texts(judged, one -> one.person().toString()))
                .param("judgedRegisters", texts(judged, Judged::register))
                .param("run", replay.value())
                .param("persons", texts(lines, line -> line.judged().person().toString()))
                .param("tables", texts(lines, line -> line.refused().table()))
                .param(
                        "numbers",
                        texts(lines, line -> Long.toString(line.refused().recordNo())))
                .query(Boolean.class)
                .single();
    }

    private static <T> @Nullable String[] texts(Collection<T> from, Function<T, @Nullable String> text) {
        return from.stream().map(text).toArray(String[]::new);
    }
}
