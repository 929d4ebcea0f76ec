package dk.samblik.draw;

import dk.samblik.draw.Draw.Prepared;
import dk.samblik.draw.Draw.Source;
import dk.samblik.draw.Tally.Cell;
import dk.samblik.draw.Tally.What;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The draws, in a schema and under a role of their own. Each change is made only from the state it belongs to, and answers
 * whether it was: somebody else may have been quicker.
 */
@Component
class Draws {

    private static final String NEXT = """
            insert into draw.draw (draw_id, number, programme, state, areas, protection, criteria_version,
              minimum_departments, must_include, exclude_months, keys_until, made_by, made_at)
            select cast(:id as uuid), :year || '-' || 1 + coalesce(max(cast(split_part(number, '-', 2) as integer)), 0),
              :programme, 'DRAFT', string_to_array(:areas, '|'), :protection, :version, :minimum,
              string_to_array(:must, '|'), :months, :keys, :by, cast(:now as timestamptz)
              from draw.draw where split_part(number, '-', 1) = :year
            """;

    private final Database database;
    private final CivilClock clock;

    Draws(@Qualifier("drawDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All, the newest first. */
    List<Draw> all() {
        return read("order by made_at desc", Map.of());
    }

    Optional<Draw> find(String number) {
        return read("where number = :number", Map.of("number", number)).stream().findFirst();
    }

    private List<Draw> read(String which, Map<String, String> parameters) {
        Map<UUID, List<Source>> sources = database
                .sql()
                .sql("select * from draw.draw_source where draw_id in (select draw_id from draw.draw " + which
                        + ") order by register")
                .params(parameters)
                .query((row, at) -> Map.entry(
                        row.getObject("draw_id", UUID.class),
                        new Source(
                                row.getString("register"),
                                row.getString("title"),
                                DrawRows.moment(row, "as_of"),
                                row.getBoolean("stale"),
                                row.getInt("unread"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return database.sql()
                .sql("select * from draw.draw left join draw.attempt using (draw_id) " + which)
                .params(parameters)
                .query((row, at) -> DrawRows.draw(row, sources))
                .list();
    }

    /** Makes a draft by the criteria the programme has now; answers with its number, the next of the year. */
    String make(Programme programme, List<String> areas, Protected protection, String by) {
        Programme.Draw how = Objects.requireNonNull(programme.draw());
        UUID id = UUID.randomUUID();
        database.sql()
                .sql(NEXT)
                .param("id", id)
                .param("year", Integer.toString(clock.today().getYear()))
                .param("programme", programme.code())
                .param("areas", String.join("|", areas))
                .param("protection", protection.name())
                .param("version", Integer.toString(how.version()))
                .param("minimum", how.minimumDepartments())
                .param("must", how.mustInclude().stream().map(Enum::name).collect(Collectors.joining("|")))
                .param("months", how.excludeMonths())
                .param("keys", programme.retention().seriesUntil())
                .param("by", by)
                .param("now", Timestamp.from(clock.now()))
                .update();
        return database.sql()
                .sql("select number from draw.draw where draw_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /**
     * Keeps what was counted, as far as it may be told and where it is {@code still} wanted, which is asked in the same
     * transaction; the draw is a draft again, whatever was asked for before.
     */
    void counted(Draw draw, Pool pool, int below, BooleanSupplier still) {
        database.doInTransaction(() -> {
            if (!still.getAsBoolean()) {
                return;
            }
            int kept = database.sql()
                    .sql("update draw.draw set state = 'DRAFT', counted_at = :now, population = :population,"
                            + " fingerprint = :fingerprint, stale_accepted = false, asked_by = null, asked_at = null"
                            + " where draw_id = :id and state in ('DRAFT', 'AWAITING_APPROVAL')")
                    .param("now", Timestamp.from(clock.now()))
                    .param("population", pool.strata().size())
                    .param("fingerprint", pool.fingerprint())
                    .param("id", draw.id())
                    .update();
            if (kept == 1) {
                told(draw.id(), pool, below);
            }
        });
    }

    private void told(UUID id, Pool pool, int below) {
        List.of("tally", "draw_source")
                .forEach(table -> database.sql()
                        .sql("delete from draw." + table + " where draw_id = :id")
                        .param("id", id)
                        .update());
        List<Object[]> cells = new ArrayList<>();
        pool.tally()
                .told(below)
                .forEach((area, row) -> row.values()
                        .forEach(cell ->
                                cells.add(new Object[] {id, area, cell.what().name(), cell.households()})));
        database.batch().batchUpdate("insert into draw.tally values (?, ?, ?, ?)", cells);
        database.batch()
                .batchUpdate(
                        "insert into draw.draw_source values (?, ?, ?, ?, ?, ?)",
                        pool.sources().stream()
                                .map(one -> new Object[] {
                                    id,
                                    one.register(),
                                    one.title(),
                                    Timestamp.from(one.asOf()),
                                    one.stale(),
                                    one.unread()
                                })
                                .toList());
    }

    /** The counts as they are told, by area, the sums under {@link Tally#ALL}; empty before the first counting. */
    Map<String, Map<What, Cell>> tally(Draw draw) {
        Map<String, Map<What, Cell>> cells = new TreeMap<>();
        database.sql()
                .sql("select area, what, households from draw.tally where draw_id = :id")
                .param("id", draw.id())
                .query((row, at) -> new Cell(
                        row.getString("area"),
                        What.valueOf(row.getString("what")),
                        row.getObject("households", Integer.class)))
                .list()
                .forEach(cell -> cells.computeIfAbsent(cell.area(), none -> new EnumMap<>(What.class))
                        .put(cell.what(), cell));
        return cells;
    }

    /** Keeps how the lot is to be drawn. */
    boolean prepared(Draw draw, Prepared lot, boolean staleAccepted) {
        return changed(database.sql()
                .sql("update draw.draw set wanted = :wanted, control = :control, seed = :seed, approver = :approver,"
                        + " stale_accepted = :stale where draw_id = :id and state = 'DRAFT'")
                .param("wanted", lot.wanted())
                .param("control", lot.control())
                .param("seed", lot.seed())
                .param("approver", lot.approver())
                .param("stale", staleAccepted)
                .param("id", draw.id())
                .update());
    }

    boolean ask(Draw draw, String by) {
        return changed(database.sql()
                .sql("update draw.draw set state = 'AWAITING_APPROVAL', asked_by = :by, asked_at = :now"
                        + " where draw_id = :id and state = 'DRAFT' and fingerprint is not null and seed is not null"
                        + " and approver is not null and approver <> :by")
                .param("by", by)
                .param("now", Timestamp.from(clock.now()))
                .param("id", draw.id())
                .update());
    }

    /** Back to a draft, by whoever prepared it or was to lock it. */
    boolean takeBack(Draw draw) {
        return changed(database.sql()
                .sql("update draw.draw set state = 'DRAFT', asked_by = null, asked_at = null"
                        + " where draw_id = :id and state = 'AWAITING_APPROVAL'")
                .param("id", draw.id())
                .update());
    }

    /** When the file anybody can repeat the draw from was first handed out. */
    void protocolTaken(Draw draw) {
        database.sql()
                .sql("update draw.draw set protocol_taken_at = coalesce(protocol_taken_at, :now) where draw_id = :id"
                        + " and state = 'LOCKED'")
                .param("now", Timestamp.from(clock.now()))
                .param("id", draw.id())
                .update();
    }

    static boolean changed(int rows) {
        return rows == 1;
    }
}
