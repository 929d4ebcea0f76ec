package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.samblik.browser.Browser;
import dk.samblik.browser.Browser.Reading;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.consent.TaggedPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every state of the pages, in both languages and at the width of a tablet and a desk, through axe and a strict policy. */
@SpringBootTest(
        classes = Gallery.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.session.cookie.name=samblik", "server.servlet.session.cookie.secure=false"})
class GalleryIT {

    /** In the quick tier a page is read in one of these ways, by turns; in the full one in all. */
    private static final List<Reading> WAYS = List.of(
            new Reading("da", 768),
            new Reading("en", 1280),
            new Reading("da", 360),
            new Reading("en", 768),
            new Reading("da", 1280),
            new Reading("en", 360));

    /** A stream that ends is what the page is about; htmx writes the event to the console. */
    private static final List<String> HTMX_ON_A_LOST_STREAM = List.of("[object Event]");

    private static final int TURNS = 3;
    private static final boolean EVERY_WAY = "full".equals(System.getProperty("samblik.campaign"));

    @LocalServerPort
    private int port;

    private Browser browser;

    /** A tab for each way of reading, for all pages: a new one each would cost more than the page does. */
    private final Map<Reading, Tab> tabs = new HashMap<>();

    @BeforeEach
    void start() {
        browser = Browser.at(port);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @TestFactory
    Stream<DynamicTest> noPageHasAViolation() {
        return Gallery.ADDRESSES.stream()
                .flatMap(address -> ways(address)
                        .map(way -> DynamicTest.dynamicTest(
                                address + " " + way.language() + " " + way.width(), () -> clean(address, way))));
    }

    private static Stream<Reading> ways(String address) {
        return EVERY_WAY ? WAYS.stream() : Stream.of(WAYS.get(Gallery.ADDRESSES.indexOf(address) % TURNS));
    }

    @Test
    void aHouseholdFillsNoMoreThanTwoSheetsOfPaper() {
        try (Tab tab = browser.tab(1280, "da").open("/galleri/husstand/hel")) {
            assertThat(tab.sheets("galleri-husstand-hel")).isBetween(1, 2);
        }
    }

    /** The reference household of four, and one of eight with more than there is room for. */
    @ParameterizedTest
    @ValueSource(strings = {"alle", "otte", "fuld", "eget"})
    void aSheetTakesTwoPagesAtMostAndHoldsNothingThatIsForTheScreen(String kind) throws IOException {
        try (Tab tab = browser.tab(1280, "da").open("/galleri/udskrift/" + kind)) {
            String name = "galleri-udskrift-" + kind;
            assertThat(tab.sheets(name)).isBetween(1, 2);
            try (TaggedPdf paper = TaggedPdf.of(Files.readAllBytes(Path.of("target", "screenshots", name + ".pdf")))) {
                paper.keep(name + "-papir");
                OnPaper.holdsNothingThatIsForTheScreen(paper.text());
                assertThat(paper.text()).contains("kopi nr. 1.204", "Makulér efter mødet");
                for (int page = 1; page <= paper.sheets(); page++) {
                    assertThat(paper.text(page)).contains("side " + page + " af " + paper.sheets());
                }
            }
        }
    }

    /** The pictures of the guide, as a tablet shows a page at first; taken anew with {@code -Dsamblik.docs=write}. */
    @ParameterizedTest
    @CsvSource({
        "start/hel, mine-husstande",
        "husstand/hel, husstand",
        "klargoer/klar, klargoer",
        "moede/alle, moedevisning"
    })
    void aPictureOfTheGuideIsThere(String page, String picture) {
        Path file = Path.of("docs", "vejledning", "billeder", picture + ".png");
        if ("write".equals(System.getProperty("samblik.docs"))) {
            try (Tab tab = browser.tab(768, "da").open("/galleri/" + page)) {
                tab.page().screenshot(new Page.ScreenshotOptions().setPath(file));
            }
        }
        assertThat(file).exists();
    }

    private void clean(String address, Reading way) {
        Tab tab = tabs.computeIfAbsent(way, reading -> browser.tab(reading.width(), reading.language()));
        tab.complaints().clear();
        tab.open(address);
        if (address.equals(RefreshGallery.LOST)) {
            tab.page().locator("#forbindelse").waitFor();
        }
        tab.keep(address.substring(1).replace('/', '-') + "-" + way.language() + "-" + way.width());
        assertThat(tab.violations()).isEmpty();
        assertThat(tab.complaints())
                .isSubsetOf(address.equals(RefreshGallery.LOST) ? HTMX_ON_A_LOST_STREAM : List.of());
        assertThat(tab.page().locator("h1").count()).isEqualTo(1);
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(way.language());
        assertThat(tab.page().content()).doesNotContain("??");
        assertThat(tab.stored()).isZero();
        assertThat(tab.widthAt(320)).as("a page that is magnified four times").isLessThanOrEqualTo(320);
        tab.page().setViewportSize(way.width(), 900);
    }
}
