package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.programme.Programmes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A coordinator is called what the programme calls one, where one programme is meant. */
class CalledTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private final Called.By files = Called.By.files(Programmes.in(Path.of("programmes")));

    @Test
    void aProgrammeHasItsOwnWord() {
        assertThat(files.of(Set.of("Skovparken"), DANISH)).isEqualTo(new Called("kontaktperson", "kontaktpersonen"));
        assertThat(files.of(Set.of("Skovparken"), Locale.ENGLISH).definiteTitle())
                .isEqualTo("The contact person");
        assertThat(files.of(Set.of("Lærkevænget", "Mosebakken"), DANISH).title())
                .isEqualTo("Tovholder");
    }

    @Test
    void whereProgrammesDifferOrThereIsNoneTheUsualWordIsSaid() {
        Called usual = new Called("tovholder", "tovholderen");

        assertThat(files.of(Set.of("Lærkevænget", "Skovparken"), DANISH)).isEqualTo(usual);
        assertThat(files.of(Set.of("Nowhere"), DANISH)).isEqualTo(usual);
        assertThat(files.of(Set.of(), DANISH)).isEqualTo(usual);
        assertThat(Called.By.NO_PROGRAMME.of(Set.of("Skovparken"), DANISH)).isEqualTo(usual);
    }
}
