package dk.samblik.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Access;
import dk.samblik.access.LogSignals.Signal;
import dk.samblik.access.Viewer;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the log may say has a name in words, and what is written in the forms is read or refused. */
class OversightWordsTest {

    private static final ResourceBundle DANISH = ResourceBundle.getBundle("messages", Locale.ROOT);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @Test
    void everyActionRoleAndSignalHasItsWords() {
        assertThat(Stream.of(Access.Action.values()).map(action -> "oversight.action." + action))
                .allMatch(DANISH::containsKey);
        assertThat(Stream.of(Access.Action.values()).map(action -> "oversight.extract.what." + action))
                .allMatch(DANISH::containsKey);
        assertThat(Stream.of(MistakenConsent.Assessment.values()).map(found -> "oversight.mistake." + found))
                .allMatch(DANISH::containsKey);
        assertThat(Stream.of(Viewer.Role.values()).map(role -> "oversight.role." + role))
                .allMatch(DANISH::containsKey);
        assertThat(Stream.of(Signal.values())
                        .flatMap(signal ->
                                Stream.of("oversight.signal." + signal, "oversight.signal." + signal + ".what")))
                .allMatch(DANISH::containsKey);
    }

    @ParameterizedTest
    @CsvSource({
        ", , 2026-02-10, 2026-03-12",
        "2026-03-01, , 2026-03-01, 2026-03-12",
        ", 2026-01-31, 2026-01-01, 2026-01-31",
        "2026-03-12, 2026-03-12, 2026-03-12, 2026-03-12"
    })
    void aPeriodIsWhatIsWrittenOrThirtyDaysToToday(String from, String until, LocalDate begins, LocalDate ends) {
        assertThat(Days.read(from, until, TODAY, Period.ofDays(30))).hasValue(new Days(begins, ends));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-13, 2026-03-12", "1. marts, ", "2026-02-30, ", "2026-03-13, "})
    void aPeriodThatIsNoneIsRefused(String from, String until) {
        assertThat(Days.read(from, until, TODAY, Period.ofDays(30))).isEmpty();
    }

    @Test
    void aDayIsWholeInCopenhagenAlsoWhenTheClocksChange() {
        Days change = new Days(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 29));

        assertThat(change.begins()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(change.ends()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void aReasonMayNotHoldWhatLooksLikeANumberOfAPerson() {
        ExtractForm form = new ExtractForm("0202909999", null, null, null, "1", "han er 020290-9999", null);

        assertThat(form.errors(TODAY)).containsOnlyKeys("begrundelse");
        assertThat(new ExtractForm("0202909999", null, null, null, null, null, null).errors(TODAY))
                .isEmpty();
    }

    @Test
    void settingsOutsideTheirBoundsAreRefusedByName() {
        assertThatThrownBy(() -> new OversightSettings(41, 30, 6, 19, Period.ofDays(31)))
                .hasMessageContaining("samblik.oversight.spot-check");
        assertThatThrownBy(() -> new OversightSettings(25, 0, 6, 19, Period.ofDays(31)))
                .hasMessageContaining("samblik.oversight.many");
        assertThatThrownBy(() -> new OversightSettings(25, 30, 19, 6, Period.ofDays(31)))
                .hasMessageContaining("samblik.oversight.closes");
    }
}
