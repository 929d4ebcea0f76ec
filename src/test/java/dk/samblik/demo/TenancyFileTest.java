package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly file, as registers/bolig describes it. */
class TenancyFileTest {

    @TempDir
    Path folder;

    @Test
    void theNewestMondayHasItsFileWithMarkAndHeader() throws IOException {
        String text = Files.readString(Fjordsted.REGISTERS.boligFolder().resolve("BOLIG_LEJEMAAL_20261116.csv"));

        assertThat(text).startsWith("\uFEFFSELSKAB;AFDELING;LEJEMAAL;").doesNotContain("\r");
        List<String> rows = text.lines().skip(1).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row.split(";", -1)).hasSize(21));
    }

    @Test
    void aboutHalfOfTheTenantsHaveNoNumber() throws IOException {
        List<String> rows = Files.readString(Fjordsted.REGISTERS.boligFolder().resolve("BOLIG_LEJEMAAL_20261116.csv"))
                .lines()
                .skip(1)
                .toList();
        long without =
                rows.stream().filter(row -> row.split(";", -1)[4].isEmpty()).count();

        assertThat(without).isBetween(rows.size() / 10L, rows.size() * 7L / 10);
    }

    @Test
    void aNewFileComesOnMondaysOnly() throws IOException {
        DemoRegisters registers = new DemoRegisters(Fjordsted.WORLD, folder);
        registers.deliver(Fjordsted.NIGHT.plusDays(1));
        assertThat(folder.resolve("bolig")).doesNotExist();

        registers.deliver(Fjordsted.NIGHT.plusDays(6));
        assertThat(folder.resolve("bolig/BOLIG_LEJEMAAL_20261123.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("Ny Lejer");
    }
}
