package dk.samblik.run;

import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The count of every row by run and register. What is added here adds up, or the run cannot be closed as done. */
@Component
public class Ledger {

    private static final String ADD = """
            insert into run_register (run_id, register, asked, answered, rows_read, rows_mapped, rows_quarantined,
              rows_filtered, rows_duplicate, rows_changed, households_changed)
            select :run, n.* from unnest(cast(:registers as text[]), cast(:asked as integer[]),
              cast(:answered as integer[]), cast(:read as bigint[]), cast(:mapped as bigint[]),
              cast(:quarantined as bigint[]), cast(:filtered as bigint[]), cast(:duplicate as bigint[]),
              cast(:rowsChanged as bigint[]), cast(:changed as integer[])) as n
            on conflict (run_id, register) do update set
              asked = run_register.asked + excluded.asked,
              answered = run_register.answered + excluded.answered,
              rows_read = run_register.rows_read + excluded.rows_read,
              rows_mapped = run_register.rows_mapped + excluded.rows_mapped,
              rows_quarantined = run_register.rows_quarantined + excluded.rows_quarantined,
              rows_filtered = run_register.rows_filtered + excluded.rows_filtered,
              rows_duplicate = run_register.rows_duplicate + excluded.rows_duplicate,
              rows_changed = run_register.rows_changed + excluded.rows_changed,
              households_changed = run_register.households_changed + excluded.households_changed
            """;

    private final Database database;

    Ledger(Database pipelineDatabase) {
        this.database = pipelineDatabase;
    }

    /**
     * What one register's answer about one household comes to. {@code changed} is 1 where a section changed, else 0;
     * {@code rowsChanged} how many of the mapped rows such a section was made of.
     */
    public record Count(String register, int asked, int answered, Fates fates, int changed, long rowsChanged) {

        public Count(String register, int asked, int answered, Fates fates, int changed) {
            this(register, asked, answered, fates, changed, changed > 0 ? fates.mapped() : 0);
        }

        private Count plus(Count more) {
            return new Count(
                    register,
                    asked + more.asked,
                    answered + more.answered,
                    fates.plus(more.fates),
                    changed + more.changed,
                    rowsChanged + more.rowsChanged);
        }
    }

    /** Adds one household's fates; call it inside the transaction that stores what the rows became. */
    public void add(RunId run, String register, int asked, int answered, Fates fates, int changed) {
        add(run, List.of(new Count(register, asked, answered, fates, changed)));
    }

    /** As the other, for many in one statement; the rows of the registers are locked in the order of their names. */
    public void add(RunId run, Collection<Count> counts) {
        List<Count> sums = List.copyOf(counts.stream()
                .collect(Collectors.toMap(Count::register, count -> count, Count::plus, TreeMap::new))
                .values());
        if (sums.isEmpty()) {
            return;
        }
        database.sql()
                .sql(ADD)
                .param("run", run.value())
                .param("registers", texts(sums, Count::register))
                .param("asked", texts(sums, Count::asked))
                .param("answered", texts(sums, Count::answered))
                .param("read", texts(sums, count -> count.fates().read()))
                .param("mapped", texts(sums, count -> count.fates().mapped()))
                .param("quarantined", texts(sums, count -> count.fates().quarantined()))
                .param("filtered", texts(sums, count -> count.fates().filtered()))
                .param("duplicate", texts(sums, count -> count.fates().duplicate()))
                .param("rowsChanged", texts(sums, Count::rowsChanged))
                .param("changed", texts(sums, Count::changed))
                .update();
    }

    private static String[] texts(Collection<Count> counts, Function<Count, Object> value) {
        return counts.stream().map(count -> value.apply(count).toString()).toArray(String[]::new);
    }

    /** Adds the time that each register took to answer about a chunk, reading and mapping included; in the order of {@link #add}. */
    public void took(RunId run, Map<String, Duration> times) {
        SortedMap<String, Duration> sorted = new TreeMap<>(times);
        database.inTransactionOrAgain(() -> database.sql()
                .sql("""
                        insert into run_register (run_id, register, millis)
                        select :run, n.* from unnest(cast(:registers as text[]), cast(:millis as bigint[])) as n
                        on conflict (run_id, register) do update set millis = run_register.millis + excluded.millis
                        """)
                .param("run", run.value())
                .param("registers", sorted.keySet().toArray(String[]::new))
                .param(
                        "millis",
                        sorted.values().stream()
                                .map(time -> Long.toString(time.toMillis()))
                                .toArray(String[]::new))
                .update());
    }

    /** Notes that a register was down for some of the run, and why (a reason code). */
    public void down(RunId run, String register, String reason) {
        database.inTransactionOrAgain(() -> database.sql()
                .sql("""
                        insert into run_register (run_id, register, reason) values (:run, :register, :reason)
                        on conflict (run_id, register) do update set reason = excluded.reason
                        """)
                .param("run", run.value())
                .param("register", register)
                .param("reason", reason)
                .update());
    }
}
