package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Paper;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The protocol of a draw on paper: one tagged sheet, with everything a draw is repeated and answered for by. */
@SpringBootTest(classes = Paper.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class ProtocolPaperTest {

    /** 8 points. */
    private static final int SMALLEST = 80;

    @Autowired
    private Paper paper;

    @Autowired
    private MessageSource messages;

    private TaggedPdf printed(String language, int drawn) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        Words words = new Words(
                messages, locale, new CivilClock(Clock.fixed(Instant.parse("2026-03-12T05:30:00Z"), ZoneOffset.UTC)));
        return TaggedPdf.of(paper.pdf(
                "draw/protocol-paper",
                locale,
                Map.of(
                        "screen",
                        DrawGallery.protocol("laast", drawn, words),
                        "words",
                        words,
                        "frame",
                        DrawGallery.frame(true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void thirtyHouseholdsAreOneTaggedSheet(String language) throws IOException {
        try (TaggedPdf document = printed(language, 30)) {
            document.keep("protocol-paper-" + language);

            assertThat(document.sheets()).isOne();
            assertThat(document.smallest()).isGreaterThanOrEqualTo(SMALLEST);
            assertThat(document.isMarked()).isTrue();
            assertThat(document.language()).isEqualTo(language);
            assertThat(document.scopes()).contains("Column", "Row");
            assertThat(document.headings()).hasSize(6);
            assertThat(document.headings().get(3)).startsWith("H2 3 ");
            assertThat(document.text())
                    .contains("48213", "samblik-lot/1", "3f9a".repeat(16), "Ulla Test", "Gorm Test", "RepeatDraw.java")
                    .contains(DrawGallery.keys(30));
        }
    }

    /** More of them go on, on a second sheet; none is left out or cut short. */
    @Test
    void ninetyHouseholdsGoOnOnTheNextSheet() throws IOException {
        try (TaggedPdf document = printed("da", 90)) {
            assertThat(document.sheets()).isEqualTo(2);
            assertThat(document.text()).contains(DrawGallery.keys(90));
            assertThat(List.of(document.text(1), document.text(2))).allMatch(sheet -> sheet.contains(" / 2"));
        }
    }
}
