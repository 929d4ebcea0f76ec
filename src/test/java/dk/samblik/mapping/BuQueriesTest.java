package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.consent.Consenting;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The queries of boern-og-unge on a real schema bu, as the account we are given. */
class BuQueriesTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    private static JdbcClient owner;
    private static JdbcClient reader;

    @BeforeAll
    static void schema() throws Exception {
        Login login = TestDatabase.bare("bu_queries");
        DriverManagerDataSource source = new DriverManagerDataSource(login.url(), login.user(), login.password());
        owner = JdbcClient.create(source);
        try (var connection = source.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new org.springframework.core.io.support.EncodedResource(
                            new ClassPathResource("demo/bu-schema.sql"), "UTF-8"),
                    false,
                    false,
                    "--",
                    ScriptUtils.EOF_STATEMENT_SEPARATOR,
                    "/*",
                    "*/");
        }
        SingleConnectionDataSource alone =
                new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        reader = JdbcClient.create(alone);
        reader.sql("set role samblik_laeser").update();
    }

    @BeforeEach
    void empty() {
        owner.sql(
                        "truncate bu.sag, bu.sag_part, bu.indsats, bu.frist, bu.aktivitet, bu.elev, bu.skolekalender, bu.elevfravaer,"
                                + " bu.dagtilbud, bu.fremmoede, bu.lukkedag, bu.behandler, bu.orgenhed")
                .update();
        owner.sql("insert into bu.orgenhed values (12, 'Team Tidlig indsats', null)")
                .update();
        owner.sql("insert into bu.behandler values (501, 'Kirsten Bak', 'Socialrådgiver', '99 00 22 01', null, true),"
                        + " (502, 'Ole Vang', null, null, null, false)")
                .update();
    }

    @Test
    void aCaseComesWithItsUnitItsWorkerAndWhetherItIsOpen() {
        sag(1, "Dina", "");

        assertThat(ask("sag", "Dina"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("sagsnummer", "nr 1")
                        .containsEntry("cpr", Consenting.number("Dina").digits())
                        .containsEntry("enhed", "Team Tidlig indsats")
                        .containsEntry("behandler_navn", "Kirsten Bak")
                        .containsEntry("er_aaben", true));
    }

    @Test
    void aWorkerWhoHasLeftOrIsUnknownLeavesTheUnit() {
        sag(1, "Dina", "primaer_behandler_id = 502");
        sag(2, "Dina", "primaer_behandler_id = 999");

        assertThat(ask("sag", "Dina"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("behandler_navn", null)
                        .containsEntry("enhed", "Team Tidlig indsats"));
    }

    @Test
    void aStatusTheVendorHasAddedIsOpenUntilThereIsAnEnd() {
        sag(1, "Dina", "status_kode = 'SagStatus8'");
        sag(2, "Dina", "status_kode = 'SagStatus8', afsluttet = date '2026-10-01'");

        assertThat(ask("sag", "Dina")).extracting(row -> row.get("er_aaben")).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slettet = true", "tvang = true", "foelsomhed = 4", "visningsklasse = 'SKJULT'"})
    void aHiddenCaseIsNotReadNorAnythingUnderIt(String hidden) {
        sag(1, "Dina", hidden);
        under(1, "Dina");

        assertNothingIsRead("Dina");
    }

    @Test
    void anOpenCaseAndAllUnderItAreRead() {
        sag(1, "Dina", "");
        under(1, "Dina");

        for (String query : List.of("sag", "indsats", "frist", "aktivitet")) {
            assertThat(ask(query, "Dina")).as(query).hasSize(1);
        }
    }

    @Test
    void aCaseAboutAnUnbornChildIsNotTheMothers() {
        sag(1, "Anna", "");
        under(1, "Anna");
        part(1, Consenting.number("Anna").digits(), "UFOEDT");
        part(1, Consenting.number("Anna").digits(), "MOR");

        assertNothingIsRead("Anna");
    }

    @Test
    void theUnbornChildsRowMayHaveAHyphenAnOldNumberAReplacementOrNone() {
        String digits = Consenting.number("Anna").digits();
        List<String> spellings = List.of(
                digits.substring(0, 6) + "-" + digits.substring(6),
                Consenting.oldNumber("Anna").digits(),
                (char) (digits.charAt(0) + 6) + digits.substring(1));
        for (int at = 0; at < spellings.size(); at++) {
            sag(at + 1, "Anna", "");
            under(at + 1, "Anna");
            part(at + 1, spellings.get(at), "UFOEDT");
        }
        sag(9, "Anna", "");
        under(9, "Anna");
        part(9, null, "UFOEDT");

        assertNothingIsRead("Anna");
    }

    @Test
    void aCaseAboutAChildStaysTheChildsWhenTheMotherExpectsAnother() {
        sag(1, "Dina", "");
        part(1, Consenting.number("Anna").digits(), "UFOEDT");

        assertThat(ask("sag", "Dina")).hasSize(1);
    }

    @Test
    void aMeasureUnderASiblingsCaseIsTheChildsOwnAndTheCaseIsNot() {
        sag(1, "Emil", "");
        under(1, "Dina");

        assertThat(ask("indsats", "Dina")).hasSize(1);
        assertThat(ask("sag", "Dina")).isEmpty();
        assertThat(ask("frist", "Dina")).isEmpty();
        assertThat(ask("aktivitet", "Dina")).isEmpty();
    }

    @Test
    void notesAreNeverReadAndCannotBe() {
        sag(1, "Dina", "");
        owner.sql("insert into bu.aktivitet values (1, cast(? as uuid), 'NOTAT', '2026-11-01', 'UDFOERT', false, 'x')")
                .param(uuid(1))
                .update();

        assertThat(ask("aktivitet", "Dina")).isEmpty();
        assertThatThrownBy(() ->
                        reader.sql("select notat from bu.aktivitet").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void onlyThoseAskedAboutAreRead() {
        sag(1, "Dina", "");
        sag(2, "Emil", "");

        assertThat(ask("sag", "Emil")).hasSize(1);
        assertThat(ask("sag", "Dina", "Emil")).hasSize(2);
        assertThat(ask("sag", "Zoe")).isEmpty();
    }

    @Test
    void absenceCountsTheLastWordOfADayAndSchoolDaysOnly() {
        elev("Dina", "2023-08-10", null);
        calendar("70012", "2026-07-01", "2026-12-31");
        absent("Dina", "2026-11-03", "ULO", "HEL", "2026-11-03 08:31", false);
        absent("Dina", "2026-11-03", "SYG", "HEL", "2026-11-05 12:02", true);
        absent("Dina", "2026-11-10", "TIL", "DEL", "2026-11-10 08:29", false);
        absent("Dina", "2026-11-12", "TIL", "HEL", "2026-11-12 08:29", false);
        absent("Dina", "2026-11-14", "ULO", "HEL", "2026-11-14 08:29", false);
        absent("Dina", "2026-11-18", "ULO", "HEL", "2026-11-18 08:29", false);
        absent("Dina", "2026-09-30", "ULO", "HEL", "2026-09-30 08:29", false);

        assertThat(ask("fravaer", "Dina"))
                .extracting(BuQueriesTest::absence)
                .containsExactly(
                        "2026-07 2026-07-31: 23 days 0 sick 0 permitted 0 unlawful 0 partial",
                        "2026-08 2026-08-31: 21 days 0 sick 0 permitted 0 unlawful 0 partial",
                        "2026-09 2026-09-30: 22 days 0 sick 0 permitted 1 unlawful 0 partial",
                        "2026-10 2026-10-31: 22 days 0 sick 0 permitted 0 unlawful 0 partial",
                        "2026-11 2026-11-17: 12 days 1 sick 1 permitted 0 unlawful 1 partial");
    }

    @Test
    void aMonthWithoutACalendarHasNoFiguresAndOneWithoutSchoolDaysHasNone() {
        elev("Dina", "2023-08-10", null);
        calendar("70012", "2026-07-01", "2026-08-31");
        owner.sql("update bu.skolekalender set skoledag = false where dato < '2026-08-01'")
                .update();
        absent("Dina", "2026-11-03", "ULO", "HEL", "2026-11-03 08:31", false);

        assertThat(ask("fravaer", "Dina"))
                .extracting(row -> row.get("maaned") + " " + row.get("skoledage"))
                .containsExactly("2026-07 0", "2026-08 21");
    }

    @Test
    void absenceIsCountedWhileEnrolled() {
        elev("Dina", "2026-11-02", "2026-11-06");
        calendar("70012", "2026-07-01", "2026-12-31");
        absent("Dina", "2026-11-09", "ULO", "HEL", "2026-11-09 08:31", false);

        assertThat(ask("fravaer", "Dina"))
                .extracting(BuQueriesTest::absence)
                .containsExactly("2026-11 2026-11-17: 5 days 0 sick 0 permitted 0 unlawful 0 partial");
    }

    @Test
    void monthsReachBackToTheSeventhAndTurnWithTheYear() {
        elev("Dina", "2023-08-10", null);
        calendar("70012", "2025-05-01", "2026-03-31");

        assertThat(ask("fravaer", LocalDate.of(2026, 1, 5), "Dina"))
                .extracting(row -> row.get("maaned") + " " + row.get("skoledage"))
                .containsExactly(
                        "2025-06 21",
                        "2025-07 23",
                        "2025-08 21",
                        "2025-09 22",
                        "2025-10 23",
                        "2025-11 20",
                        "2025-12 23",
                        "2026-01 3");
    }

    @Test
    void attendanceIsExpectedOnWeekdaysTheHouseIsOpen() {
        place("Emil", "Solstrålen", "2026-08-01", null);
        owner.sql("insert into bu.lukkedag values ('Solstrålen', '2026-11-13'), ('Solstrålen', '2026-11-14')")
                .update();
        came("Emil", "2026-11-16", "08:10", null);
        came("Emil", "2026-11-12", null, "SYG");
        came("Emil", "2026-11-11", null, "FERIE");
        came("Emil", "2026-11-10", null, "FRI");
        came("Emil", "2026-11-09", null, "SYG");
        came("Emil", "2026-11-09", "12:00", null);
        came("Emil", "2026-11-13", "08:00", null);
        came("Emil", "2026-11-15", "08:00", null);

        assertThat(ask("fremmoede", "Emil"))
                .extracting(BuQueriesTest::attendance)
                .containsExactly(
                        "2026-10-19 to 2026-11-17: 21 expected 2 attended 1 sick 1 holiday 1 free 16 unmarked");
    }

    @Test
    void aPlaceThatIsNewOrOverCountsWhatItIs() {
        place("Emil", "Solstrålen", "2026-11-16", null);
        place("Emil", "Mosen", "2026-01-01", "2026-11-16");
        place("Emil", "Engen", "2026-11-18", null);

        assertThat(ask("fremmoede", "Emil"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("institution", "Solstrålen")
                        .containsEntry("forventet", 2L)
                        .containsEntry("umarkeret", 2L));
        assertThat(ask("dagtilbud", "Emil")).hasSize(3);
    }

    /** July to September are of the quarter before, October is over, November is not. Eight, six and seven hours are 420 in the middle. */
    @Test
    void hoursOfTheObligatoryOfferAreCountedByTheMonth() {
        place("Emil", "Solstrålen", "2026-10-12", null);
        place("Emil", "Mosen", "2026-01-01", null);
        owner.sql("update bu.dagtilbud set obligatorisk = institution = 'Solstrålen'")
                .update();
        stayed("Emil", "2026-10-13", "08:00", "16:00");
        stayed("Emil", "2026-10-14", "08:00", "14:00");
        stayed("Emil", "2026-10-15", "08:00", "15:00");
        stayed("Emil", "2026-10-16", "08:00", null);
        stayed("Emil", "2026-10-19", "08:00", "07:00");
        stayed("Emil", "2026-10-09", "08:00", "16:00");
        stayed("Emil", "2026-11-02", "08:00", "16:00");
        came("Emil", "2026-10-20", null, "SYG");

        assertThat(ask("laeringstimer", "Emil"))
                .extracting(row -> row.get("institution") + " " + row.get("maaned") + ": " + row.get("dage") + " days "
                        + row.get("kom") + " came " + row.get("uden_gik") + " unnoted " + row.get("minutter")
                        + " minutes " + row.get("median"))
                .containsExactly("Solstrålen 2026-10: 20 days 5 came 2 unnoted 1260 minutes 420.0");
    }

    private static void stayed(String person, String day, String in, String out) {
        owner.sql("insert into bu.fremmoede values (?, cast(? as date), cast(? as time), cast(? as time), null)")
                .params(java.util.Arrays.asList(Consenting.number(person).digits(), day, in, out))
                .update();
    }

    @Test
    void enrolmentsAreReadAsTheyAre() {
        elev("Dina", "2023-08-10", null);

        assertThat(ask("elev", "Dina"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("art", "SCHOOL")
                        .containsEntry("skole", "Lærkeskolen")
                        .containsEntry("klasse", "3.b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sag", "indsats", "frist", "aktivitet", "elev", "dagtilbud"})
    void theOwnersIndexesAreEnough(String query) {
        owner.sql(
                        "insert into bu.sag select gen_random_uuid(), 'n', 'STOETTE', null, 'SagStatus1', 1, null, false, '2026-01-01', null,"
                                + " to_char(n, 'FM0000000000'), 12, 501, null, false, now() from generate_series(1, 5000) n")
                .update();
        owner.sql("insert into bu.sag_part select sag_id, primaer_cpr, 'BARN', oprettet, null from bu.sag")
                .update();
        owner.sql("insert into bu.frist select row_number() over (), sag_id, 'PLAN', oprettet, null from bu.sag")
                .update();
        owner.sql(
                        "insert into bu.aktivitet select row_number() over (), sag_id, 'MOEDE', oprettet, 'PLANLAGT', false, null from bu.sag")
                .update();
        owner.sql(
                        "insert into bu.indsats select row_number() over (), sag_id, primaer_cpr, 'BL', '32', 'GRUPPE', null, null, oprettet,"
                                + " null, null, 'IGANG', null from bu.sag")
                .update();
        owner.sql("insert into bu.elev select primaer_cpr, '1', 's', null, null, oprettet, null from bu.sag")
                .update();
        owner.sql("insert into bu.dagtilbud select primaer_cpr, 's', 'SFO', oprettet, null, false, null from bu.sag")
                .update();
        owner.sql("analyze").update();

        assertThat(plan(query))
                .noneMatch(step ->
                        step.matches(".*Seq Scan on (sag|sag_part|frist|aktivitet|indsats|elev|dagtilbud)\\b.*"));
    }

    private List<String> plan(String query) {
        return statement("explain " + text(query), NIGHT, "Dina", "Emil")
                .query(String.class)
                .list();
    }

    private void assertNothingIsRead(String person) {
        for (String query : List.of("sag", "indsats", "frist", "aktivitet")) {
            assertThat(ask(query, person)).as(query).isEmpty();
        }
    }

    private static List<Map<String, Object>> ask(String query, String... names) {
        return ask(query, NIGHT, names);
    }

    private static List<Map<String, Object>> ask(String query, LocalDate night, String... names) {
        return statement(text(query), night, names).query().listOfRows();
    }

    private static JdbcClient.StatementSpec statement(String sql, LocalDate night, String... names) {
        String[] members =
                Stream.of(names).map(name -> Consenting.number(name).digits()).toArray(String[]::new);
        return reader.sql(sql).param("members", members).param("night", Date.valueOf(night));
    }

    private static String text(String query) {
        try {
            return Files.readString(Path.of("mappings/boern-og-unge", query + ".sql"))
                    .replace(":?", ":");
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String absence(Map<String, Object> row) {
        return row.get("maaned") + " " + row.get("op_til") + ": " + row.get("skoledage") + " days " + row.get("syg")
                + " sick " + row.get("tilladt") + " permitted " + row.get("ulovligt") + " unlawful " + row.get("delvis")
                + " partial";
    }

    private static String attendance(Map<String, Object> row) {
        return row.get("periode_fra") + " to " + row.get("periode_til") + ": " + row.get("forventet") + " expected "
                + row.get("kom") + " attended " + row.get("syg") + " sick " + row.get("ferie") + " holiday "
                + row.get("fri")
                + " free " + row.get("umarkeret") + " unmarked";
    }

    private static String uuid(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static void sag(int number, String person, String set) {
        owner.sql(
                        "insert into bu.sag values (cast(:id as uuid), :number, 'STOETTE', '34.15.25', 'SagStatus1', 2, true, false,"
                                + " '2026-03-10', null, :cpr, 12, 501, null, false, now())")
                .param("id", uuid(number))
                .param("number", "nr " + number)
                .param("cpr", Consenting.number(person).digits())
                .update();
        if (!set.isEmpty()) {
            owner.sql("update bu.sag set " + set + " where sag_id = cast(:id as uuid)")
                    .param("id", uuid(number))
                    .update();
        }
    }

    private static void part(int number, String cpr, String role) {
        owner.sql("insert into bu.sag_part values (cast(? as uuid), ?, ?, '2026-03-10', null)")
                .params(java.util.Arrays.asList(uuid(number), cpr, role))
                .update();
    }

    /** A measure for the person, a deadline and a planned meeting, all under the case. */
    private static void under(int number, String person) {
        owner.sql(
                        "insert into bu.indsats values (:n, cast(:id as uuid), :cpr, 'BL', '§32', 'GRUPPE', null, null, '2026-04-01', null,"
                                + " 4.5, 'IGANG', 'MED')")
                .param("n", number)
                .param("id", uuid(number))
                .param("cpr", Consenting.number(person).digits())
                .update();
        owner.sql("insert into bu.frist values (?, cast(? as uuid), 'OPFOELGNING', '2026-12-01', null)")
                .params(number, uuid(number))
                .update();
        owner.sql(
                        "insert into bu.aktivitet values (?, cast(? as uuid), 'MOEDE', '2026-11-26', 'PLANLAGT', false, null)")
                .params(number, uuid(number))
                .update();
    }

    private static void elev(String person, String from, String until) {
        owner.sql("insert into bu.elev values (?, '70012', 'Lærkeskolen', '3.b', 3, cast(? as date), cast(? as date))")
                .params(java.util.Arrays.asList(Consenting.number(person).digits(), from, until))
                .update();
    }

    private static void calendar(String school, String from, String until) {
        owner.sql("insert into bu.skolekalender select ?, d, extract(isodow from d) < 6"
                        + " from generate_series(cast(? as date), cast(? as date), interval '1 day') d")
                .params(school, from, until)
                .update();
    }

    private static void absent(String person, String day, String kind, String extent, String noted, boolean corrected) {
        owner.sql("insert into bu.elevfravaer values (?, cast(? as date), ?, ?, cast(? as timestamp), ?)")
                .params(Consenting.number(person).digits(), day, kind, extent, noted, corrected)
                .update();
    }

    private static void place(String person, String institution, String from, String until) {
        owner.sql("insert into bu.dagtilbud values (?, ?, 'VUGGESTUE', cast(? as date), cast(? as date), false, null)")
                .params(java.util.Arrays.asList(Consenting.number(person).digits(), institution, from, until))
                .update();
    }

    private static void came(String person, String day, String at, String absence) {
        owner.sql("insert into bu.fremmoede values (?, cast(? as date), cast(? as time), null, ?)")
                .params(java.util.Arrays.asList(Consenting.number(person).digits(), day, at, absence))
                .update();
    }
}
