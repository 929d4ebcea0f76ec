package dk.samblik.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Paper;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/** What the officer hands out can be read aloud in order, says what the page says, and names nobody in its metadata. */
@SpringBootTest(classes = Paper.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class HandoutTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    @Autowired
    private Paper paper;

    @Autowired
    private MessageSource messages;

    private Words words(Locale language) {
        return new Words(messages, language, new CivilClock(Clock.systemUTC()));
    }

    private TaggedPdf extract(String state, Locale language) throws IOException {
        Words words = words(language);
        return paper("oversight/extract-paper", OversightGallery.extract(state, words), words, language);
    }

    private TaggedPdf paper(String template, Object screen, Words words, Locale language) throws IOException {
        return TaggedPdf.of(paper.pdf(
                template, language, Map.of("screen", screen, "words", words, "frame", OversightGallery.frame())));
    }

    @ParameterizedTest
    @CsvSource({"hel, da", "navne, da", "hel, en"})
    void theExtractIsTagged(String state, String language) throws IOException {
        try (TaggedPdf document = extract(state, Locale.forLanguageTag(language))) {
            document.keep("extract-paper-" + state + "-" + language);

            assertThat(document.sheets()).isOne();
            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).startsWith(language);
            assertThat(document.showsItsTitle()).isTrue();
            assertThat(document.types()).contains("H1", "H2", "P", "Table", "TR", "TH", "TD");
            assertThat(document.types().stream().filter("H1"::equals)).hasSize(1);
            assertThat(document.scopes()).containsOnly("Column", "Row").contains("Column", "Row");
            assertThat(document.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void theExtractIsReadInTheOrderItIsSeen() throws IOException {
        try (TaggedPdf document = extract("hel", DANISH)) {
            assertThat(document.text())
                    .containsSubsequence(
                            "Hvem har set oplysninger om dig",
                            "Navn Amina Testesen",
                            "CPR-nummer 120385-••••",
                            "Periode",
                            "Journalnummer 26-104",
                            "Udskrevet 12. mar. 2026",
                            "Eksempel Kommune bruger Samblik",
                            "Linjer, som kun handler om andre i husstanden, er ikke med.",
                            "Tidspunkt Hvad Formål Hvem (rolle)",
                            "12. mar. 2026 kl. 10.02.11",
                            "Bad om at hente nye oplysninger",
                            "Tovholder, Fjordsted Kommune",
                            "Spørgsmål og klage",
                            "telefon 12 34 56 78",
                            "Du kan klage til Datatilsynet")
                    .doesNotContain("Maja", "Jens", "0202909999", "??");
        }
    }

    @Test
    void anEmployeesNameIsOnTheExtractOnlyWhereTheNamesAre() throws IOException {
        try (TaggedPdf document = extract("navne", DANISH)) {
            assertThat(document.text()).contains("Medarbejder", "Maja Test").doesNotContain("Borgeren vil klage");
        }
    }

    @Test
    void theExtractsMetadataNamesNobodyAndSaysItIsAccessible() throws IOException {
        try (TaggedPdf document = extract("navne", DANISH)) {
            assertThat(document.title()).isEqualTo("Udskrift af opslagsloggen");
            assertThat(document.metadata())
                    .contains("pdfuaid", "Udskrift af opslagsloggen")
                    .doesNotContain("Testesen", "Amina", "Maja", "120385", "26-104");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void theReportOfASpotCheckIsTagged(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        Words words = words(locale);
        try (TaggedPdf document =
                paper("oversight/report-paper", OversightGallery.check("rapport", words), words, locale)) {
            document.keep("report-paper-" + language);

            assertThat(document.sheets()).isEqualTo(2);
            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).startsWith(language);
            assertThat(document.types()).contains("H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(document.types().stream().filter("H1"::equals)).hasSize(1);
            assertThat(document.scopes()).containsOnly("Column", "Row").contains("Column", "Row");
            assertThat(document.text()).contains("998", "Maja Test", "H-0417").doesNotContain("??");
            assertThat(document.metadata()).doesNotContain("Maja", "Jens", "Dagny");
        }
    }
}
