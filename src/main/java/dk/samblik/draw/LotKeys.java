package dk.samblik.draw;

import dk.samblik.draw.Lot.Outcome;
import dk.samblik.draw.Lot.Place;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The keys of a locked draw. The key they were made with is gone by then, so that one says nothing of anybody; those not
 * drawn go at the closing all the same.
 */
@Component
class LotKeys {

    private final Database database;
    private final CivilClock clock;

    LotKeys(@Qualifier("drawDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A household as the protocol lists it; {@code part} is DRAWN, CONTROL or REST. */
    record Line(
            String key, String area, String part, @Nullable Integer place) {}

    /** In the sorted order of the protocol. */
    List<Line> of(Draw draw) {
        return database.sql()
                .sql("select household_key, area, part, place from draw.household_key where draw_id = :id"
                        + " order by household_key")
                .param("id", draw.id())
                .query((row, at) -> new Line(
                        row.getString("household_key"),
                        row.getString("area"),
                        row.getString("part"),
                        row.getObject("place", Integer.class)))
                .list();
    }

    /**
     * Locks the draw and keeps its keys, in the transaction at hand of the role that takes in those drawn; false where it
     * is no longer as it was approved.
     */
    boolean lock(Database hands, Draw draw, Pool pool, Outcome outcome, String by) {
        List<Line> lines = lines(pool, outcome);
        return hands.sql()
                .sql("select draw.lock(:id, :by, :now, :algorithm, :fingerprint, cast(:keys as text[]),"
                        + " cast(:areas as text[]), cast(:parts as text[]), cast(:places as integer[]))")
                .param("id", draw.id())
                .param("by", by)
                .param("now", Timestamp.from(clock.now()))
                .param("algorithm", Lot.ALGORITHM)
                .param("fingerprint", pool.fingerprint())
                .param("keys", lines.stream().map(Line::key).toArray(String[]::new))
                .param("areas", lines.stream().map(Line::area).toArray(String[]::new))
                .param("parts", lines.stream().map(Line::part).toArray(String[]::new))
                .param("places", lines.stream().map(Line::place).toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
    }

    private static List<Line> lines(Pool pool, Outcome outcome) {
        Map<String, Integer> places = new HashMap<>();
        outcome.drawn().forEach(place -> places.put(place.key(), place.place()));
        Set<String> control = new HashSet<>();
        outcome.control().stream().map(Place::key).forEach(control::add);
        List<Line> lines = new ArrayList<>();
        pool.strata().forEach((key, area) -> {
            Integer place = places.get(key);
            String part = place != null ? "DRAWN" : control.contains(key) ? "CONTROL" : "REST";
            lines.add(new Line(key, area, part, place));
        });
        return lines;
    }

    /** The control group, once: from then on nobody can tell its households from the others. Empty when it is handed out. */
    List<Line> takeControl(Draw draw, String by) {
        return database.inTransaction(() -> {
            int first = database.sql()
                    .sql("update draw.draw set control_taken_at = :now, control_taken_by = :by where draw_id = :id"
                            + " and state = 'LOCKED' and control_taken_at is null")
                    .param("now", Timestamp.from(clock.now()))
                    .param("by", by)
                    .param("id", draw.id())
                    .update();
            if (!Draws.changed(first)) {
                return List.of();
            }
            List<Line> control = of(draw).stream()
                    .filter(line -> line.part().equals("CONTROL"))
                    .toList();
            database.sql()
                    .sql("update draw.household_key set part = 'REST' where draw_id = :id and part = 'CONTROL'")
                    .param("id", draw.id())
                    .update();
            return control;
        });
    }

    /** Closes a draw whose protocol has been handed out: the keys of those not drawn are gone when this returns. */
    boolean close(Draw draw, String by) {
        return database.inTransaction(() -> {
            int closed = database.sql()
                    .sql("update draw.draw set state = 'CLOSED', closed_by = :by, closed_at = :now"
                            + " where draw_id = :id and state = 'LOCKED' and protocol_taken_at is not null")
                    .param("by", by)
                    .param("now", Timestamp.from(clock.now()))
                    .param("id", draw.id())
                    .update();
            if (Draws.changed(closed)) {
                database.sql()
                        .sql("delete from draw.household_key where draw_id = :id and part <> 'DRAWN'")
                        .param("id", draw.id())
                        .update();
            }
            return Draws.changed(closed);
        });
    }
}
