package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.people.CprNumbers;
import dk.samblik.demo.people.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example municipality. */
class WorldTest {

    @TempDir
    Path other;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        World again = World.make(Fjordsted.SEED, Fjordsted.NIGHT, WorldSize.TINY);
        new DemoRegisters(again, other).writeAll();

        assertThat(files(other))
                .isEqualTo(files(Fjordsted.REGISTERS.importFolder().getParent()));
    }

    @Test
    void everyNumberIsOneThatCannotExistAndNobodySharesOne() {
        List<String> numbers = Fjordsted.WORLD.town().people().stream()
                .flatMap(person -> Stream.of(person.cpr(), person.identity().earlier()))
                .filter(Objects::nonNull)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(number).matches("\\d{6}99\\d\\d").doesNotStartWith("0101");
            assertThat(CprNumbers.modulus11(number)).isFalse();
        });
    }

    @Test
    void aNumberTellsBirthDateAndSex() {
        for (Person person : Fjordsted.WORLD.town().people()) {
            boolean odd = (person.cpr().charAt(9) - '0') % 2 == 1;
            assertThat(odd).isEqualTo(person.identity().sex().name().equals("M"));
            assertThat(person.cpr().substring(0, 2))
                    .isEqualTo(String.format("%02d", person.identity().birth().getDayOfMonth()));
        }
    }

    @Test
    void asManyHouseholdsAreOpenAsWanted() {
        assertThat(Fjordsted.WORLD.desk().households().stream().filter(EnrolledHousehold::open))
                .hasSize(Math.max(WorldSize.TINY.open(), storiesOpen()));
        assertThat(Fjordsted.WORLD.desk().households()).anyMatch(household -> !household.open());
    }

    private static int storiesOpen() {
        return (int) Fjordsted.WORLD.desk().households().stream()
                .filter(household -> !household.story().isEmpty() && household.open())
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 25, 26, 27, 28, 29})
    void everyAcceptanceCaseThatDataCanTellHasItsHousehold(int number) {
        assertThat(Fjordsted.WORLD.desk().households())
                .anyMatch(household -> household.story().startsWith("7.4 no. " + number + ":"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02",
                "2027-01-01",
                "2027-01-02",
                "2027-03-01",
                "2027-07-01",
                "2026-08-20",
                "2028-02-29",
                "2026-12-31"
            })
    void aWorldCanBeMadeForAnyNight(LocalDate night) throws IOException {
        World world = World.make(Fjordsted.SEED, night, WorldSize.TINY);
        new DemoRegisters(world, other).writeAll();

        assertThat(world.desk().households())
                .hasSameSizeAs(Fjordsted.WORLD.desk().households());
    }

    @Test
    void namesInAHouseholdAreToldApart() {
        for (EnrolledHousehold household : Fjordsted.WORLD.desk().households()) {
            Set<String> names = household.members().stream()
                    .map(member ->
                            Fjordsted.WORLD.town().person(member.person()).shownName())
                    .collect(Collectors.toSet());
            assertThat(names).hasSize(household.members().size());
        }
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
