package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.demo.jobcenter.Table;
import dk.samblik.demo.plan.DeliveryFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The nightly CSV set, as registers/jobcenter describes it. */
class JobCenterFilesTest {

    private static final LocalDate NEXT = Fjordsted.NIGHT.plusDays(1);

    @TempDir
    Path folder;

    private DemoRegisters registers;

    @BeforeEach
    void write() throws IOException {
        registers = new DemoRegisters(Fjordsted.WORLD, folder);
        registers.writeAll();
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void aFileIsWindowsTextWithHeaderRowsAndTrailer(Table table) throws IOException {
        String text = strict(bytes(table, Fjordsted.NIGHT));
        List<List<String>> records = records(text);

        assertThat(text).endsWith("\r\n");
        assertThat(records.get(0)).isEqualTo(table.columns());
        assertThat(records.get(records.size() - 1)).containsExactly("SLUT", String.valueOf(records.size() - 2));
        assertThat(records.subList(1, records.size() - 1))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record).hasSameSizeAs(table.columns()));
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void noTwoDaysAreAlike(Table table) throws IOException {
        registers.deliver(NEXT);

        assertThat(bytes(table, NEXT)).isNotEqualTo(bytes(table, Fjordsted.NIGHT));
        assertThat(bytes(table, Fjordsted.NIGHT)).isNotEqualTo(bytes(table, Fjordsted.NIGHT.minusDays(1)));
    }

    @Test
    void theReadyFileSaysWhen() throws IOException {
        assertThat(folder.resolve("jobcenter/JC_KLAR_20261117.txt")).hasContent("KLAR;2026-11-17 02:07");
    }

    @Test
    void theQuirksOfNumbersAreThere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Table table : Table.values()) {
            all.append(strict(bytes(table, Fjordsted.NIGHT)));
        }
        assertThat(all).containsPattern("\\d{6}-\\d{4}").containsPattern("(?m)(^|;)\\d{9}(;|$)");
    }

    @Test
    void theReadyFileCanBeMissing() throws IOException {
        registers.deliver(NEXT, DeliveryFault.NO_READY_FILE);

        assertThat(folder.resolve("jobcenter/JC_KLAR_20261118.txt")).doesNotExist();
    }

    @Test
    void theTrailerCanBeWrong() throws IOException {
        registers.deliver(NEXT, DeliveryFault.WRONG_TRAILER);
        List<List<String>> records = records(strict(bytes(Table.SAG, NEXT)));

        assertThat(records.get(records.size() - 1)).containsExactly("SLUT", String.valueOf(records.size() - 1));
    }

    @Test
    void aByteCanBeInvalid() throws IOException {
        registers.deliver(NEXT, DeliveryFault.INVALID_BYTE);

        assertThatThrownBy(() -> strict(bytes(Table.SAG, NEXT))).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void yesterdaysBytesCanComeAgain() throws IOException {
        registers.deliver(NEXT, DeliveryFault.YESTERDAYS_BYTES);

        assertThat(bytes(Table.SAG, NEXT)).isEqualTo(bytes(Table.SAG, Fjordsted.NIGHT));
    }

    @Test
    void rowsCanBeMissing() throws IOException {
        int whole = records(strict(bytes(Table.SAG, Fjordsted.NIGHT))).size();
        registers.deliver(NEXT, DeliveryFault.SHRUNK);
        assertThat(records(strict(bytes(Table.SAG, NEXT))).size()).isLessThan(whole / 2);

        registers.deliver(NEXT, DeliveryFault.HEADER_ONLY);
        assertThat(records(strict(bytes(Table.SAG, NEXT)))).hasSize(2);
    }

    @Test
    void aVendorUpdateCanChangeCharsetOrOrder() throws IOException {
        registers.deliver(NEXT, DeliveryFault.UTF8_BOM);
        assertThat(new String(bytes(Table.SAG, NEXT), StandardCharsets.UTF_8)).startsWith("\uFEFFSAGSNR;");

        registers.deliver(NEXT, DeliveryFault.OTHER_COLUMN_ORDER);
        List<String> header = records(strict(bytes(Table.SAG, NEXT))).get(0);
        assertThat(header).containsExactlyInAnyOrderElementsOf(Table.SAG.columns());
        assertThat(header).isNotEqualTo(Table.SAG.columns());
    }

    private byte[] bytes(Table table, LocalDate day) throws IOException {
        String name = "JC_" + table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
        return Files.readAllBytes(folder.resolve("jobcenter").resolve(name));
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return Charset.forName("windows-1252")
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text.replace("\"\"", "\u0001").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == '\n')) {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return records;
    }
}
