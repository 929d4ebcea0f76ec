package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters for a spreadsheet: every cell is text, whatever a name holds. */
class LetterLinesTest {

    private static String line(String... cells) {
        LetterLines lines = new LetterLines("Nummer;Navn");
        lines.add(cells);
        return lines.text().lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void theFileBeginsWithTheMarkAndTheColumns() {
        assertThat(new LetterLines("Nummer;Navn").text()).isEqualTo("\uFEFFNummer;Navn\r\n");
    }

    @Test
    void delimitersQuotesAndLineBreaksStayInTheirCell() {
        assertThat(line("1", "Bo; \"Bob\"\r\nBech")).isEqualTo("\"1\";\"Bo; \"\"Bob\"\" Bech\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+4512345678", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0"})
    void aCellThatWouldBeAFormulaIsText(String name) {
        assertThat(line("1", name)).startsWith("\"1\";\"'");
    }
}
