package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.samblik.campaign.files.Disturbance;
import dk.samblik.campaign.files.FaultyFiles;
import dk.samblik.campaign.files.Nth;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.TestChunks;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.run.RunSettings;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delivery is read in place, taken or held back whole, and gives the rows of the people asked about and no others. */
class DeliveriesTest {

    private static final String METTE = "1203859900";
    private static final String JONAS = "0705799901";
    private static final String AMIRA = "2309989900";
    private static final String TODAY = "20261117";
    private static final String YESTERDAY = "20261116";

    @TempDir
    Path folder;

    private static TestDatabase database;
    private JobcenterFiles files;
    private Deliveries deliveries;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.fresh();
    }

    @BeforeEach
    void setUp() {
        database.pipeline().sql().sql("delete from delivery").update();
        files = new JobcenterFiles(folder);
        deliveries = hub(Path.of("mappings"));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    private Deliveries hub(Path mappings) {
        return hub(mappings, folder);
    }

    private static Deliveries hub(Path mappings, Path folder) {
        CivilClock clock = new CivilClock(Clock.systemUTC());
        RegisterSettings settings = RegisterTests.folder(folder);
        RunSettings folders = RegisterTests.mappings(mappings);
        return new Deliveries(
                new Registers(folders, settings), settings, new DeliveryLog(database.pipeline(), clock), clock);
    }

    private static Chunk about(String... numbers) {
        return TestChunks.chunk(
                LocalDate.of(2026, 11, 18),
                Stream.of(numbers)
                        .map(number -> TestChunks.person(number, Department.EMPLOYMENT))
                        .toArray(ConsentedPerson[]::new));
    }

    private Reading read(Chunk chunk) {
        return RegisterTests.read(deliveries, chunk, "jobcenter");
    }

    private String heldBack() {
        RegisterUnavailable down =
                catchThrowableOfType(RegisterUnavailable.class, () -> deliveries.cut(about(METTE), "jobcenter"));
        assertThat(down).as("held back").isNotNull();
        assertThat(down.register()).isEqualTo("jobcenter");
        return down.reason();
    }

    private static List<String> cells(Reading reading, String table, String column) {
        return reading.rows().stream()
                .filter(row -> row.table().equals(table))
                .map(row -> row.text(column))
                .toList();
    }

    @Test
    void theRowsOfThePeopleAskedAboutComeAndNoOthers() throws IOException {
        files.deliver(TODAY);

        Reading reading = read(about(METTE));

        assertThat(cells(reading, "SAG", "SAGSNR")).containsExactly("JC-2025-004711", "JC-2023-001802");
        assertThat(cells(reading, "YDELSE", "CPRNR")).containsExactly(METTE, METTE);
        assertThat(cells(reading, "AKTIVITET", "VIRKSOMHED")).containsExactly("Fjordsted Genbrug");
        assertThat(reading.rows())
                .filteredOn(row -> !row.table().equals("SAGSBEHANDLER"))
                .allSatisfy(row -> assertThat(row.text("CPRNR")).isEqualTo(METTE));
        assertThat(reading.asOf()).isEqualTo(Instant.parse("2026-11-17T01:07:00Z"));
    }

    @Test
    void aColumnThatTheMappingDoesNotNameStaysInTheFile() throws IOException {
        files.deliver(TODAY);

        Reading reading = read(about(METTE, AMIRA));

        assertThat(reading.rows())
                .flatExtracting(row -> row.values().keySet())
                .doesNotContain("SAGSTITEL", "NAVN_", "KOMMUNEKODE", "BELOEB", "CVR", "AKTIV", "MAALGRUPPE_TEKST")
                .contains("SAGSNR", "FOELSOMHED");
        assertThat(cells(reading, "BORGER", "NAVN")).containsOnlyNulls();
    }

    @Test
    void aCaseworkerComesOnlyWhereARowNamesOne() throws IOException {
        files.deliver(TODAY);

        assertThat(cells(read(about(METTE)), "SAGSBEHANDLER", "INIT")).containsExactlyInAnyOrder("MSKO", "YDEL");
        assertThat(cells(read(about(AMIRA)), "SAGSBEHANDLER", "NAVN")).containsExactly("Tine Ravn");
    }

    @Test
    void hyphensLostZerosAndOldNumbersFindTheirPerson() throws IOException {
        files.deliver(TODAY);
        ConsentedPerson renumbered =
                TestChunks.person(List.of("0705799909", JONAS), Period.ofMonths(12), Department.EMPLOYMENT);

        Reading reading = read(TestChunks.chunk(LocalDate.of(2026, 11, 18), renumbered));

        assertThat(cells(reading, "BORGER", "MAALGRUPPE_KODE")).containsExactly("6.6");
        assertThat(cells(reading, "BORGER", "TEAM")).containsExactly("Team Sygedagpenge – Øst");
        assertThat(cells(reading, "YDELSE", "YDELSESART")).containsExactly("Sygedagpenge");
        assertThat(cells(reading, "SAG", "SAGSNR")).containsExactly("JC-2026-000934");
    }

    @Test
    void quotesLineBreaksAndDelimitersInTextDoNotCutARow() throws IOException {
        files.add(
                "KONTAKT",
                "6f1c0f0e-5a1e-4c11-8a6e-2f4f6b1a0c05;" + AMIRA + ";Jobsamtale;27-11-2026;;Video;Planlagt;;");
        files.deliver(TODAY);

        Reading reading = read(about(AMIRA));

        assertThat(cells(reading, "KONTAKT", "STED")).containsExactly("Beboerhuset,\r\nindgang \"B\"; 1. sal", null);
        assertThat(reading.rows())
                .filteredOn(row -> row.table().equals("KONTAKT"))
                .extracting(Row::recordNo)
                .containsExactly(4L, 5L);
    }

    @Test
    void nobodyIsReadWhereNobodyMayBeAskedAbout() {
        Chunk chunk = TestChunks.chunk(LocalDate.of(2026, 11, 18), TestChunks.person(METTE, Department.SOCIAL));

        assertThat(read(chunk).rows()).isEmpty();
    }

    @Test
    void aRowWithoutAReadableNumberIsKnownByItsPlaceOnly() throws IOException {
        files.add("YDELSE", "12O3859900;Kontanthjælp;;01-07-2025;;;;").add("YDELSE", ";Dagpenge;;01-07-2025;;;;");
        files.add("YDELSE", "7203859900;Dagpenge;;01-07-2025;;;;");
        files.add("SAG", "JC-2026-1;" + METTE + ";15.20.20;Oplyst;01-02-2026");
        files.deliver(TODAY);

        assertThat(deliveries.rows("jobcenter"))
                .as("before anybody is asked about")
                .containsEntry("SAG", 5L);
        Reading reading = read(about(METTE));

        assertThat(deliveries.unattributed("jobcenter").orElseThrow())
                .containsExactlyInAnyOrder(
                        new UnattributedRow("SAG", 5),
                        new UnattributedRow("YDELSE", 5),
                        new UnattributedRow("YDELSE", 6));
        assertThat(deliveries.rows("jobcenter")).containsEntry("YDELSE", 7L).containsEntry("SAG", 5L);
        assertThat(cells(reading, "SAG", "SAGSNR")).doesNotContain("JC-2026-1");
    }

    @Test
    void aDeliveryWithoutItsReadyFileIsNotThereYetAndTheLastOneIsUsed() throws IOException {
        files.deliver(YESTERDAY);
        files.add("SAG", "JC-2026-000777;" + METTE + ";15.20.20;Oplyst;01-11-2026;;2;;;")
                .deliver(TODAY);
        Files.delete(folder.resolve("JC_KLAR_" + TODAY + ".txt"));

        Reading reading = read(about(METTE));

        assertThat(reading.asOf()).isEqualTo(Instant.parse("2026-11-16T01:07:00Z"));
        assertThat(cells(reading, "SAG", "SAGSNR")).hasSize(2);
    }

    @Test
    void aNewDeliveryTakesOverAsSoonAsItIsComplete() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.deliver(TODAY);

        Reading reading = read(about(METTE));

        assertThat(reading.asOf()).isEqualTo(Instant.parse("2026-11-17T01:07:00Z"));
        assertThat(cells(reading, "SAG", "SAGSNR")).hasSize(3);
    }

    @Test
    void anOlderDeliveryIsNoNewsWhenTheOneInUseIsTakenAway() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.deliver(TODAY);
        read(about(METTE));

        Files.delete(folder.resolve("JC_KLAR_" + TODAY + ".txt"));

        assertThat(heldBack()).isEqualTo("OLDER_DELIVERY");
        deliveries = hub(Path.of("mappings"));
        assertThat(heldBack()).as("after a restart").isEqualTo("OLDER_DELIVERY");
    }

    /** One more record a table about persons, as a day brings. */
    private void changeEveryTable() {
        files.add("BORGER", "1203859911;;;;;;;;")
                .add("SAG", "JC-2026-000777;" + METTE + ";15.20.20;Oplyst;01-11-2026;;2;;;")
                .add("ANSVARLIG", METTE + ";LHOL;04;0;01-11-2026;")
                .add("YDELSE", METTE + ";Boligsikring;;01-11-2026;;;;")
                .add("KONTAKT", "k-5;" + METTE + ";Jobsamtale;27-11-2026;;Video;Planlagt;;")
                .add("AKTIVITET", "a-3;" + METTE + ";Fleksjob;;01-11-2026;;;;;;Igang");
    }

    @Test
    void nothingDeliveredIsNotNothingHeld() {
        assertThat(heldBack()).isEqualTo("NO_DELIVERY");
        deliveries = hub(Path.of("mappings"));
        folder.toFile().delete();
        assertThat(heldBack()).isEqualTo("UNREADABLE");
    }

    /** Every operation on the files in turn; a verdict that came of a share that was away must not be remembered. */
    @Test
    void aFileThatCannotBeReadForAMomentIsReadAtTheNextQuestion() throws IOException {
        files.deliver(TODAY);
        int operations = 0;
        Nth fault;
        do {
            fault = new Nth(++operations);
            database.pipeline().sql().sql("delete from delivery").update();
            deliveries = hub(Path.of("mappings"), FaultyFiles.of(folder));
            FaultyFiles.disturb(fault);
            catchThrowableOfType(RegisterUnavailable.class, () -> deliveries.cut(about(METTE), "jobcenter"));
            FaultyFiles.disturb(Disturbance.NONE);

            assertThat(read(about(METTE)).rows())
                    .as("after operation %d", operations)
                    .isNotEmpty();
        } while (fault.met());
        assertThat(operations).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLUT;3", "SLUT;5", "SLUT;", "SLUT;x", "SLUT;4\r\nJC-1;1203859900;;;;;;;;"})
    void aTrailerThatCountsOtherwiseHoldsTheDeliveryBack(String trailer) throws IOException {
        files.deliver(TODAY);
        spoil("SAG", text -> text.replace("SLUT;4", trailer));

        assertThat(heldBack()).isEqualTo("TRAILER_COUNT");
        assertThat(deliveries.rows("jobcenter")).isEmpty();
        assertThat(deliveries.unattributed("jobcenter"))
                .as("what it holds of nobody is not known, which is not none")
                .isEmpty();
    }

    @Test
    void aFileCutOffHoldsTheDeliveryBack() throws IOException {
        files.deliver(TODAY);
        spoil("KONTAKT", text -> text.substring(0, text.length() - 30));
        assertThat(heldBack()).isEqualTo("UNCLOSED_QUOTE");
        spoil("KONTAKT", text -> text.substring(0, 300));
        assertThat(heldBack()).isEqualTo("TRAILER_MISSING");
        spoil("KONTAKT", text -> "");
        assertThat(heldBack()).isEqualTo("EMPTY");
    }

    private interface Spoiling {
        String of(String text);
    }

    private void spoil(String table, Spoiling spoiling) throws IOException {
        Files.write(files.file(table, TODAY), spoiling.of(files.text(table)).getBytes(JobcenterFiles.WESTERN));
    }

    @Test
    void aByteThatIsNoCharacterHoldsTheDeliveryBack() throws IOException {
        files.deliver(TODAY);
        byte[] bytes = files.text("SAG").getBytes(JobcenterFiles.WESTERN);
        bytes[bytes.length / 2] = (byte) 0x81;
        Files.write(files.file("SAG", TODAY), bytes);

        assertThat(heldBack()).isEqualTo("BAD_BYTE");
    }

    @Test
    void aFileThatCarriesAByteOrderMarkIsReadAsUtf8() throws IOException {
        files.deliver(TODAY);
        Files.writeString(files.file("BORGER", TODAY), "\uFEFF" + files.text("BORGER"));

        assertThat(cells(read(about(JONAS)), "BORGER", "TEAM")).containsExactly("Team Sygedagpenge – Øst");

        byte[] bytes = ("\uFEFF" + files.text("BORGER")).getBytes(StandardCharsets.UTF_8);
        bytes[200] = (byte) 0xE6;
        Files.write(files.file("BORGER", TODAY), bytes);
        assertThat(heldBack()).isEqualTo("BAD_BYTE");
    }

    @Test
    void columnsInAnotherOrderAreReadByTheirHeader() throws IOException {
        List<String> turned = new ArrayList<>();
        for (String line : files.lines("YDELSE")) {
            List<String> cells = new ArrayList<>(List.of(line.split(";", -1)));
            Collections.reverse(cells);
            turned.add(String.join(";", cells));
        }
        for (int line = 0; line < turned.size(); line++) {
            files.line("YDELSE", line, turned.get(line));
        }
        files.deliver(TODAY);

        assertThat(cells(read(about(METTE)), "YDELSE", "SATS")).containsExactly("Grundsats", null);
    }

    @Test
    void aMissingOrDoubledColumnHoldsTheDeliveryBack() throws IOException {
        files.deliver(TODAY);
        spoil("SAG", text -> text.replace("AFSLUTTET;", "LUKKET;"));
        assertThat(heldBack()).isEqualTo("MISSING_COLUMN");
        spoil("SAG", text -> text.replace("SAGSTITEL;", "KLE;"));
        assertThat(heldBack()).isEqualTo("DOUBLE_COLUMN");
    }

    @Test
    void aMissingFileHoldsTheDeliveryBackUntilItComes() throws IOException {
        files.deliver(TODAY);
        Files.delete(files.file("YDELSE", TODAY));
        assertThat(heldBack()).isEqualTo("MISSING_FILE");

        files.deliver(TODAY);
        assertThat(read(about(METTE)).rows()).isNotEmpty();
    }

    @Test
    void aReadyFileThatSaysNoTimeHoldsTheDeliveryBack() throws IOException {
        files.deliver(TODAY).ready(TODAY, "KLAR;snart");

        assertThat(heldBack()).isEqualTo("READY_FILE");
    }

    @Test
    void aDeliveryThatLostTooManyRowsIsHeldBackUntilSomebodyInChargeAcceptsIt() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.shorten("YDELSE", 2).deliver(TODAY);

        assertThat(heldBack()).isEqualTo("SHRUNK");
        assertThat(deliveryRows())
                .containsExactlyInAnyOrder(
                        Map.of("name", YESTERDAY, "state", "ACCEPTED", "reason", ""),
                        Map.of("name", TODAY, "state", "HELD_BACK", "reason", "SHRUNK"));

        HeldDeliveries.Held held = held().all().get(0);
        assertThat(held.rows()).containsEntry("YDELSE", 3L);
        assertThat(held.change("YDELSE")).isNegative();

        held().accept(held, "ivan");

        assertThat(cells(read(about(METTE)), "SAG", "SAGSNR"))
                .as("at the next question, without a restart")
                .hasSize(3);
        assertThat(held().all()).isEmpty();
    }

    private static HeldDeliveries held() {
        return TestHeld.on(database);
    }

    @Test
    void aDeliveryThatIsRefusedStaysUnusedAlsoAfterARestartAndTheNextIsJudgedByItself() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.shorten("YDELSE", 2).deliver(TODAY);
        assertThat(heldBack()).isEqualTo("SHRUNK");

        held().refuse(held().all().get(0), "ivan");

        deliveries = hub(Path.of("mappings"));
        assertThat(heldBack()).isEqualTo("REFUSED");
        assertThat(held().all()).as("nobody is asked twice").isEmpty();
    }

    @Test
    void whatWasAcceptedIsTheseBytesAndNoOthers() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.shorten("YDELSE", 2).deliver(TODAY);
        assertThat(heldBack()).isEqualTo("SHRUNK");
        HeldDeliveries.Held held = held().all().get(0);
        files.shorten("YDELSE", 1).deliver(TODAY);

        held().accept(held, "ivan");

        assertThat(heldBack()).isEqualTo("SHRUNK");
    }

    private List<Map<String, Object>> deliveryRows() {
        return database.pipeline()
                .sql()
                .sql("select name, state, coalesce(reason, '') as reason from delivery")
                .query()
                .listOfRows();
    }

    @Test
    void yesterdaysFileUnderTodaysNameHoldsTheDeliveryBack() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        String benefits = files.text("YDELSE");
        changeEveryTable();
        files.deliver(TODAY);
        Files.write(files.file("YDELSE", TODAY), benefits.getBytes(JobcenterFiles.WESTERN));

        assertThat(heldBack()).isEqualTo("YESTERDAYS_FILE");
    }

    @Test
    void staffMayBeTheSameAsYesterday() throws IOException {
        files.deliver(YESTERDAY);
        read(about(METTE));
        changeEveryTable();
        files.deliver(TODAY);

        assertThat(read(about(METTE)).rows()).isNotEmpty();
    }

    @Test
    void aRefreshScansNothingAgain() throws IOException {
        files.deliver(TODAY);
        read(about(METTE));
        var scanned = deliveryRows();
        database.pipeline().sql().sql("delete from delivery").update();

        for (int refresh = 0; refresh < 50; refresh++) {
            read(about(JONAS));
        }

        assertThat(scanned).hasSize(1);
        assertThat(deliveryRows()).as("nothing was judged again").isEmpty();
    }

    @Test
    void aLineWithoutEndIsHeldBackAndNotSwallowed() throws IOException {
        files.deliver(TODAY);
        spoil("SAG", text -> text + "x".repeat(2_000_000));
        assertThat(heldBack()).isEqualTo("RECORD_TOO_LONG");
        spoil("SAG", text -> text + ";".repeat(100_000));
        assertThat(heldBack()).isEqualTo("TOO_MANY_COLUMNS");
    }

    @Test
    void noCopyOfADeliveryComesToLieAnywhere() throws IOException {
        files.deliver(TODAY);
        List<Path> before = lying();

        read(about(METTE));

        assertThat(lying()).isEqualTo(before);
    }

    private List<Path> lying() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    /** A register without ready file and trailer, in UTF-8, with two people a row. */
    @Nested
    class Weekly {

        private static final String HEADER =
                "\uFEFFLEJEMAAL;LEJER1_NAVN;LEJER1_CPR;LEJER2_CPR;INDFLYTNING;HUSLEJE_MD\n";
        private static final String ROWS = "45;Mette;1203859900;0705799901;01.08.2019;7.350,00\n"
                + "8;Amira;;;15.01.2023;6.120,00\n46;Else;2309989900;;01.02.2011;\n";

        @TempDir
        Path mappings;

        @BeforeEach
        void setUp() throws IOException {
            Files.writeString(mappings.resolve("bolig.yaml"), """
                    register: bolig
                    title: Boligforeningen
                    answers-for: HOUSING
                    source: csv
                    stale-after: P8D
                    delivery: { files: "BOLIG_{table}_{date}.csv", charset: UTF-8 }
                    records:
                      - { gives: tenancy, from: LEJEMAAL, category: TENANCY, member: [LEJER1_CPR, LEJER2_CPR], key: [LEJEMAAL],
                          fields: { from: { from: INDFLYTNING } } }
                    """);
            deliveries = hub(mappings);
        }

        private void deliver(String day, String text) throws IOException {
            Files.writeString(folder.resolve("BOLIG_LEJEMAAL_" + day + ".csv"), text);
        }

        private Reading read(String... numbers) {
            Chunk chunk = TestChunks.chunk(
                    LocalDate.of(2026, 11, 18),
                    Stream.of(numbers)
                            .map(number -> TestChunks.person(number, Department.HOUSING))
                            .toArray(ConsentedPerson[]::new));
            return RegisterTests.read(deliveries, chunk, "bolig");
        }

        @Test
        void aRowAboutTwoPeopleComesOnceForEither() throws IOException {
            deliver("20261116", HEADER + ROWS);

            assertThat(read(JONAS).rows()).hasSize(1);
            Reading both = read(METTE, JONAS);
            assertThat(both.rows()).hasSize(1);
            assertThat(both.rows().get(0).values().keySet())
                    .containsExactlyInAnyOrder("LEJEMAAL", "LEJER1_CPR", "LEJER2_CPR", "INDFLYTNING");
            assertThat(both.asOf()).isEqualTo(Instant.parse("2026-11-15T23:00:00Z"));
            assertThat(deliveries.unattributed("bolig").orElseThrow())
                    .containsExactly(new UnattributedRow("LEJEMAAL", 2));
        }

        @Test
        void aFileThatDoesNotEndItsLastLineIsCutOff() throws IOException {
            deliver("20261116", HEADER + ROWS);
            read(METTE);
            String cut = HEADER + ROWS;
            deliver("20261123", cut.substring(0, cut.length() - 4));

            RegisterUnavailable down = catchThrowableOfType(RegisterUnavailable.class, () -> read(METTE));
            assertThat(down.reason()).isEqualTo("TRUNCATED");
        }

        @Test
        void aHeaderAloneIsALossOfEveryRow() throws IOException {
            deliver("20261116", HEADER + ROWS);
            read(METTE);
            deliver("20261123", HEADER);

            RegisterUnavailable down = catchThrowableOfType(RegisterUnavailable.class, () -> read(METTE));
            assertThat(down.reason()).isEqualTo("SHRUNK");
        }
    }
}
