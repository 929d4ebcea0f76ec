package dk.samblik.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Three years in daily steps on a real database: after no night is anything older than its rule and a day, and what must
 * stay stands. The ends are counted here anew, not by the conditions of the sweep.
 */
class ThreeYearsIT {

    private static final int DAYS = 1_100;

    private final Years years = new Years();
    /** When each version of each household was published, however long it is gone. */
    private final Map<String, Instant> published = new HashMap<>();

    private final Set<String> seenGone = new TreeSet<>();

    ThreeYearsIT() throws SQLException {}

    @AfterEach
    void close() {
        years.close();
    }

    private Timestamp latest(String kept) {
        return Timestamp.from(years.now()
                .atZone(CivilClock.COPENHAGEN)
                .minus(Period.parse(kept))
                .toInstant()
                .minus(Duration.ofDays(1)));
    }

    private void none(String kept, String rows) {
        Long found = years.owner
                .sql("select count(*) from " + rows)
                .param("latest", latest(kept))
                .query(Long.class)
                .single();
        assertThat(found).as("%s: %s", years.day(), rows).isZero();
    }

    private long count(String rows) {
        return years.owner.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private record Version(UUID household, int number) {}

    @Test
    void nothingIsOlderThanItsRuleAndWhatMustStayStands() {
        for (int day = 0; day < DAYS; day++) {
            years.day(day);
            remember();
            nothingIsOverdue();
            whatMustStayStands();
        }
        everyRuleHadSomethingToEnd();
    }

    private void remember() {
        years.owner
                .sql("select household_id, version, published_at from view_version")
                .query(row -> {
                    published.put(
                            row.getString(1) + " " + row.getInt(2),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                });
    }

    private List<Version> versions(String column, String table) {
        return years.owner
                .sql("select distinct household_id, " + column + " from " + table + " where " + column + " is not null")
                .query((row, number) -> new Version(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    private void nothingIsOverdue() {
        Instant latest = latest("P30D").toInstant();
        for (String place : List.of("version view_version", "until_version section")) {
            String[] names = place.split(" ");
            for (Version version : versions(names[0], names[1])) {
                Instant next = published.get(version.household() + " " + (version.number() + 1));
                assertThat(next == null || !next.isBefore(latest))
                        .as("%s: %s %s", years.day(), names[1], version)
                        .isTrue();
            }
        }
        none("P14D", "quarantine where content_sealed is not null and first_seen < :latest");
        none("P90D", "quarantine where last_seen < :latest");
        none("P24M", "run where requested_at < :latest");
        none("P24M", "delivery where seen_at < :latest and (register, name) <> ('bolig', '2023-10-30')");
        none("P13M", "seen where at < :latest");
        none("P5Y", "household where exit_date < cast(:latest as timestamptz)::date");
        none("P0D", "consent_in_force where valid_to < cast(:latest as timestamptz)::date");
        none(
                "P30D",
                "household h join section s using (household_id) where exit_date < cast(:latest as timestamptz)::date");
    }

    private void whatMustStayStands() {
        assertThat(count("household h where view_version > 0 and not exists (select from view_version v"
                        + " where v.household_id = h.household_id and v.version = h.view_version)"))
                .as("the newest version of every view")
                .isZero();
        assertThat(count("section where until_version is null and register = 'boern-og-unge'"))
                .as("a current section of everybody who consents")
                .isGreaterThanOrEqualTo(years.open.size());
        assertThat(count("(select distinct household_id from consent_in_force) f"))
                .isGreaterThanOrEqualTo(years.open.size());
        assertThat(count("household where number in ('H-Amina', 'H-Bente', 'H-Carl', 'H-Dorte', 'H-Erik', 'H-Freja')"))
                .as("who has not left five years ago")
                .isEqualTo(6);
        assertThat(count("household h where not exists (select from consent c where c.household_id = h.household_id)"))
                .as("the proof of every household")
                .isZero();
        years.owner
                .sql("select number from household where number like 'H-Left%'")
                .query(String.class)
                .list()
                .forEach(seenGone::add);
    }

    private void everyRuleHadSomethingToEnd() {
        assertThat(published.size()).as("versions ever").isGreaterThan(300);
        assertThat(count("view_version")).as("versions left").isLessThan(30);
        assertThat(count("section")).isLessThan(40);
        assertThat(count("run")).as("nights and refreshes of two years").isBetween(900L, 1_000L);
        assertThat(count("run_item where run_id not in (select run_id from run)"))
                .isZero();
        assertThat(count("delivery where register = 'bolig'"))
                .as("the newest accepted one stays, though it is older")
                .isEqualTo(1);
        assertThat(seenGone).hasSize(4);
        assertThat(count("household where number like 'H-Left%'"))
                .as("the proof of all four is over five years old")
                .isZero();
        assertThat(count("consent")).isEqualTo(count("consent c join household h using (household_id)"));
        for (String gone : List.of("Dorte", "Erik", "Freja")) {
            assertThat(count("section s join household h using (household_id) where number = 'H-" + gone + "'"))
                    .as(gone)
                    .isZero();
        }
    }
}
