package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Paper;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.household.CivilClock;
import dk.samblik.team.SheetPaper.Copy;
import dk.samblik.team.SheetPaper.Printed;
import dk.samblik.team.SheetScreen.Room;
import dk.samblik.team.Sheets.Sheet;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The sheets of a meeting as PDF: tagged, two pages at most, and nothing on them that is for the screen alone. */
@SpringBootTest(
        classes = {SheetPaper.class, Paper.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class SheetPaperTest {

    @Autowired
    private SheetPaper paper;

    @Autowired
    private MessageSource messages;

    @Autowired
    private ITemplateEngine templates;

    private Words words(String language) {
        return new Words(
                messages, Locale.forLanguageTag(language), new CivilClock(Clock.fixed(Families.NOW, ZoneOffset.UTC)));
    }

    private TaggedPdf printed(String kind, String language, String... names) throws IOException {
        Words words = words(language);
        Sheets sheets = SheetGallery.sheets(kind);
        List<Copy> copies = new ArrayList<>();
        for (String name : names) {
            Sheet sheet = sheets.named(name).orElseThrow();
            copies.add(new Copy(SheetScreen.of(sheets, sheet, Seeing.ALL, Room.PAPER, words), 1204L + copies.size()));
        }
        return TaggedPdf.of(paper.pdf(copies, new Printed("Maja Test", Families.NOW), words));
    }

    @TestFactory
    Stream<DynamicTest> aSheetIsTaggedAndTakesTwoPagesAtMost() {
        return Stream.of("alle", "otte", "fuld")
                .flatMap(kind -> Stream.of("da", "en")
                        .map(language ->
                                DynamicTest.dynamicTest(kind + " " + language, () -> twoTaggedPages(kind, language))));
    }

    private void twoTaggedPages(String kind, String language) throws IOException {
        try (TaggedPdf document = printed(kind, language, "faelles")) {
            document.keep("sheet-paper-" + kind + "-" + language);

            assertThat(document.sheets()).isBetween(1, 2);
            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).startsWith(language);
            assertThat(document.showsItsTitle()).isTrue();
            assertThat(document.title()).contains("H-0417");
            assertThat(document.types()).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(document.types().stream().filter("H1"::equals)).hasSize(1);
            assertThat(document.scopes()).contains("Column", "Row").containsOnly("Column", "Row");
            assertThat(document.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
            OnPaper.holdsNothingThatIsForTheScreen(document.text());
        }
    }

    @Test
    void wishesAndAgreementsComeFirstAndNoWishIsLeftOut() throws IOException {
        try (TaggedPdf document = printed("alle", "da", "faelles")) {
            assertThat(document.text(1))
                    .containsSubsequence(
                            "Husstandens ønsker »Vi vil gerne have én, vi kan ringe til, når der kommer et brev.« – Amina og Karim",
                            "Aftaler Over fristen. Maja: ringer til skolen om skemaet, senest 6. mar. 2026",
                            "Vigtige datoer")
                    .doesNotContain("sundhedsplejersken");
        }
        try (TaggedPdf document = printed("faelles", "da", "faelles")) {
            assertThat(document.text(1))
                    .as("not whose, nor who does it")
                    .contains(
                            "»Jeg vil gerne tilbage på arbejde efter sommer.« Aftaler Over fristen. ringer til skolen");
        }
        try (TaggedPdf document = printed("fuld", "da", "faelles")) {
            assertThat(document.text(1)).contains("Ønske 1 ", "Ønske 5 ", "Aftale 5 ");
        }
    }

    /** Departments stand two abreast, and no writer of paper may tag them after what stands below them. */
    @Test
    void itIsReadAloudInTheOrderOfThePage() throws IOException {
        Words words = words("da");
        Sheets sheets = SheetGallery.sheets("alle");
        SheetScreen page =
                SheetScreen.of(sheets, sheets.named(Sheets.JOINT).orElseThrow(), Seeing.ALL, Room.PAPER, words);
        String html = templates.process(
                "team/sheet",
                Set.of("body"),
                new Context(Locale.forLanguageTag("da"), Map.of("sheet", page, "words", words)));
        List<String> headings = Pattern.compile("<(h[23])[^>]*>([^<]*)</")
                .matcher(html)
                .results()
                .map(heading -> heading.group(1).toUpperCase(Locale.ROOT) + " " + heading.group(2))
                .toList();

        assertThat(headings).contains("H2 Husstandens ønsker", "H3 Beskæftigelse", "H3 Bolig", "H2 Tidslinje");
        try (TaggedPdf document = printed("alle", "da", "faelles")) {
            assertThat(document.headings()).first().isEqualTo("H1 H-0417: Fælles ark");
            assertThat(document.headings().stream().skip(1)).containsExactlyElementsOf(headings);
        }
    }

    @Test
    void everyPageSaysWhoseCopyItIsAndWhichPageOfHowMany() throws IOException {
        try (TaggedPdf document = printed("otte", "da", "faelles")) {
            assertThat(document.sheets()).isEqualTo(2);
            for (int page = 1; page <= 2; page++) {
                assertThat(document.text(page))
                        .contains(
                                "Husstand H-0417 · visning nr. 38 · udskrevet i dag kl. 08.30 af Maja Test · kopi nr. 1.204")
                        .contains("Makulér efter mødet", "side " + page + " af 2");
            }
        }
    }

    @Test
    void whatThereIsNoRoomForIsCountedInWords() throws IOException {
        String shortened = "Tidslinjen er forkortet, så arket kan være på to sider. ";
        try (TaggedPdf document = printed("otte", "da", "faelles")) {
            assertThat(document.text()).contains("+18 på skærmen").doesNotContain(shortened);
        }
        try (TaggedPdf document = printed("ordrig5", "da", "faelles")) {
            assertThat(document.sheets()).isEqualTo(2);
            assertThat(document.text()).contains(shortened + "56 ældre begivenheder står på skærmen.");
        }
        try (TaggedPdf document = printed("ordrig12", "da", "faelles")) {
            assertThat(document.sheets()).isEqualTo(2);
            assertThat(document.text()).doesNotContain("Tidslinje");
        }
    }

    @Test
    void sheetsInOneDocumentHaveALeafAndANumberEach() throws IOException {
        try (TaggedPdf document = printed("alle", "da", "A1", "A2")) {
            assertThat(document.text(1)).contains("Ark til Karim", "kopi nr. 1.204", "side 1 af 2");
            assertThat(document.text(2))
                    .as("the back of Karim's sheet")
                    .contains("Denne side er tom", "kopi nr. 1.204", "side 2 af 2");
            assertThat(document.text(3))
                    .contains("Ark til Amina", "kopi nr. 1.205", "side 1 af " + (document.sheets() - 2))
                    .doesNotContain("Karim");
        }
    }

    @Test
    void itsMetadataNamesNobody() throws IOException {
        try (TaggedPdf document = printed("alle", "da", "A2")) {
            assertThat(document.metadata()).contains("pdfuaid").doesNotContain("Amina", "Karim", "Testesen");
        }
    }
}
