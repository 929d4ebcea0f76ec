package dk.samblik.oversight;

import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.LogReading.Sample;
import dk.samblik.household.CivilClock;
import dk.samblik.oversight.SpotCheck.Assessment;
import dk.samblik.oversight.SpotCheck.Look;
import dk.samblik.storage.Database;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The monthly spot checks. Each is drawn from the looks since the one before, so that no look ever stands outside all of
 * them; the first from those of the last month.
 */
@Component
class SpotChecks {

    /** Nine digits at most: ten may have the shape of a person's number. */
    private static final int SEEDS = 1_000_000_000;

    private static final Period FIRST_BACK = Period.ofMonths(1);
    private static final Period AT_LEAST = Period.ofDays(7);

    private final Database web;
    private final LogReading log;
    private final OversightSettings settings;
    private final CivilClock clock;
    private final SecureRandom random = new SecureRandom();

    SpotChecks(@Qualifier("webDatabase") Database web, LogReading log, OversightSettings settings, CivilClock clock) {
        this.web = web;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that are kept, the newest first. */
    List<SpotCheck> all() {
        Map<UUID, List<Look>> looks = web
                .sql()
                .sql("select * from spot_check_look order by spot_check_id, place")
                .query((row, at) -> Map.entry(row.getObject("spot_check_id", UUID.class), look(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return web.sql()
                .sql("select * from spot_check order by month desc")
                .query((row, at) -> check(row, looks))
                .list();
    }

    /** The one of this id. */
    Optional<SpotCheck> find(UUID id) {
        return all().stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The one of this month, drawn now where it is not yet; of two who draw at once one is taken. */
    UUID draw(Grant look, String by) {
        LocalDate today = clock.today();
        LocalDate month = today.withDayOfMonth(1);
        Instant now = clock.now();
        Instant since = since();
        long seed = random.nextInt(SEEDS);
        Sample sample = log.sample(look, since, now, seed, settings.spotCheck());
        return web.inTransaction(() -> {
            UUID id = UUID.randomUUID();
            int made = web.sql()
                    .sql("insert into spot_check values (:id, :month, :since, :until, :seed, :outOf, :due, :by, :now)"
                            + " on conflict (month) do nothing")
                    .param("id", id)
                    .param("month", month)
                    .param("since", Timestamp.from(since))
                    .param("until", Timestamp.from(now))
                    .param("seed", seed)
                    .param("outOf", sample.outOf())
                    .param("due", due(today))
                    .param("by", by)
                    .param("now", Timestamp.from(now))
                    .update();
            if (made == 1) {
                keep(id, sample.rows());
            }
            return idOf(month);
        });
    }

    private void keep(UUID id, List<Long> rows) {
        List<Object[]> looks = new ArrayList<>();
        for (int place = 1; place <= rows.size(); place++) {
            looks.add(new Object[] {id, place, rows.get(place - 1)});
        }
        web.batch().batchUpdate("insert into spot_check_look (spot_check_id, place, seq) values (?, ?, ?)", looks);
    }

    private UUID idOf(LocalDate month) {
        return web.sql()
                .sql("select spot_check_id from spot_check where month = :month")
                .param("month", month)
                .query(UUID.class)
                .single();
    }

    private Instant since() {
        return web.sql()
                .sql("select until from spot_check order by until desc limit 1")
                .query((row, at) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElseGet(() -> clock.local().minus(FIRST_BACK).toInstant());
    }

    /** The end of the month, or a week where less than that is left. */
    private static LocalDate due(LocalDate today) {
        LocalDate end = today.with(TemporalAdjusters.lastDayOfMonth());
        LocalDate week = today.plus(AT_LEAST);
        return end.isBefore(week) ? week : end;
    }

    /** Notes what was found of some looks, by their places; what is not among them stays as it is. */
    void assess(UUID id, Map<Integer, Assessment> found, String by) {
        Timestamp now = Timestamp.from(clock.now());
        List<Object[]> changes = found.entrySet().stream()
                .map(one -> {
                    String said = one.getValue().name();
                    return new Object[] {said, by, now, id, one.getKey(), said};
                })
                .toList();
        web.inTransaction(() -> web.batch()
                .batchUpdate(
                        "update spot_check_look set assessment = ?, assessed_by = ?, assessed_at = ?"
                                + " where spot_check_id = ? and place = ? and assessment is distinct from ?",
                        changes));
    }

    private static SpotCheck check(ResultSet row, Map<UUID, List<Look>> looks) throws SQLException {
        UUID id = row.getObject("spot_check_id", UUID.class);
        return new SpotCheck(
                id,
                row.getObject("month", LocalDate.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getLong("seed"),
                row.getLong("out_of"),
                row.getObject("due", LocalDate.class),
                row.getString("drawn_by"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                looks.getOrDefault(id, List.of()));
    }

    private static Look look(ResultSet row) throws SQLException {
        String assessment = row.getString("assessment");
        return new Look(
                row.getInt("place"),
                row.getLong("seq"),
                assessment == null ? null : Assessment.valueOf(assessment),
                row.getString("assessed_by"),
                moment(row, "assessed_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
