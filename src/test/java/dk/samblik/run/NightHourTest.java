package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The night begins at an hour that exists once every civil day. */
class NightHourTest {

    private static final Instant NOW = Instant.parse("2026-11-17T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"0 0 3 * * ?", "0 30 1 * * ?", "0 0 4 ? * MON-FRI"})
    void anHourThatIsThereOnceIsTaken(String cron) {
        assertThatCode(() -> NightHour.check(cron, NOW)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 30 2 * * ?", "0 0 2 * * ?", "0 0 */2 * * ?"})
    void theHourOfTheClocksChangeIsRefused(String cron) {
        assertThatThrownBy(() -> NightHour.check(cron, NOW)).hasMessageContaining("use 03:00 or later");
    }

    @Test
    void whatIsNoCronIsRefusedWithAnExample() {
        assertThatThrownBy(() -> NightHour.check("every night", NOW)).hasMessageContaining("0 0 3 * * ?");
    }
}
