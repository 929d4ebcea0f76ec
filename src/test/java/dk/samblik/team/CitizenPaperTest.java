package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Paper;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.household.CivilClock;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/** The citizen's sheet as PDF: tagged, about its reader and nobody else, and without a name of staff. */
@SpringBootTest(classes = Paper.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class CitizenPaperTest {

    @Autowired
    private Paper paper;

    @Autowired
    private MessageSource messages;

    private TaggedPdf printed(String state, String language) throws IOException {
        Words words = new Words(
                messages, Locale.forLanguageTag(language), new CivilClock(Clock.fixed(Families.NOW, ZoneOffset.UTC)));
        return TaggedPdf.of(CitizenPage.pdf(paper, CitizenGallery.screen(state, words), 1204L, words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void itIsTaggedAndHoldsNoNumberAndNoAddress(String language) throws IOException {
        try (TaggedPdf document = printed("hel", language)) {
            document.keep("citizen-paper-" + language);

            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).startsWith(language);
            assertThat(document.showsItsTitle()).isTrue();
            assertThat(document.title()).contains("H-0417");
            assertThat(document.metadata()).contains("pdfuaid").doesNotContain("Amina", "Testesen");
            assertThat(document.types()).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(document.types().stream().filter("H1"::equals)).hasSize(1);
            assertThat(document.scopes()).containsOnly("Column", "Row");
            assertThat(document.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
            OnPaper.holdsNothingThatIsForTheScreen(document.text().replaceAll("\\S+@eksempel\\.example", ""));
        }
    }

    @Test
    void itTellsWhatIsHeldFromWhereHowFreshWhoLookedAndHowToTakeItBack() throws IOException {
        try (TaggedPdf document = printed("hel", "da")) {
            String text = document.text();
            assertThat(text)
                    .contains("Det har vi om dig, Amina", "Arket fortæller også om Lea og Yusuf.", "Kopi nr. 1.204")
                    .contains("Beskæftigelse (Jobcenter) Hentet i dag kl. 05.04.")
                    .contains("Kontanthjælp, forhøjet sats, Amina, 1. feb. 2024 – 31. mar. 2026")
                    .contains("Social har ikke svaret siden i går kl. 05.04. Vi viser det, vi hentede 10. mar. 2026")
                    .contains("(12 af 48 dage), Yusuf")
                    .contains("senest 12. mar. 2026 (40 gange) Oplysninger hentet fra registrene")
                    .contains("9. mar. 2026 (2 gange) Husstandens side set Arbejde i husstanden")
                    .contains("Teammedlem, Fjordsted Boligforening")
                    .contains("Ring 12 34 56 78.", "Skriv til samtykke@eksempel.example.", "Mød op: Rådhuset")
                    .contains("Dataansvarlig: Eksempel Kommune", "dpo@eksempel.example", "datatilsynet.dk")
                    .doesNotContain("Karim", "Makulér");
            assertThat(text)
                    .as("of the staff only the coordinator is named")
                    .contains("Maja Test")
                    .doesNotContain("Mia Test", "Ole Test", "Eva Test", "Karen Test");
        }
    }

    @Test
    void whoIsAloneAndNotAskedAboutMuchIsToldSo() throws IOException {
        try (TaggedPdf document = printed("tynd", "da")) {
            assertThat(document.text())
                    .contains("Vi spørger ikke: Social og Bolig. Det siger intet om, hvorvidt der er en sag.")
                    .doesNotContain("Arket fortæller også", "Tidspunkt");
        }
    }
}
