package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

/**
 * A protected address follows the person wherever the household is shown: here the child Lea is protected, and her mother's
 * home, work, meeting room and housing contact would give her away. Acceptance case 17 of the domain reference.
 */
@SpringBootTest(classes = Gallery.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProtectedTest {

    private static final String[] PLACES = {
        "Prøvevej", "Eksempelvej", "8800 Viborg", "Mariehønen", "Prøvens Bageri", "Mødelokale 2", "Karen Test"
    };

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "husstand/beskyttet",
                "husstand/boligforening-beskyttet",
                "del/beskyttet/medlemmer",
                "del/beskyttet/datoer",
                "del/beskyttet/indsatser",
                "del/beskyttet/boern",
                "del/beskyttet/bolig",
                "del/beskyttet/forvaltninger",
                "udskrift/beskyttet"
            })
    void noPlaceOfAnybodyInTheHouseholdIsTold(String page) {
        assertThat(http.getForObject("/galleri/" + page, String.class))
                .contains("H-0417")
                .doesNotContain(PLACES);
    }

    @Test
    void theSamePlacesAreThereWhereNobodyIsProtected() {
        assertThat(http.getForObject("/galleri/husstand/hel", String.class)).contains(PLACES);
    }

    @Test
    void theTeamSeesTheNameAndIsWarned() {
        assertThat(http.getForObject("/galleri/husstand/beskyttet", String.class))
                .contains("Lea Testesen", "Beskyttet adresse", "Må ikke siges højt", "sb-not-on-paper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"husstand/boligforening-beskyttet", "udskrift/beskyttet"})
    void paperAndReadersFromOutsideHaveNoName(String page) {
        assertThat(http.getForObject("/galleri/" + page, String.class)).doesNotContain("Lea");
    }

    @Test
    void paperSaysHowManyAreLeftOut() {
        assertThat(http.getForObject("/galleri/udskrift/beskyttet", String.class))
                .contains("1 person med beskyttet adresse er ikke med på papir.");
    }
}
