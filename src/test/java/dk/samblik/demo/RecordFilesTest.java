package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.DeliveryFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The population register's files, as registers/cpr describes them. */
class RecordFilesTest {

    @TempDir
    Path folder;

    @Test
    void everyFileCountsItsLinesAndNamesTheOneBefore() throws IOException {
        try (Stream<Path> files = Files.list(Fjordsted.REGISTERS.cprFolder())) {
            assertThat(files).hasSize(1 + 16).allSatisfy(file -> {
                List<String> lines = lines(file);
                String end = lines.get(lines.size() - 1);
                assertThat(lines.get(0)).matches("0000{10}110901\\d{16}");
                assertThat(end).startsWith("9999999999999");
                assertThat(Integer.parseInt(end.substring(13, 21))).isEqualTo(lines.size());
                assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
            });
        }
    }

    @Test
    void theChangeFilesFollowDayByDayToTheEveningBefore() throws IOException {
        for (LocalDate day = LocalDate.of(2026, 11, 1); day.isBefore(Fjordsted.NIGHT); day = day.plusDays(1)) {
            Path file = Fjordsted.REGISTERS
                    .cprFolder()
                    .resolve("D26" + day.toString().substring(5).replace("-", "") + ".L099801");
            String start = lines(file).get(0);
            assertThat(start.substring(19, 27)).isEqualTo(day.toString().replace("-", ""));
            assertThat(start.substring(27, 35))
                    .isEqualTo(day.minusDays(1).toString().replace("-", ""));
        }
    }

    @Test
    void fieldsStandAtTheirPositions() throws IOException {
        Person person = person("H-9041", 0);
        List<String> records = of(statusLoad(), person.cpr());

        assertThat(field(records, "001", 24, 2)).isEqualTo("01");
        assertThat(field(records, "001", 40, 10))
                .isEqualTo(person.identity().birth().toString());
        assertThat(field(records, "002", 14, 4)).isEqualTo("0998");
        assertThat(field(records, "008", 14, 50).strip())
                .isEqualTo(person.name().given());
        assertThat(field(records, "008", 106, 40).strip())
                .isEqualTo(person.name().surname());
        assertThat(field(records, "003", 208, 4)).isEqualTo("0998");
    }

    @Test
    void theLastChangeFileBringsCustodyAMoveADeathAndANumber() throws IOException {
        Path last = Fjordsted.REGISTERS.cprFolder().resolve("D261116.L099801");

        assertThat(of(last, person("H-9131", 1).cpr()).stream().filter(line -> line.startsWith("016")))
                .hasSize(2);
        assertThat(of(statusLoad(), person("H-9131", 1).cpr()).stream().filter(line -> line.startsWith("016")))
                .hasSize(1);
        assertThat(field(of(last, person("H-9141", 2).cpr()), "002", 14, 4)).isEqualTo("0979");
        assertThat(field(of(last, person("H-9161", 1).cpr()), "001", 24, 2)).isEqualTo("90");
        Person renumbered = person("H-9251", 0);
        String old = String.valueOf(renumbered.identity().earlier());
        assertThat(field(of(last, old), "001", 24, 2)).isEqualTo("60");
        assertThat(field(of(last, old), "001", 14, 10)).isEqualTo(renumbered.cpr());
        assertThat(field(of(last, renumbered.cpr()), "022", 14, 10)).isEqualTo(old);
        assertThat(of(statusLoad(), renumbered.cpr())).isEmpty();
        assertThat(of(statusLoad(), old)).isNotEmpty();
    }

    @Test
    void theFirstOfAMonthBringsAStatusLoad() throws IOException {
        DemoRegisters registers = new DemoRegisters(Fjordsted.WORLD, folder);
        registers.deliver(LocalDate.of(2026, 12, 2));

        assertThat(folder.resolve("cpr/S261201.L099801")).exists();
        assertThat(folder.resolve("cpr/D261201.L099801")).exists();
    }

    @Test
    void aChangeFileCanBeMissingOrCountWrong() throws IOException {
        DemoRegisters registers = new DemoRegisters(Fjordsted.WORLD, folder);
        registers.deliver(Fjordsted.NIGHT.plusDays(1), DeliveryFault.NO_CHANGE_FILE);
        registers.deliver(Fjordsted.NIGHT.plusDays(2), DeliveryFault.WRONG_CHANGE_COUNT);

        assertThat(folder.resolve("cpr/D261117.L099801")).doesNotExist();
        List<String> lines = lines(folder.resolve("cpr/D261118.L099801"));
        assertThat(Integer.parseInt(lines.get(lines.size() - 1).substring(13, 21)))
                .isEqualTo(lines.size() + 1);
    }

    private static Person person(String household, int member) {
        return Fjordsted.WORLD
                .town()
                .person(Fjordsted.WORLD
                        .desk()
                        .household(household)
                        .members()
                        .get(member)
                        .person());
    }

    private static Path statusLoad() {
        return Fjordsted.REGISTERS.cprFolder().resolve("S261101.L099801");
    }

    private static List<String> of(Path file, String cpr) throws IOException {
        return lines(file).stream().filter(line -> line.startsWith(cpr, 3)).toList();
    }

    private static String field(List<String> records, String type, int position, int length) {
        String line = records.stream()
                .filter(record -> record.startsWith(type))
                .findFirst()
                .orElseThrow();
        return (line + " ".repeat(300)).substring(position - 1, position - 1 + length);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
