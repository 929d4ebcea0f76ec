package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.register.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each conversion by its name, with the cells as registers write them. */
class ConversionTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    private static final DateForm DANISH = DateForm.named("dd-MM-yyyy", Set.of("31-12-9999"));
    private static final DateForm INSTANT = DateForm.named("instant", Set.of());
    private static final CodeList CODES = list(
            "A;apple;;;FRUIT",
            "B;bread;;2025-06-30;FOOD",
            "B;brown bread;2026-01-01;;FOOD",
            "CLOSED_ONE;done;;;CLOSED");

    @Test
    void textIsOnOneLine() {
        assertThat(converted("text", " Beboerhuset,\r\n  Mosebakken 1 ")).isEqualTo("Beboerhuset, Mosebakken 1");
        assertThat(converted("text", "   ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Misbrugscenter",
                "Rusmiddelteamet",
                "Team Rus",
                "KRISECENTRET",
                "Alkoholambulatoriet",
                "Stofmisbrug"
            })
    void textThatGivesTreatmentAwayIsLost(String unit) {
        assertThat(converted("discreet-text", unit)).isNull();
        assertThat(converted("discreet-text", "Rådgiver", unit)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Virusklinik", "Myndighed Voksen", "Brusgård", "Team Øst"})
    void otherTextStays(String unit) {
        assertThat(converted("discreet-text", unit)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"99001234,99 00 12 34", "+45 99 00 12 34,99 00 12 34", "99 00 12 34,99 00 12 34", "lok. 12,lok. 12"})
    void phoneNumbersAreInPairs(String written, String shown) {
        assertThat(converted("phone", written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.495,00;12495.00",
                "12495.00;12495.00",
                "12495,5;12495.50",
                "12.495;12495.00",
                "4.5;4.50",
                "-3,25;-3.25",
                "0,00;0.00"
            })
    void decimalsAreReadInEitherSpelling(String written, BigDecimal number) {
        assertThat(converted("decimal", written)).isEqualTo(number);
    }

    @Test
    void monthsAreYearAndMonth() {
        assertThat(converted("month", "2026-09")).isEqualTo(YearMonth.of(2026, 9));
        for (String no : List.of("09-2026", "2026-13", "2026-9", "+12026-01", "2026-09-01")) {
            assertThatThrownBy(() -> converted("month", no)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aNumberFromADatabaseOrAnInterfaceIsTakenAsItIs() {
        assertThat(converted("decimal", new BigDecimal("4.125"))).isEqualTo(new BigDecimal("4.13"));
        assertThat(converted("decimal", 1.5)).isEqualTo(new BigDecimal("1.50"));
        assertThat(converted("integer", 23L)).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tyve", "1,2,3", "12.49,5", "--2"})
    void whatIsNoNumberCannotBeRead(String written) {
        assertThatThrownBy(() -> converted("decimal", written))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining(written);
    }

    @Test
    void wholeNumbersMayHaveADecimal() {
        assertThat(converted("integer", "1.0")).isEqualTo(1);
        assertThatThrownBy(() -> converted("integer", "1.5")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "1.0,true", "0,false", "J,true", "N,false", "Ja,true", "Nej,false", "true,true", "f,false"})
    void yesAndNoInManyTongues(String written, boolean yes) {
        assertThat(converted("yes-no", written)).isEqualTo(yes);
    }

    @Test
    void nothingIsNoAndAnythingElseCannotBeRead() {
        assertThat(converted("yes-no", (Object) null)).isEqualTo(false);
        assertThatThrownBy(() -> converted("yes-no", "måske")).isInstanceOf(Unreadable.class);
    }

    @Test
    void onlyWhetherSomethingIsOwed() {
        assertThat(converted("arrears", "6.120,00")).isEqualTo(true);
        assertThat(converted("arrears", "0,00")).isEqualTo(false);
        assertThat(converted("arrears", (Object) null)).isEqualTo(false);
    }

    @Test
    void datesByPatternAndOpenEnds() {
        assertThat(converted("date", "04-02-2025")).isEqualTo(LocalDate.of(2025, 2, 4));
        assertThat(converted("date", "31-12-9999")).isNull();
        assertThat(converted("date", java.sql.Date.valueOf("2025-02-04"))).isEqualTo(LocalDate.of(2025, 2, 4));
        assertThatThrownBy(() -> converted("date", "31-02-2025")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> converted("date", "2025-02-04")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-31T22:00:00.000+0000,2025-06-01",
        "2025-12-31T23:00:00.000+0000,2026-01-01",
        "2025-06-15T00:00:00.000+0000,2025-06-15",
        "2026-03-29T00:30:00Z,2026-03-29",
        "2026-03-28T23:00:00.000+0000,2026-03-29",
        "2026-10-24T22:00:00+00:00,2026-10-25",
        "2026-10-25T23:00:00.000+0000,2026-10-26",
        "2026-12-15,2026-12-15"
    })
    void anInstantIsTheDateInDenmark(String written, LocalDate date) {
        assertThat(formed("date", INSTANT, List.of(), written)).isEqualTo(date);
    }

    @Test
    void timesAreThoseOfADanishClock() {
        assertThat(converted("time", "9:30")).isEqualTo(LocalTime.of(9, 30));
        assertThat(formed("time", INSTANT, List.of(), "2026-11-20T09:00:00.000+0000"))
                .isEqualTo(LocalTime.of(10, 0));
        assertThat(formed("time", INSTANT, List.of(), "2026-07-20T09:00:00.000+0000"))
                .isEqualTo(LocalTime.of(11, 0));
        assertThat(formed("time", INSTANT, List.of(), "2026-11-20")).isNull();
        assertThatThrownBy(() -> converted("time", "25:00")).isInstanceOf(Unreadable.class);
    }

    @Test
    void codesAreThoseOfTheDay() {
        assertThat(code("code", "a")).isEqualTo(new Coded("A", "apple", "FRUIT", true));
        assertThat(code("code", "Apple")).isEqualTo(new Coded("A", "apple", "FRUIT", true));
        assertThat(code("code", "B").text()).isEqualTo("brown bread");
        assertThat(code("code", "X")).isEqualTo(new Coded("X", "X", null, false));
        assertThat(formed("code", DANISH, List.of(CODES), "X", "exotic"))
                .isEqualTo(new Coded("X", "exotic", null, false));
    }

    @Test
    void aCodeIsLookedUpOnTheDayAnotherColumnSays() {
        assertThat(onDay("01-05-2025")).isEqualTo(new Coded("B", "bread", "FOOD", true));
        assertThat(onDay("01-08-2025")).isEqualTo(new Coded("B", "B", "FOOD", false));
        assertThat(onDay("")).isEqualTo(new Coded("B", "brown bread", "FOOD", true));
    }

    @Test
    void subjectNumbersLoseTheirFacet() {
        assertThat(code("kle", "15.20.20-G01").code()).isEqualTo("15.20.20");
        assertThat(code("kle", "15.20").code()).isEqualTo("15.20");
    }

    @ParameterizedTest
    @CsvSource({"06-feb,6.2", "6-okt,6.10", "06-oct,6.10", "06. jan,6.1", "6.13,6.13", "06-xyz,06-xyz"})
    void aTargetGroupIsMendedAfterASpreadsheet(String written, String code) {
        assertThat(code("target-group", written).code()).isEqualTo(code);
    }

    @Test
    void aCaseIsOpenUnlessItsStatusSaysClosed() {
        assertThat(formed("open-case", DANISH, List.of(CODES), "A", "01-02-2026"))
                .isEqualTo(true);
        assertThat(formed("open-case", DANISH, List.of(CODES), "done", null)).isEqualTo(false);
        assertThat(formed("open-case", DANISH, List.of(CODES), "X", null)).isEqualTo(true);
        assertThat(formed("open-case", DANISH, List.of(CODES), "X", "01-02-2026"))
                .isEqualTo(false);
    }

    @Test
    void hoursAndMinutesAreHours() {
        assertThat(converted("hours-and-minutes", "20", "30")).isEqualTo(new BigDecimal("20.50"));
        assertThat(converted("hours-and-minutes", "20", null)).isEqualTo(new BigDecimal("20.00"));
        assertThat(converted("hours-and-minutes", null, "10")).isEqualTo(new BigDecimal("0.17"));
        assertThat(converted("hours-and-minutes", null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"90,UGE,1.50", "15,DAG,1.75", "90,MAANED,0.35", "260,MAANED,1.00"})
    void minutesOfAGrantAreHoursAWeek(String minutes, String each, BigDecimal hours) {
        assertThat(converted("social-extent", minutes, each)).isEqualTo(hours);
    }

    @Test
    void aGrantWithoutMinutesHasNoHours() {
        assertThat(converted("social-extent", null, "UGE")).isNull();
        assertThat(converted("social-extent", "90", null)).isNull();
        assertThat(converted("social-extent", "90", "AAR")).isNull();
    }

    @Test
    void aGrantIsNamedBySubjectOrParagraph() {
        CodeList subjects = list("27.36.12;support;;;");
        CodeList laws = list("SEL § 85;support by paragraph;;;");
        List<CodeList> both = List.of(subjects, laws);

        assertThat(formed("grant-kind", INSTANT, both, "27.36.12", "85", "SEL"))
                .isEqualTo(new Coded("27.36.12", "support", null, true));
        assertThat(formed("grant-kind", INSTANT, both, "27.99.99", "§85", "SEL"))
                .isEqualTo(new Coded("27.99.99", "support by paragraph", null, true));
        assertThat(formed("grant-kind", INSTANT, both, null, "§85", "SEL"))
                .isEqualTo(new Coded("", "support by paragraph", null, true));
        assertThat(formed("grant-kind", INSTANT, both, null, "§ 999", "SEL")).isNull();
        assertThat(formed("grant-kind", INSTANT, both, "27.99.99", null, null))
                .isEqualTo(new Coded("27.99.99", "27.99.99", null, false));
    }

    @ParameterizedTest
    @CsvSource({
        "'Lærkevænget 12, 2. tv',9988",
        "'Lærkevænget 12, 2.tv.',9988",
        "'Lærkevænget 012 2 TV',9988",
        "'Lærkevænget 12,02 tv  ',9988",
        "'LÆRKEVÆNGET 12 2TV',9988"
    })
    void oneAddressHasOneKey(String street, String postcode) {
        assertThat(converted("address-key", street, postcode)).isEqualTo("lærkevænget 12 2 tv 9988");
    }

    @Test
    void otherAddressesHaveOtherKeys() {
        assertThat(AddressKey.of("Mosebakken 4A", "988")).isEqualTo("mosebakken 4 a 0988");
        assertThat(AddressKey.of("Mosebakken 4", "988")).isNotEqualTo(AddressKey.of("Mosebakken 40", "988"));
        assertThat(AddressKey.of("Mosebakken 4", null)).isEqualTo("mosebakken 4");
        assertThat(AddressKey.of("Vej 0", null)).isEqualTo("vej 0");
    }

    @Test
    void anAddressHasItsPostcodeBack() {
        assertThat(converted("address", "Mosebakken 4 ", "988", "Fjordsted Ø"))
                .isEqualTo("Mosebakken 4, 0988 Fjordsted Ø");
        assertThat(converted("address", "Mosebakken 4", null, null)).isEqualTo("Mosebakken 4");
        assertThat(converted("address", null, "988", "Fjordsted")).isNull();
        assertThat(converted("joined", "101", null, "45")).isEqualTo("101-45");
    }

    @Test
    void everyConversionIsTriedHere() {
        assertThat(Conversion.names())
                .containsExactlyInAnyOrder(
                        "address",
                        "address-key",
                        "arrears",
                        "code",
                        "date",
                        "decimal",
                        "discreet-text",
                        "grant-kind",
                        "hours-and-minutes",
                        "integer",
                        "joined",
                        "kle",
                        "legal-basis",
                        "legal-basis-known",
                        "month",
                        "open-case",
                        "phone",
                        "primary-role",
                        "social-extent",
                        "target-group",
                        "text",
                        "time",
                        "yes-no");
    }

    @Test
    void thePrimaryRoleIsThatOfTheList() {
        CodeList roles = list("PRIMAER;Primær;;;PRIMARY", "OEVRIG;Øvrig;;;OTHER");

        assertThat(formed("primary-role", INSTANT, List.of(roles), "PRIMAER")).isEqualTo(true);
        assertThat(formed("primary-role", INSTANT, List.of(roles), "Øvrig")).isEqualTo(false);
    }

    private static Coded onDay(String day) {
        Row row = row("B", day);
        Conversion.Setting setting = new Conversion.Setting(DANISH, List.of(CODES), Column.named("c1", Set.of()));
        return (Coded) Conversion.named("code")
                .orElseThrow()
                .reading()
                .apply(setting)
                .of(new Cells(List.of(Column.named("c0", Set.of())), new Source(row, Map.of(), NIGHT)));
    }

    private static Coded code(String name, String written) {
        return (Coded) formed(name, DANISH, List.of(CODES), written);
    }

    private static Object converted(String name, Object... cells) {
        return formed(name, DANISH, List.of(), cells);
    }

    private static Object formed(String name, DateForm dates, List<CodeList> lists, Object... cells) {
        List<Column> columns = new ArrayList<>();
        for (int cell = 0; cell < cells.length; cell++) {
            columns.add(Column.named("c" + cell, Set.of()));
        }
        return Conversion.named(name)
                .orElseThrow()
                .reading()
                .apply(new Conversion.Setting(dates, lists, null))
                .of(new Cells(columns, new Source(row(cells), Map.of(), NIGHT)));
    }

    private static Row row(Object... cells) {
        Map<String, Object> values = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            values.put("c" + cell, cells[cell]);
        }
        return new Row("T", 1, null, values);
    }

    private static CodeList list(String... lines) {
        List<String> all = new ArrayList<>(List.of("code;text;valid_from;valid_to;canonical"));
        all.addAll(List.of(lines));
        return CodeList.read("list", "list.csv", all);
    }
}
