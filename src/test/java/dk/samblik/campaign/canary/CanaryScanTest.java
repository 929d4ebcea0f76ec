package dk.samblik.campaign.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import dk.samblik.demo.people.CprNumbers;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Sex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scan finds what is planted in every encoding, and a scan that has lost one is caught by the control. */
class CanaryScanTest {

    private static final long SEED = 20261117L;

    @TempDir
    private Path folder;

    private final PositiveControl control = new PositiveControl(new Random(SEED));

    @Test
    void everyPlantedMarkerIsFoundWhereItLies() throws IOException {
        int planted = control.plant(List.of(folder));

        Findings findings = CanaryScan.of(control.markers()).scan(folder);

        assertThat(planted).isEqualTo(16);
        assertThat(control.missed(findings)).isEmpty();
        assertThat(findings.files()).isEqualTo(planted);
        assertThat(findings.streams()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void aScanThatDoesNotKnowAnEncodingMissesWhatWasPlantedInIt(Encoding forgotten) throws IOException {
        control.plant(List.of(folder));
        EnumSet<Encoding> others = EnumSet.complementOf(EnumSet.of(forgotten));

        Findings findings = CanaryScan.of(control.markers(), others).scan(folder);

        assertThat(control.missed(findings)).contains(forgotten.name());
    }

    @Test
    void aNumberIsFoundWithAndWithoutHyphenAndAsAPlainHash() throws Exception {
        String digits = new CprNumbers().issue(LocalDate.of(1990, 5, 17), Sex.K, Dice.of(SEED, "canary"));
        String hyphen = digits.substring(0, 6) + "-" + digits.substring(6);
        Markers markers = new Markers(new Random(SEED));
        markers.number(7, digits);
        Files.writeString(folder.resolve("plain"), "x" + digits + "y");
        Files.writeString(folder.resolve("hyphen"), hyphen);
        Files.write(folder.resolve("hash"), MessageDigest.getInstance("SHA-256").digest(hyphen.getBytes("UTF-8")));

        Findings findings = CanaryScan.of(markers).scan(folder);

        assertThat(findings.hits())
                .extracting(hit -> hit.file().getFileName().toString())
                .containsExactlyInAnyOrder("plain", "hyphen", "hash");
    }

    @Test
    void aHitNamesPersonRegisterAndFieldAndNeverTheValue() throws IOException {
        Markers markers = new Markers(new Random(SEED));
        String token = markers.fresh(new Field(7, "jobcenter", "SAG.SAGSTITEL", Letters.ASCII), Marker.Reach.NOWHERE);
        Files.writeString(folder.resolve("kept"), "row;" + token + ";row");

        Findings findings = CanaryScan.of(markers).scan(folder);

        assertThat(findings.hits()).hasSize(1);
        assertThat(findings.hits().get(0).toString())
                .contains("person 7 jobcenter SAG.SAGSTITEL")
                .contains("kept at 4")
                .doesNotContain(token);
    }

    @Test
    void nothingIsFoundInNoise() throws IOException {
        control.plant(List.of(folder));
        Markers others = new Markers(new Random(SEED + 1));
        for (int person = 0; person < 2_000; person++) {
            others.fresh(new Field(person, "control", "noise", Letters.ANY), Marker.Reach.NOWHERE);
        }

        assertThat(CanaryScan.of(others).scan(folder).hits()).isEmpty();
    }
}
