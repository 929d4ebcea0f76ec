package dk.samblik.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One night as the run table has it. */
record Night(String state, double seconds, int households, Map<String, Integer> results, long rows) {

    static Night read(JdbcClient owner, UUID run) {
        record Count(String state, int households) {}
        List<Count> counts = owner.sql("select state, count(*) from run_item where run_id = :run group by state")
                .param("run", run)
                .query((row, number) -> new Count(row.getString(1), row.getInt(2)))
                .list();
        return owner.sql("""
                        select state, extract(epoch from ended_at - started_at)::float8,
                               (select sum(rows_read + rows_passed_over) from run_register g where g.run_id = r.run_id)
                          from run r where run_id = :run
                        """)
                .param("run", run)
                .query((row, number) -> new Night(
                        row.getString(1),
                        row.getDouble(2),
                        counts.stream().mapToInt(Count::households).sum(),
                        counts.stream().collect(Collectors.toMap(Count::state, Count::households)),
                        row.getLong(3)))
                .single();
    }

    /** Whether every register answered about everybody and no household failed. */
    boolean whole() {
        return state.startsWith("DONE")
                && !results.containsKey("FAILED")
                && !results.containsKey("KEPT")
                && !results.containsKey("PENDING");
    }

    double millisAHousehold() {
        return seconds * 1000 / households;
    }
}
