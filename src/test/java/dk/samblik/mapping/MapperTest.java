package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.household.Category;
import dk.samblik.household.HouseholdId;
import dk.samblik.mapping.Answer.Outcome.Answered;
import dk.samblik.register.Reading;
import dk.samblik.register.Row;
import dk.samblik.run.Fates;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rows about people in households become facts of the right person, and every row has one fate. */
class MapperTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));
    private static final Mapper MAPPER = new Mapper(MAPPINGS);

    @Test
    void aRowBelongsToThePersonItNames() {
        Answer answer = jobcenter(household("Anna", "Bo"), sag(1, "JC-1", "Anna"), sag(2, "JC-2", "Bo"));

        assertThat(facts(answer, "Anna"))
                .extracting(fact -> ((Fact.Case) fact).number())
                .containsExactly("JC-1");
        assertThat(facts(answer, "Bo"))
                .extracting(fact -> ((Fact.Case) fact).number())
                .containsExactly("JC-2");
        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(2, 0, 0, 0));
        assertThat(answer.mapping()).startsWith("jobcenter@");
    }

    @Test
    void aRowUnderAnEarlierNumberCounts() {
        Answer answer = jobcenter(
                household("Anna"),
                row("SAG", 1, sagValues("JC-1", Consenting.oldNumber("Anna").digits())));

        assertThat(facts(answer, "Anna")).hasSize(1);
    }

    @Test
    void aNumberIsReadHoweverItIsWritten() {
        String digits = Consenting.number("Anna").digits();

        Answer answer = jobcenter(
                household("Anna"),
                row("SAG", 1, sagValues("JC-1", digits.substring(0, 6) + "-" + digits.substring(6))),
                row("SAG", 2, sagValues("JC-2", " " + digits + " ")));

        assertThat(facts(answer, "Anna")).hasSize(2);
    }

    @Test
    void aRowAboutNobodyAskedForIsPassedOver() {
        String digits = Consenting.number("Anna").digits();
        String replacement = (char) (digits.charAt(0) + 6) + digits.substring(1);

        Answer answer = jobcenter(
                household("Anna"),
                sag(1, "JC-1", "Zoe"),
                row("SAG", 2, sagValues("JC-2", replacement)),
                row("SAG", 3, sagValues("JC-3", "ukendt")),
                row("FRAVAER", 4, Map.of("CPRNR", digits)));

        assertThat(facts(answer, "Anna")).isEmpty();
        assertThat(answer.fates()).isEmpty();
    }

    @Test
    void theLaterOfTwoRowsWithOneKeyCounts() {
        Map<String, Object> later = sagValues("JC-1", Consenting.number("Anna").digits());
        later.put("ENHED", "Jobcenter Vest");

        Answer answer = jobcenter(household("Anna"), sag(1, "JC-1", "Anna"), row("SAG", 2, later));

        assertThat(facts(answer, "Anna"))
                .extracting(fact -> ((Fact.Case) fact).unit())
                .containsExactly("Jobcenter Vest");
        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(1, 0, 0, 1));
    }

    @Test
    void rowsWithoutAKeyAreNoDuplicatesOfEachOther() {
        Map<String, Object> values = sagValues("", Consenting.number("Anna").digits());

        Answer answer = jobcenter(household("Anna"), row("SAG", 1, values), row("SAG", 2, values));

        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(0, 2, 0, 0));
    }

    @Test
    void aRefusedRowSaysWhereAndWhyAndNoMore() {
        Map<String, Object> values = sagValues("JC-1", Consenting.number("Anna").digits());
        values.put("OPRETTET", "igår");

        Answer answer = jobcenter(household("Anna"), row("SAG", 7, values));

        assertThat(answered(answer, "Anna").rejections())
                .containsExactly(new Rejection(
                        "jobcenter",
                        "SAG",
                        7,
                        Rejection.Reason.Q03,
                        "OPRETTET",
                        Consenting.id("Anna"),
                        SaidBy.cell("igår")));
        assertThat(answer.toString()).doesNotContain("igår");
        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(0, 1, 0, 0));
    }

    /** A value that no conversion foresaw, in one row of a thousand. */
    @Test
    void aRowThatCannotBeJudgedIsSetAsideAndHoldsNoOther() {
        Object poison = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("poison");
            }
        };
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            Map<String, Object> values =
                    sagValues("JC-" + number, Consenting.number("Anna").digits());
            values.put("OPRETTET", number == 500 ? poison : "04-02-2026");
            rows.add(row("SAG", number, values));
        }

        Answer answer = jobcenter(household("Anna"), rows.toArray(Row[]::new));

        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(999, 1, 0, 0));
        assertThat(answered(answer, "Anna").rejections())
                .singleElement()
                .extracting(Rejection::recordNo)
                .isEqualTo(500L);
    }

    @Test
    void whatTheConsentLeavesOutIsFiltered() {
        Set<Category> some = EnumSet.of(Category.CASE_OVERVIEW);
        Chunk chunk = Consenting.chunk(NIGHT, Consenting.household(Consenting.yes("Anna", some)));

        Answer answer = MAPPER.map(reading(
                "jobcenter",
                chunk,
                List.of(
                        sag(1, "JC-1", "Anna"),
                        row("SAGSBEHANDLER", 1, Map.of("INIT", "MSKO", "NAVN", "Mikkel Skov")),
                        row(
                                "YDELSE",
                                1,
                                Map.of(
                                        "CPRNR",
                                        Consenting.number("Anna").digits(),
                                        "YDELSESART",
                                        "Dagpenge",
                                        "FRA",
                                        "01-01-2026")))));

        assertThat(facts(answer, "Anna"))
                .singleElement()
                .satisfies(fact -> assertThat(((Fact.Case) fact).workerName()).isNull());
        assertThat(answer.fates()).containsEntry(id("Anna"), new Fates(1, 0, 1, 0));
    }

    @Test
    void aMeasureUnderACaseThatIsNotShownIsShownWithoutIt() {
        Map<String, Object> measure = new HashMap<>(Map.of(
                "indsats_id",
                1,
                "sag_id",
                "c1",
                "lov",
                "BL",
                "paragraf",
                "§32",
                "type_kode",
                "GRUPPE",
                "start",
                "2026-01-01",
                "status",
                "IGANG"));
        measure.put("cpr", Consenting.number("Dina").digits());
        Map<String, Object> shown = new HashMap<>(Map.of(
                "sag_id",
                "c1",
                "sagsnummer",
                "1",
                "status_kode",
                "SagStatus1",
                "er_aaben",
                true,
                "oprettet",
                "2026-01-01"));
        shown.put("cpr", Consenting.number("Dina").digits());

        Answer alone = answer("boern-og-unge", household("Dina"), row("indsats", 1, measure));
        Answer together = answer("boern-og-unge", household("Dina"), row("indsats", 1, measure), row("sag", 1, shown));

        assertThat(((Fact.Measure) facts(alone, "Dina").get(0)).caseKey()).isNull();
        assertThat(((Fact.Measure) facts(together, "Dina").get(1)).caseKey()).isEqualTo("c1");
    }

    @Test
    void abuseTreatmentIsOneAndNothingElse() {
        Answer answer = answer(
                "social",
                household("Carl"),
                new Row(
                        "indsatser",
                        1,
                        Consenting.id("Carl"),
                        Map.of(
                                "id",
                                77003,
                                "tilstand",
                                "BESTILT",
                                "paragraf",
                                Map.of("lov", "SUL", "sektion", "§141"),
                                "leverandoer",
                                Map.of("navn", "Stedet"))));

        assertThat(facts(answer, "Carl")).containsExactly(new Fact.Anonymous("77003"));
        assertThat(answer.fates()).containsEntry(id("Carl"), new Fates(1, 0, 0, 0));
    }

    @Test
    void aWorkerIsLookedUpAmongThoseOfThePersonOnly() {
        Row case1 = new Row("sager", 1, Consenting.id("Carl"), social("S-1", 310));
        Row case2 = new Row("sager", 2, Consenting.id("Dina"), social("S-2", 310));
        Row worker = new Row(
                "ansvarlige",
                3,
                Consenting.id("Carl"),
                Map.of("medarbejderId", 310, "navn", "Bente Friis", "enhed", "Voksen", "rolle", "PRIMAER"));

        Answer answer = answer("social", household("Carl", "Dina"), case1, case2, worker);

        assertThat(((Fact.Case) facts(answer, "Carl").get(0)).workerName()).isEqualTo("Bente Friis");
        assertThat(((Fact.Case) facts(answer, "Dina").get(0)).workerName()).isNull();
        assertThat(((Fact.Case) facts(answer, "Dina").get(0)).unit()).isEqualTo("Myndighed");
    }

    @Test
    void notAccessibleAndFailedAreToldFromNothing() {
        Chunk chunk = Consenting.chunk(NIGHT, household("Anna"), household("Bo"), household("Carl"));

        Answer answer = MAPPER.map(new Reading(
                "social",
                chunk,
                Instant.EPOCH,
                List.of(new Row("sager", 1, Consenting.id("Bo"), social("S-1", 1))),
                Set.of(Consenting.id("Bo")),
                Map.of(Consenting.id("Carl"), "FEJL")));

        assertThat(answer.persons())
                .containsEntry(Consenting.id("Anna"), new Answered(List.of(), List.of()))
                .containsEntry(Consenting.id("Bo"), new Answer.Outcome.NotAccessible())
                .containsEntry(Consenting.id("Carl"), new Answer.Outcome.Unavailable("FEJL"));
        assertThat(answer.fates()).isEmpty();
    }

    @Property(tries = 50)
    void orderDoesNotMatterAndEveryRowHasOneFate(@ForAll Random random, @ForAll @IntRange(max = 12) int repeated) {
        List<Row> rows = manyRows(random);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<Row> again = new ArrayList<>(rows);
        again.addAll(rows.subList(0, Math.min(repeated, rows.size())));
        Chunk chunk = Consenting.chunk(NIGHT, household("Anna", "Bo"), household("Carl"));

        Answer answer = MAPPER.map(reading("jobcenter", chunk, rows));
        Answer other = MAPPER.map(reading("jobcenter", chunk, shuffled));
        Answer twice = MAPPER.map(reading("jobcenter", chunk, again));

        assertThat(other.persons()).isEqualTo(answer.persons());
        assertThat(other.fates()).isEqualTo(answer.fates());
        assertThat(twice.persons()).isEqualTo(answer.persons());
        assertThat(read(answer)).isEqualTo(rows.size());
        assertThat(read(twice)).isEqualTo(again.size());
        assertThat(total(twice).duplicate()).isEqualTo(again.size() - rows.size());
    }

    private static List<Row> manyRows(Random random) {
        List<Row> rows = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int number = 0; number < count; number++) {
            Map<String, Object> values = sagValues(
                    "JC-" + number,
                    Consenting.number(List.of("Anna", "Bo", "Carl").get(random.nextInt(3)))
                            .digits());
            values.put("FOELSOMHED", String.valueOf(1 + random.nextInt(4)));
            values.put("OPRETTET", random.nextInt(5) == 0 ? "uklart" : "01-02-2026");
            values.put("AFSLUTTET", List.of("", "01-03-2026", "01-01-2026").get(random.nextInt(3)));
            rows.add(row("SAG", number, values));
        }
        return rows;
    }

    private static long read(Answer answer) {
        return total(answer).read();
    }

    private static Fates total(Answer answer) {
        return answer.fates().values().stream().reduce(Fates.NONE, Fates::plus);
    }

    private static Map<String, Object> social(String number, int worker) {
        return Map.of(
                "sagsnummer",
                number,
                "status",
                "AFGJORT",
                "foelsomhed",
                2,
                "oprettet",
                "2026-01-01T00:00:00.000+0000",
                "enhed",
                "Myndighed",
                "behandlerId",
                worker);
    }

    private static Row sag(long recordNo, String number, String person) {
        return row("SAG", recordNo, sagValues(number, Consenting.number(person).digits()));
    }

    private static Map<String, Object> sagValues(String number, String cpr) {
        return new HashMap<>(Map.of(
                "SAGSNR",
                number,
                "CPRNR",
                cpr,
                "STATUS",
                "Oplyst",
                "OPRETTET",
                "04-02-2026",
                "FOELSOMHED",
                "2",
                "ENHED",
                "Jobcenter Øst",
                "BEHANDLER_INIT",
                "MSKO"));
    }

    private static Row row(String table, long recordNo, Map<String, Object> values) {
        return new Row(table, recordNo, null, values);
    }

    private static ConsentedHousehold household(String... names) {
        return Consenting.household(Arrays.stream(names).map(Consenting::yes).toArray(ConsentedPerson[]::new));
    }

    private static Answer jobcenter(ConsentedHousehold household, Row... rows) {
        return answer("jobcenter", household, rows);
    }

    private static Answer answer(String register, ConsentedHousehold household, Row... rows) {
        return MAPPER.map(reading(register, Consenting.chunk(NIGHT, household), List.of(rows)));
    }

    private static Reading reading(String register, Chunk chunk, List<Row> rows) {
        return new Reading(register, chunk, Instant.EPOCH, rows, Set.of(), Map.of());
    }

    private static HouseholdId id(String first) {
        return new HouseholdId(Consenting.id(first).value());
    }

    private static Answered answered(Answer answer, String name) {
        return (Answered) answer.persons().get(Consenting.id(name));
    }

    private static List<Fact> facts(Answer answer, String name) {
        return answered(answer, name).facts();
    }
}
