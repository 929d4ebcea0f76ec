package dk.samblik.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CprTest {

    private static final String WHOLE = "1204859907";

    @ParameterizedTest
    @ValueSource(strings = {"1204859907", "120485-9907", "120485 9907", "  1204859907 "})
    void aNumberIsReadAsRegistersWriteIt(String written) {
        assertThat(Cpr.read(written).map(Cpr::digits)).contains(WHOLE);
    }

    @Test
    void aLostLeadingZeroIsGivenBack() {
        assertThat(Cpr.read("204859907").map(Cpr::digits)).contains("0204859907");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "12048599",
                "12048-59907",
                "120485--9907",
                "20485-9907",
                "120485/9907",
                "12048599O7",
                "0000000000",
                "3102859907",
                "\uFF11204859907",
                "12048599071"
            })
    void whatIsNoNumberIsNone(String written) {
        assertThat(Cpr.read(written)).isEmpty();
    }

    @Test
    void aReplacementNumberHasSixtyMoreDays() {
        Cpr replacement = Cpr.read("7204859907").orElseThrow();

        assertThat(replacement.replacement()).isTrue();
        assertThat(replacement.born()).isEqualTo(LocalDate.of(1985, 4, 12));
    }

    @Test
    void printingItTellsNothing() {
        assertThat(Cpr.read(WHOLE).orElseThrow()).hasToString("Cpr[masked]");
    }

    /** Said once more, as patterns say it. */
    @Property(tries = 1000)
    void itReadsWhatThePatternsOfTheManualDescribe(@ForAll("almostNumbers") String written) {
        String text = written.strip();
        String ten = text.matches("[0-9]{6}[- ][0-9]{4}") ? text.substring(0, 6) + text.substring(7) : text;
        ten = ten.matches("[0-9]{9}") ? "0" + ten : ten;
        Optional<String> expected = ten.matches("[0-9]{10}") && day(ten) ? Optional.of(ten) : Optional.empty();

        assertThat(Cpr.read(written).map(Cpr::digits)).isEqualTo(expected);
    }

    private static boolean day(String ten) {
        int day = Integer.parseInt(ten.substring(0, 2));
        try {
            // Serial numbers of the property begin with 9: born from 1937 to 2036.
            int year = Integer.parseInt(ten.substring(4, 6));
            LocalDate.of(year > 36 ? 1900 + year : 2000 + year, Integer.parseInt(ten.substring(2, 4)), day % 60);
            return day <= 91;
        } catch (DateTimeException none) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> almostNumbers() {
        Arbitrary<String> dates = Arbitraries.integers()
                .between(0, 999_999)
                .map("%06d"::formatted)
                .edgeCases(edges -> edges.add("290204", "290203", "310485", "600485", "610485", "910485", "920485"));
        Arbitrary<String> separators = Arbitraries.of("", "", "-", " ", "--", "x");
        Arbitrary<String> serials = Arbitraries.integers().between(0, 999).map("9%03d"::formatted);
        return Combinators.combine(Arbitraries.of("", " "), dates, separators, serials, Arbitraries.of(0, 1, 5))
                .as((blank, date, separator, serial, lost) ->
                        blank + (date + separator + serial).substring(lost) + blank);
    }
}
