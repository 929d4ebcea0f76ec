package dk.samblik.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long things are kept may be shortened by anybody, and made longer only with a reason. */
class RetentionSettingsTest {

    private static RetentionSettings of(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put("samblik.retention." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("samblik.retention", RetentionSettings.class);
    }

    @Test
    void asShippedEveryClassHasItsOwnTime() {
        assertThat(of().all())
                .hasSameSizeAs(Arrays.asList(Swept.values()))
                .containsEntry(Swept.SUPERSEDED_VERSIONS, Period.ofDays(30))
                .containsEntry(Swept.QUARANTINE_CONTENT, Period.ofDays(14))
                .containsEntry(Swept.QUARANTINE, Period.ofDays(90))
                .containsEntry(Swept.RUNS, Period.ofMonths(24))
                .containsEntry(Swept.CONSENT_RECORDS, Period.ofYears(5));
    }

    @Test
    void shorterNeedsNoReason() {
        assertThat(of("keep.superseded-versions", "P7D").of(Swept.SUPERSEDED_VERSIONS))
                .isEqualTo(Period.ofDays(7));
        assertThat(of("keep.runs", "P730D").of(Swept.RUNS))
                .as("no more than 24 months")
                .isEqualTo(Period.ofDays(730));
    }

    @Test
    void longerNeedsAReason() {
        assertThatThrownBy(() -> of("keep.quarantine", "P4M"))
                .rootCause()
                .hasMessage("samblik.retention.keep.quarantine is longer than the P90D that is shipped: write why in"
                        + " samblik.retention.reason.quarantine, or shorten it");

        assertThat(of("keep.quarantine", "P4M", "reason.quarantine", "The register is mended twice a year.")
                        .of(Swept.QUARANTINE))
                .isEqualTo(Period.ofMonths(4));
    }

    @Test
    void nothingIsKeptForNoTimeAndNoUnknownThingAtAll() {
        assertThatThrownBy(() -> of("keep.seen", "P0D"))
                .rootCause()
                .hasMessageContaining("samblik.retention.keep.seen must be at least P1D");
        assertThatThrownBy(() -> of("keep.seen", "P-3D")).rootCause().hasMessageContaining("must be at least P1D");
        assertThatThrownBy(() -> of("keep.sections", "P3D")).rootCause().hasMessageContaining("sections");
    }

    @Test
    void theRulesSayWhatIsConfigured() {
        assertThat(Rules.all(of("keep.seen", "P6M")))
                .filteredOn(rule -> rule.name().equals("seen"))
                .extracting(Rule::kept)
                .containsExactly("P6M");
    }
}
