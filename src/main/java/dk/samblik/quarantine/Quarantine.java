package dk.samblik.quarantine;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.mapping.Rejection;
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
 * the day it was first seen; one that is not refused any more is gone.
 */
@Component
public class Quarantine {

    private static final String REPLACE = """
            with judged as (
              select * from unnest(cast(:judgedPersons as uuid[]), cast(:judgedRegisters as text[])) as j (person, register)),
            gone as (
              delete from quarantine q using judged j where q.person_id = j.person and q.register = j.register
              returning q.person_id, q.register, q.record_table, q.record_no, q.reason, q.field, q.first_seen)
            insert into quarantine (quarantine_id, register, record_table, record_no, reason, field, mapping, person_id,
              source, household_id, first_seen, last_seen, run_id)
            select cast(n.id as uuid), n.register, n.record_table, n.record_no, n.reason, n.field, n.mapping, n.person,
              n.source, n.household,
              coalesce((select min(g.first_seen) from gone g where g.person_id = n.person and g.register = n.register
                and g.record_table = n.record_table and g.record_no = n.record_no and g.reason = n.reason
                and g.field is not distinct from n.field), :now),
              :now, :run
              from unnest(cast(:ids as text[]), cast(:registers as text[]), cast(:tables as text[]),
                cast(:numbers as bigint[]), cast(:reasons as text[]), cast(:fields as text[]), cast(:mappings as text[]),
                cast(:persons as uuid[]), cast(:sources as text[]), cast(:households as uuid[]))
                as n (id, register, record_table, record_no, reason, field, mapping, person, source, household)
            """;

    private final Database database;
    private final CivilClock clock;

    Quarantine(@Qualifier("pipelineDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
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
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> from, Function<T, @Nullable String> text) {
        return from.stream().map(text).toArray(String[]::new);
    }
}
