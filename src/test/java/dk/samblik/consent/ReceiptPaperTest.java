package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/** On paper: one tagged sheet that a screen reader can read aloud in order, and that tells nobody's name in its metadata. */
@SpringBootTest(
        classes = {ReceiptPaper.class, Paper.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class ReceiptPaperTest {

    @Autowired
    private ReceiptPaper paper;

    @Autowired
    private MessageSource messages;

    private byte[] pdf(Receipt receipt, String language) {
        return paper.pdf(new ReceiptScreen(receipt, ReceiptWords.in(messages, language)));
    }

    @TestFactory
    Stream<DynamicTest> isOneTaggedSheet() {
        return Handed.all().stream()
                .flatMap(receipt -> Stream.of("da", "en")
                        .map(language -> DynamicTest.dynamicTest(
                                receipt.kind() + " " + receipt.entries().size() + " " + language,
                                () -> oneTaggedSheet(receipt, language))));
    }

    private void oneTaggedSheet(Receipt receipt, String language) throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(receipt, language))) {
            String kind = receipt.kind().name().toLowerCase(Locale.ROOT);
            document.keep("receipt-paper-" + kind + "-" + receipt.entries().size() + "-" + language);

            assertThat(document.sheets()).isOne();
            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).startsWith(language);
            assertThat(document.showsItsTitle()).isTrue();
            assertThat(document.types()).contains("H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(document.types().stream().filter("H1"::equals)).hasSize(1);
        }
    }

    @Test
    void everyHeaderOfATableSaysWhatItIsAHeaderOf() throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(Handed.family(), "da"))) {
            assertThat(document.scopes())
                    .isNotEmpty()
                    .containsOnly("Column", "Row")
                    .contains("Column", "Row");
        }
    }

    @Test
    void isReadInTheOrderItIsSeen() throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(Handed.family(), "da"))) {
            assertThat(document.text())
                    .containsSubsequence(
                            "Kvittering for samtykke",
                            "Kvittering nr. ",
                            "Det er der sagt ja til",
                            "Beskæftigelse",
                            "Hvad vi bruger det til",
                            "Hvem har sagt ja",
                            "Amina Testesen og Karim Testesen, med forældremyndighed",
                            "Hvad sker der nu",
                            "Sådan trækker du samtykket tilbage",
                            "Ring 12 34 56 78",
                            "Hvem har ansvaret",
                            "Kontrolkoder");
        }
    }

    @Test
    void whatIsMissingIsSaidFirstWithWhatToDo() throws IOException {
        assertThat(text(Handed.unfinished(), "da"))
                .containsSubsequence(
                        "Kvittering nr. ",
                        "Det gælder ikke endnu",
                        "Amina Testesen, Karim Testesen og Yusuf Testesen: Der mangler dokumentation for, at der er sagt ja.",
                        "Lea Æøå-Testesen: Der mangler et ja fra Henrik Andetsteds (forældremyndighedsindehaver) og"
                                + " dokumentation for, at der er sagt ja.",
                        "Den, der mangler, kan sige ja på papir, digitalt eller ved at tale med os.",
                        "Giv os det underskrevne papir, eller sig, hvor det ligger.",
                        "Når vi har det, registrerer vi samtykket igen, og du får en ny kvittering.",
                        "Det er der sagt ja til");
        assertThat(text(Handed.unfinished(), "en"))
                .contains(
                        "What is missing is a yes from Henrik Andetsteds (custody holder) and proof that yes was said.")
                .contains("When we have it, we record the consent again and you get a new receipt.");
    }

    @Test
    void whoeverIsMissingAndMayNotBeNamedIsCalledByTheRelation() throws IOException {
        assertThat(text(Handed.waiting(), "da"))
                .contains("Barn 1: Der mangler et ja fra den anden forældremyndighedsindehaver.")
                .doesNotContain("underskrevne papir");
    }

    @Test
    void whereEverythingIsInForceNothingIsSaidToBeMissing() throws IOException {
        assertThat(text(Handed.family(), "da")).doesNotContain("mangler").doesNotContain("gælder ikke endnu");
    }

    private String text(Receipt receipt, String language) throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(receipt, language))) {
            return document.text();
        }
    }

    @Test
    void itsMetadataNamesNobodyAndSaysItIsAccessible() throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(Handed.family(), "da"))) {
            String about = document.metadata();

            assertThat(about).contains("pdfuaid").contains("Kvittering for samtykke");
            assertThat(document.title()).startsWith("Kvittering for samtykke");
            assertThat(List.of("Testesen", "Amina", "Karim", "Yusuf", "Henrik")).noneMatch(about::contains);
        }
    }

    @Test
    void itsFontsAreInIt() throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(Handed.family(), "da"))) {
            assertThat(document.fonts()).hasSize(2).allMatch(PDFont::isEmbedded);
            assertThat(document.fonts()).allMatch(font -> font.getName().contains("IBMPlexSans"));
        }
    }

    @Test
    void inEnglishItIsEnglish() throws IOException {
        try (TaggedPdf document = TaggedPdf.of(pdf(Handed.takenBack(), "en"))) {
            assertThat(document.text())
                    .contains("Receipt for withdrawal of consent")
                    .contains("Amina Testesen: We fetch no more information. What we had fetched was removed on"
                            + " 2 June 2026 10:05.")
                    .contains("We fetch no more from Housing")
                    .contains("for 5 years")
                    .doesNotContain("samtykke er");
        }
    }
}
