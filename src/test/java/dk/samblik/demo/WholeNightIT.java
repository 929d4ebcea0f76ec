package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.RunSummary;
import dk.samblik.view.ViewLines;
import dk.samblik.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A night over the whole example municipality. What must be seen of each household was written by the generator from what
 * it planted; the hub never saw it.
 */
class WholeNightIT {

    private static Hub hub;
    private static RunSummary first;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.DEMO);
        first = hub.night();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void everyOpenHouseholdShowsWhatWasPlantedAndNothingElse() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, List<String>> published = new TreeMap<>();
        try (Stream<Path> files = Files.list(hub.registers().expectedFolder())) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("H-"))
                    .toList()) {
                String number = file.getFileName().toString().replace(".txt", "");
                expected.put(number, Files.readAllLines(file));
                published.put(number, lines(number));
            }
        }

        assertThat(expected).hasSize(180);
        assertThat(differences(expected, published)).isEmpty();
    }

    private static List<String> lines(String number) {
        UUID id = hub.owner()
                .sql("select household_id from household where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        HouseholdId household = new HouseholdId(id);
        Grant grant = hub.bean(AccessLog.class)
                .record(List.of(Access.of(Access.Action.VIEW, Viewer.HUB, "test", household, "test")));
        return hub.bean(Views.class).read(grant, household).map(ViewLines::of).orElse(List.of());
    }

    private static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> published) {
        return expected.entrySet().stream()
                .flatMap(entry ->
                        difference(entry.getKey(), entry.getValue(), published.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static Stream<String> difference(String number, List<String> wanted, List<String> seen) {
        Stream<String> missing =
                wanted.stream().filter(line -> !seen.contains(line)).map(line -> number + " misses " + line);
        Stream<String> added =
                seen.stream().filter(line -> !wanted.contains(line)).map(line -> number + " adds " + line);
        return Stream.concat(missing, added);
    }

    @Test
    void householdsThatMustStayClosedHaveNoView() throws IOException {
        List<String> closed = Files.readAllLines(
                        hub.registers().expectedFolder().resolve("closed.txt"))
                .stream()
                .map(line -> line.split("\\|")[0])
                .toList();

        assertThat(closed)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(hub.owner()
                                .sql("""
                                select count(*) from section join household using (household_id) where number = :number
                                """)
                                .param("number", number)
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void everyRowOfEveryRegisterHasTheFateThatWasPlanned() throws IOException {
        Map<String, Long> planned = Files.readAllLines(
                        hub.registers().expectedFolder().resolve("counts.txt"))
                .stream()
                .map(line -> line.split("\\|"))
                .filter(parts -> parts.length == 3)
                .collect(Collectors.toMap(
                        parts -> parts[0] + " " + parts[1],
                        parts -> Long.parseLong(parts[2]),
                        Long::sum,
                        TreeMap::new));
        Map<String, Long> counted = new TreeMap<>();
        for (RunSummary.Register register : first.registers()) {
            counted.put(register.name() + " read", register.read());
            counted.put(register.name() + " mapped", register.fates().mapped());
            counted.put(register.name() + " quarantined", register.fates().quarantined());
            counted.put(register.name() + " filtered", register.fates().filtered());
            counted.put(register.name() + " duplicate", register.fates().duplicate());
            if (planned.containsKey(register.name() + " passedover")) {
                counted.put(register.name() + " passedover", register.passedOver());
            }
            assertThat(register.difference()).as(register.name()).isZero();
        }
        counted.keySet().removeIf(key -> key.startsWith("folkeregister"));

        assertThat(counted).isEqualTo(planned);
    }

    @Test
    void everyRefusedRowStandsUnderItsReason() throws IOException {
        Map<String, Long> planned = Files.readAllLines(
                        hub.registers().expectedFolder().resolve("counts.txt"))
                .stream()
                .map(line -> line.split("\\|"))
                .filter(parts -> parts.length == 4)
                .collect(Collectors.toMap(
                        parts -> parts[0] + " " + parts[2],
                        parts -> Long.parseLong(parts[3]),
                        Long::sum,
                        TreeMap::new));
        Map<String, Long> kept = new TreeMap<>();
        hub.owner()
                .sql("select register, reason, count(*) as n from quarantine group by register, reason")
                .query((row, n) -> kept.put(row.getString(1) + " " + row.getString(2), row.getLong(3)))
                .list();

        assertThat(kept).isEqualTo(planned);
    }

    @Test
    void theSameNightAgainPublishesNothingNew() {
        RunSummary second = hub.night();

        assertThat(second.state()).isEqualTo(first.state());
        assertThat(second.households("UPDATED")).isZero();
    }
}
