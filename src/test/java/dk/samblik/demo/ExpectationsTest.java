package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan says that the hub must find. */
class ExpectationsTest {

    private static final Path FOLDER = Fjordsted.REGISTERS.expectedFolder();

    @ParameterizedTest
    @ValueSource(strings = {"jobcenter", "boern-og-unge", "social", "bolig"})
    void everyRowReadHasOneFate(String register) throws IOException {
        Map<String, Integer> counts = Files.readAllLines(FOLDER.resolve("counts.txt")).stream()
                .filter(line -> line.startsWith(register + "|") && line.split("\\|").length == 3)
                .collect(
                        Collectors.toMap(line -> line.split("\\|")[1], line -> Integer.parseInt(line.split("\\|")[2])));

        assertThat(counts.get("read"))
                .isPositive()
                .isEqualTo(counts.get("mapped")
                        + counts.get("quarantined")
                        + counts.get("filtered")
                        + counts.get("duplicate"));
    }

    @Test
    void aFileForEachOpenHouseholdAndALineForEachClosedOne() throws IOException {
        List<String> closed = Files.readAllLines(FOLDER.resolve("closed.txt"));
        for (EnrolledHousehold household : Fjordsted.WORLD.desk().households()) {
            assertThat(Files.exists(FOLDER.resolve(household.number() + ".txt")))
                    .isEqualTo(household.open());
            assertThat(closed.stream().anyMatch(line -> line.startsWith(household.number() + "|")))
                    .isNotEqualTo(household.open());
        }
    }

    @Test
    void whoDeclinedIsCountedAndNowhereNamed() throws IOException {
        EnrolledHousehold household = Fjordsted.WORLD.desk().household("H-9041");
        String declined = Fjordsted.WORLD
                .town()
                .person(household.members().get(1).person())
                .shownName();

        assertThat(lines("H-9041")).contains("notpart|1").noneMatch(line -> line.contains(declined));
    }

    @Test
    void statesTellScopeAccessAndFailureApart() throws IOException {
        assertThat(lines("H-9091")).anyMatch(line -> line.matches("state\\|social\\|.*\\|NOT_IN_SCOPE\\|0"));
        assertThat(lines("H-9201")).anyMatch(line -> line.matches("state\\|social\\|.*\\|NOT_ACCESSIBLE\\|0"));
        assertThat(lines("H-9211")).anyMatch(line -> line.matches("state\\|social\\|.*\\|UNAVAILABLE\\|0"));
        assertThat(lines("H-9007")).anyMatch(line -> line.matches("state\\|social\\|.*\\|NOTHING\\|0"));
    }

    @Test
    void nothingOfAnUnbornChildIsSeenOnTheMother() throws IOException {
        assertThat(lines("H-9221"))
                .anyMatch(line -> line.matches("state\\|boern-og-unge\\|.*\\|NOTHING\\|0"))
                .noneMatch(line -> line.startsWith("case|boern-og-unge"));
    }

    @Test
    void aProtectedHouseholdsAddressIsNotCompared() throws IOException {
        assertThat(lines("H-9171")).anyMatch(line -> line.endsWith("|ADDRESS_HIDDEN"));
        assertThat(lines("H-9174")).anyMatch(line -> line.endsWith("|ADDRESS_HIDDEN"));
        assertThat(lines("H-9172")).anyMatch(line -> line.endsWith("|ADDRESS"));
        assertThat(lines("H-9173")).anyMatch(line -> line.endsWith("|ADDRESS"));
    }

    @Test
    void aChildWithoutEveryHoldersSignatureIsNotSeen() throws IOException {
        for (String number : List.of("H-9051", "H-9071", "H-9081", "H-9131", "H-9003", "H-9004", "H-9005")) {
            EnrolledHousehold household = Fjordsted.WORLD.desk().household(number);
            household.consents().stream()
                    .filter(consent -> !household.inForce().contains(consent))
                    .map(consent ->
                            Fjordsted.WORLD.town().person(consent.subject()).shownName())
                    .forEach(name -> assertThat(read(number)).noneMatch(line -> line.contains("|" + name + "|")));
        }
    }

    private static List<String> lines(String number) throws IOException {
        return Files.readAllLines(FOLDER.resolve(number + ".txt"));
    }

    private static List<String> read(String number) {
        try {
            return lines(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
