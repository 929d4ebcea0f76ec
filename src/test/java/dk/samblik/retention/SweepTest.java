package dk.samblik.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.Run;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due goes, to the day; what is in force or the newest of its kind stays, however old. */
class SweepTest {

    private static final Instant NOW = Instant.parse("2026-11-17T03:30:00Z");
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID ANNA = UUID.randomUUID();

    @TempDir
    private Path databases;

    @TempDir
    private Path keystores;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @BeforeEach
    void enrol() {
        household(HOME, "H-1");
        owner.sql(
                        "insert into member values (:person, :home, '1', '', 'PARTICIPANT', 'ADULT', null, date '2020-01-01')")
                .param("person", ANNA)
                .param("home", HOME)
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void household(UUID id, String number) {
        owner.sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2020-01-01')")
                .param("id", id)
                .param("number", number)
                .update();
    }

    private Sweep sweep(RetentionSettings settings, int batch) {
        CivilClock clock = new CivilClock(Clock.fixed(NOW, ZoneOffset.UTC));
        Backups backups = new Backups(new BackupSettings(databases, keystores, databases), settings, clock);
        return new Sweep(database.pipeline(), database.web(), database.draw(), settings, backups, clock, batch);
    }

    private long swept() {
        return sweep(RetentionSettings.shipped(), 100).sweep();
    }

    private static Timestamp daysAgo(int days) {
        return Timestamp.from(NOW.minus(Duration.ofDays(days)));
    }

    private List<String> left(String column, String table) {
        return owner.sql("select cast(" + column + " as text) from " + table + " order by 1")
                .query(String.class)
                .list();
    }

    private void agreed(UUID home, UUID person, String status, String until) {
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:person, 1, :home, :person, :status, '{SOCIAL}', '{}', 'P12M', date '2020-01-01',
                          cast(:until as date), 'maja', timestamptz '2020-01-01 10:00Z', '')
                        """)
                .params(Map.of("person", person, "home", home, "status", status, "until", until))
                .update();
        owner.sql("insert into consent_grantor values (:person, 1, '1', 'SELF', date '2020-01-01')")
                .param("person", person)
                .update();
    }

    private void inForce(String until) {
        agreed(HOME, ANNA, "ACTIVE", until);
        owner.sql("""
                        insert into consent_in_force
                        values (:person, 'SOCIAL', :home, :person, 1, '{}', 'P12M', date '2020-01-01', cast(:until as date))
                        """)
                .params(Map.of("person", ANNA, "home", HOME, "until", until))
                .update();
    }

    private void version(int version, int daysAgo) {
        owner.sql("insert into view_version values (:home, :version, :at, :run, '')")
                .params(Map.of("home", HOME, "version", version, "at", daysAgo(daysAgo), "run", UUID.randomUUID()))
                .update();
        owner.sql("update section set until_version = :version - 1 where until_version is null")
                .param("version", version)
                .update();
        owner.sql("""
                        insert into section values (:person, 'social', :version, null, 'SOCIAL', :home, '', '', 'm', :run, :at)
                        """)
                .params(Map.of(
                        "person",
                        ANNA,
                        "home",
                        HOME,
                        "version",
                        version,
                        "at",
                        daysAgo(daysAgo),
                        "run",
                        UUID.randomUUID()))
                .update();
    }

    @Test
    void aVersionGoesThirtyDaysAfterTheNextWithItsSections() {
        inForce("2026-12-31");
        version(1, 400);
        version(2, 31);
        version(3, 30);
        version(4, 29);

        assertThat(swept())
                .as("1 is long superseded, 2 for 30 days to the minute, 3 for 29")
                .isEqualTo(2);
        assertThat(left("version", "view_version")).containsExactly("2", "3", "4");
        assertThat(left("since_version", "section")).containsExactly("2", "3", "4");
    }

    @Test
    void theNewestVersionStaysHoweverOld() {
        inForce("2026-12-31");
        version(1, 700);

        assertThat(swept()).isZero();
    }

    @Test
    void aConsentThatIsOverTakesItsContentWithItThoughNoNightJudgedIt() {
        inForce("2026-11-16");
        version(1, 5);

        swept();

        assertThat(left("source", "consent_in_force")).isEmpty();
        assertThat(left("register", "section")).isEmpty();
        assertThat(left("status", "consent")).as("the proof stays").containsExactly("ACTIVE");
    }

    @Test
    void aConsentHoldsOnItsLastDay() {
        inForce("2026-11-17");

        assertThat(swept()).isZero();
    }

    private void refused(String reason, int first, int last, boolean content) {
        owner.sql("""
                        insert into quarantine values (gen_random_uuid(), 'social', 'SAG', 1, :reason, null, 'm', :person, 'SOCIAL',
                          :home, case when :content then cast('x' as bytea) end, :first, :last, gen_random_uuid())
                        """)
                .params(Map.of("reason", reason, "person", ANNA, "home", HOME, "content", content))
                .param("first", daysAgo(first))
                .param("last", daysAgo(last))
                .update();
    }

    @Test
    void whatARefusedRowSaidGoesAfterFourteenDaysAndItsPlaceAfterNinety() {
        inForce("2026-12-31");
        refused("Q01", 200, 91, true);
        refused("Q02", 200, 1, true);
        refused("Q03", 13, 13, true);

        swept();

        assertThat(left("reason", "quarantine")).containsExactly("Q02", "Q03");
        assertThat(left("reason", "quarantine where content_sealed is not null"))
                .containsExactly("Q03");
    }

    private UUID run(String kind, String state, int daysAgo) {
        UUID run = UUID.randomUUID();
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, ended_at, state)
                        values (:run, :kind, 'TEAM', 'maja', :run, date '2020-01-01', :at,
                          case when :state in ('QUEUED', 'RUNNING') then null else cast(:at as timestamptz) end, :state)
                        """)
                .params(Map.of("run", run, "kind", kind, "state", state, "at", daysAgo(daysAgo)))
                .update();
        owner.sql("insert into run_item (run_id, household_id, state) select :run, gen_random_uuid(), 'KEPT'"
                        + " from generate_series(1, 7)")
                .param("run", run)
                .update();
        owner.sql("insert into run_register (run_id, register) values (:run, 'social')")
                .param("run", run)
                .update();
        return run;
    }

    @Test
    void runsGoAfterTwoYearsButNotThoseThatHaveNotEnded() {
        run("NIGHTLY", "DONE", 732);
        run("NIGHTLY", "FAILED", 733);
        UUID younger = run("REFRESH", "DONE", 729);
        UUID open = run("REFRESH", "QUEUED", 900);

        assertThat(sweep(RetentionSettings.shipped(), 3).sweep())
                .as("in batches of three until nothing is due")
                .isEqualTo(2 * 7 + 2);
        assertThat(left("run_id", "run")).containsExactlyInAnyOrder(younger.toString(), open.toString());
        assertThat(left("run_id", "run_register")).hasSize(2);
        assertThat(swept()).as("twice is once").isZero();
    }

    private void delivered(String name, String state, int daysAgo) {
        owner.sql("insert into delivery values ('bolig', :name, :state, null, '{}', '{}', null, :at)")
                .params(Map.of("name", name, "state", state, "at", daysAgo(daysAgo)))
                .update();
    }

    @Test
    void theNewestAcceptedDeliveryStays() {
        delivered("20240101", "ACCEPTED", 1000);
        delivered("20240108", "ACCEPTED", 993);
        delivered("20240115", "HELD_BACK", 986);
        delivered("20261110", "HELD_BACK", 7);

        swept();

        assertThat(left("name", "delivery")).containsExactly("20240108", "20261110");
    }

    @Test
    void aSpotCheckGoesWithItsLooksFiveYearsAfterTheDraw() {
        for (String month : List.of("2021-11-01", "2021-12-01")) {
            UUID check = UUID.randomUUID();
            owner.sql("insert into spot_check values (:id, cast(:month as date), cast(:month as date) - 31,"
                            + " cast(:month as date), 998, 1, cast(:month as date), 'dorte', cast(:month as date))")
                    .param("id", check)
                    .param("month", month)
                    .update();
            owner.sql("insert into spot_check_look (spot_check_id, place, seq) values (:id, 1, 17)")
                    .param("id", check)
                    .update();
        }

        assertThat(swept()).isOne();
        assertThat(left("month", "spot_check")).containsExactly("2021-12-01");
        assertThat(left("seq", "spot_check_look")).containsExactly("17");
    }

    @Test
    void anAlarmThatEndedIsForgottenAfterThirteenMonthsWithWhoWasTold() {
        for (int days : new int[] {395, 400}) {
            owner.sql(
                            "insert into alarm (kind, source, begun_at, seen_at, ended_at) values ('CHECKPOINTS', :id, :at, :at, :at)")
                    .params(Map.of("id", "a" + days, "at", daysAgo(days)))
                    .update();
        }
        owner.sql("insert into alarm (kind, source, begun_at, seen_at) values ('CHECKPOINTS', 'lasts', :at, :at)")
                .param("at", daysAgo(800))
                .update();
        owner.sql("insert into alarm_message select alarm_id, 'drift', true, ended_at, 1, ended_at from alarm"
                        + " where ended_at is not null")
                .update();

        swept();

        assertThat(left("source", "alarm")).containsExactly("a395", "lasts");
        assertThat(left("receiver", "alarm_message")).hasSize(1);
    }

    @Test
    void whoLookedIsForgottenAfterThirteenMonths() {
        for (int days : new int[] {395, 400}) {
            owner.sql("insert into seen values (:subject, :home, 1, :at)")
                    .params(Map.of("subject", "s" + days, "home", HOME, "at", daysAgo(days)))
                    .update();
        }

        swept();

        assertThat(left("subject", "seen")).containsExactly("s395");
    }

    @Test
    void whatWasNewIsNoNewsAfterThirtyDaysNorIsItKeptWhenWhoWasMailed() {
        inForce("2026-12-31");
        version(1, 31);
        for (int days : new int[] {29, 31}) {
            owner.sql("insert into notice (subject, household_id, version, published_at) values (:who, :home, 1, :at)")
                    .params(Map.of("who", "s" + days, "home", HOME, "at", daysAgo(days)))
                    .update();
            owner.sql("insert into notice_mail values (:who, cast(:at as date))")
                    .params(Map.of("who", "s" + days, "at", daysAgo(days)))
                    .update();
        }

        swept();

        assertThat(left("version", "view_version")).containsExactly("1");
        assertThat(left("subject", "notice")).containsExactly("s29");
        assertThat(left("subject", "notice_mail")).containsExactly("s29");
    }

    @Test
    void theProofGoesFiveYearsAfterTheHouseholdLeft() {
        UUID longAgo = UUID.randomUUID();
        UUID still = UUID.randomUUID();
        household(longAgo, "H-2");
        household(still, "H-3");
        agreed(longAgo, longAgo, "WITHDRAWN", "2030-01-01");
        agreed(still, still, "ACTIVE", "2021-12-31");
        agreed(HOME, ANNA, "EXPIRED", "2020-12-31");
        owner.sql("update household set exit_date = date '2021-11-16' where number in ('H-2', 'H-3')")
                .update();

        swept();

        assertThat(left("number", "household"))
                .as("H-1 has not left, a consent of H-3 was active for longer")
                .containsExactly("H-1", "H-3");
        assertThat(left("household_id", "consent")).containsExactlyInAnyOrder(HOME.toString(), still.toString());
        assertThat(left("consent_id", "consent_grantor")).hasSize(2);
    }

    @Test
    void noRoleMayDeleteAConsentOrCallsTheFunctionButThePipeline() {
        for (var role : List.of(database.web(), database.audit(), database.ops())) {
            assertThatThrownBy(() -> role.sql()
                            .sql("select forget_households(current_date, 1)")
                            .query(Long.class)
                            .single())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> database.pipeline()
                        .sql()
                        .sql("delete from consent where false")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private void draw(String number, String state, int daysAgo, String keysUntil) {
        owner.sql("""
                        insert into draw.draw (draw_id, number, programme, state, areas, protection, criteria_version,
                          minimum_departments, must_include, exclude_months, made_by, made_at, approved_by, locked_at, keys_until)
                        select gen_random_uuid(), :number, 'FREMSKUDT', :state, '{Mosebakken}', 'EXCLUDE', '1', 2, '{}', 12,
                          'ulla', :at, locked.who, locked.at, cast(:keys as date)
                          from (select case when :state <> 'DRAFT' then 'gorm' end as who,
                            case when :state <> 'DRAFT' then cast(:at as timestamptz) end as at) locked
                        """)
                .params(Map.of("number", number, "state", state, "at", daysAgo(daysAgo), "keys", keysUntil))
                .update();
        if (!state.equals("DRAFT")) {
            owner.sql("insert into draw.household_key select draw_id, md5('1') || md5('1'), 'Mosebakken', 'DRAWN', 1"
                            + " from draw.draw where number = :number union all"
                            + " select draw_id, md5('2') || md5('2'), 'Mosebakken', 'REST', null"
                            + " from draw.draw where number = :number")
                    .param("number", number)
                    .update();
        }
    }

    @Test
    void aDrawNobodyGoesOnWithGoesAndALockedOneIsClosedWithWhatClosingDoes() {
        draw("2026-1", "DRAFT", 89, "2030-09-30");
        draw("2026-2", "DRAFT", 91, "2030-09-30");
        draw("2026-3", "LOCKED", 89, "2030-09-30");
        draw("2026-4", "LOCKED", 91, "2030-09-30");
        draw("2026-5", "CLOSED", 900, "2026-11-17");
        draw("2026-6", "CLOSED", 900, "2026-11-16");

        swept();

        assertThat(left("number || ' ' || state", "draw.draw"))
                .containsExactly("2026-1 DRAFT", "2026-3 LOCKED", "2026-4 CLOSED", "2026-5 CLOSED", "2026-6 CLOSED");
        assertThat(left("number || ' ' || part", "draw.household_key join draw.draw using (draw_id)"))
                .containsExactly("2026-3 DRAWN", "2026-3 REST", "2026-4 DRAWN", "2026-5 DRAWN", "2026-5 REST");
        assertThat(left("what", "erasure"))
                .as("the key of the draft is due with it")
                .contains("draw");
        assertThatThrownBy(
                        () -> database.draw().sql().sql("delete from draw.draw").update())
                .as("a locked draw stays")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void copiesOfTheDatabaseGoAfterThirtyDaysAndOfTheKeystoreAfterSeven() throws IOException {
        for (Path folder : List.of(databases, keystores)) {
            for (String name : List.of(
                    "samblik-20261116T033000Z-00000001",
                    "samblik-20261110T033001Z-00000002",
                    "samblik-20261110T032959Z-00000003",
                    "samblik-20261018T023000Z-00000004",
                    "samblik-20261018T022959Z-00000005")) {
                Files.createFile(folder.resolve(name + (folder.equals(databases) ? ".zip" : ".keystore")));
            }
            Files.createFile(folder.resolve("of-somebody-else-20200101T000000Z.zip"));
        }

        assertThat(swept()).isEqualTo(1 + 3);

        assertThat(databases.toFile().list()).hasSize(5);
        assertThat(keystores.toFile().list()).hasSize(3);
    }

    private static Run ended(Run.Kind kind) {
        return new Run(RunId.random(), kind, LocalDate.of(2026, 11, 17), 1, null);
    }

    @Test
    void itIsSweptOnceANightAndAfterNoRefresh() {
        Sweep sweep = sweep(RetentionSettings.shipped(), 100);
        delivered("20230101", "HELD_BACK", 1000);
        sweep.afterNight(ended(Run.Kind.REFRESH));
        assertThat(left("name", "delivery")).as("a refresh is no night").hasSize(1);

        sweep.afterNight(ended(Run.Kind.NIGHTLY));
        assertThat(left("name", "delivery")).isEmpty();

        delivered("20230101", "HELD_BACK", 1000);
        sweep.afterNight(ended(Run.Kind.REFRESH));
        assertThat(left("name", "delivery")).as("once a night").hasSize(1);
    }

    @Test
    void whatFailsIsTriedAgainAfterTheNextRun() {
        Sweep sweep = sweep(RetentionSettings.shipped(), 100);
        delivered("20230101", "HELD_BACK", 1000);
        owner.sql("alter table delivery rename to away").update();
        sweep.afterNight(ended(Run.Kind.NIGHTLY));
        owner.sql("alter table away rename to delivery").update();

        sweep.afterNight(ended(Run.Kind.REFRESH));

        assertThat(left("name", "delivery")).isEmpty();
    }
}
