package dk.samblik.run;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads runs with their counts. */
final class RunReading {

    private RunReading() {}

    static Optional<RunSummary> find(Database database, RunId id) {
        return some(database, "where run_id = :run", Map.of("run", id.value())).stream()
                .findFirst();
    }

    static List<RunSummary> recent(Database database, int most) {
        return some(database, "order by requested_at desc limit :most", Map.of("most", most));
    }

    static Optional<RunSummary> lastNight(Database database) {
        return some(
                        database,
                        "where kind = 'NIGHTLY' and ended_at is not null order by ended_at desc limit 1",
                        Map.of())
                .stream()
                .findFirst();
    }

    private static List<RunSummary> some(Database database, String which, Map<String, ?> parameters) {
        List<RunSummary> bare = database.sql()
                .sql("select * from run " + which)
                .params(parameters)
                .query(RunReading::bare)
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        List<UUID> ids = bare.stream().map(run -> run.id().value()).toList();
        Map<UUID, Map<String, Integer>> items = items(database, ids);
        Map<UUID, List<RunSummary.Register>> registers = registers(database, ids);
        return bare.stream()
                .map(run -> filled(
                        run,
                        items.getOrDefault(run.id().value(), Map.of()),
                        registers.getOrDefault(run.id().value(), List.of())))
                .toList();
    }

    private record Item(UUID run, String state, int count) {}

    private static Map<UUID, Map<String, Integer>> items(Database database, List<UUID> ids) {
        return database
                .sql()
                .sql("select run_id, state, count(*) as n from run_item where run_id in (:ids) group by run_id, state")
                .param("ids", ids)
                .query((row, number) -> new Item(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Item::run, Collectors.toMap(Item::state, Item::count)));
    }

    private record Counted(UUID run, RunSummary.Register register) {}

    private static Map<UUID, List<RunSummary.Register>> registers(Database database, List<UUID> ids) {
        return database
                .sql()
                .sql("select * from run_register where run_id in (:ids) order by register")
                .param("ids", ids)
                .query((row, number) -> new Counted(row.getObject("run_id", UUID.class), register(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Counted::run, Collectors.mapping(Counted::register, Collectors.toList())));
    }

    private static RunSummary.Register register(ResultSet row) throws SQLException {
        return new RunSummary.Register(
                row.getString("register"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("asked"),
                row.getInt("answered"),
                new Fates(
                        row.getLong("rows_mapped"),
                        row.getLong("rows_quarantined"),
                        row.getLong("rows_filtered"),
                        row.getLong("rows_duplicate")),
                row.getLong("rows_read"),
                row.getLong("rows_passed_over"),
                row.getInt("households_changed"),
                row.getLong("rows_changed"));
    }

    private static RunSummary bare(ResultSet row, int number) throws SQLException {
        UUID household = row.getObject("household_id", UUID.class);
        return new RunSummary(
                new RunId(row.getObject("run_id", UUID.class)),
                Run.Kind.valueOf(row.getString("kind")),
                RunSummary.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                household == null ? null : new HouseholdId(household),
                row.getString("register"),
                row.getObject("night", LocalDate.class),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                row.getString("routes_hash"),
                row.getString("mappings_hash"),
                row.getString("failure"),
                Map.of(),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static RunSummary filled(
            RunSummary bare, Map<String, Integer> households, List<RunSummary.Register> registers) {
        return new RunSummary(
                bare.id(),
                bare.kind(),
                bare.state(),
                bare.requestedBy(),
                bare.household(),
                bare.register(),
                bare.night(),
                bare.requestedAt(),
                bare.startedAt(),
                bare.endedAt(),
                bare.routesHash(),
                bare.mappingsHash(),
                bare.failure(),
                households,
                registers);
    }
}
