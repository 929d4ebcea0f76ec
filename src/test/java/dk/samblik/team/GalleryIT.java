package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.browser.Browser;
import dk.samblik.browser.Browser.Tab;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every state of the pages, in both languages and at the width of a tablet and a desk, through axe and a strict policy. */
@SpringBootTest(
        classes = Gallery.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.session.cookie.name=samblik", "server.servlet.session.cookie.secure=false"})
class GalleryIT {

    /** In the quick tier pages are read in Danish on a tablet and in English on a desk by turns. */
    private static final boolean EVERY_PAIR = "full".equals(System.getProperty("samblik.campaign"));

    @LocalServerPort
    private int port;

    private Browser browser;

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
                .flatMap(address -> Stream.of("da", "en")
                        .flatMap(language -> Stream.of(768, 1280)
                                .filter(width -> EVERY_PAIR || isTurn(address, language, width))
                                .map(width -> DynamicTest.dynamicTest(
                                        address + " " + language + " " + width,
                                        () -> clean(address, language, width)))));
    }

    private static boolean isTurn(String address, String language, int width) {
        boolean danish = Gallery.ADDRESSES.indexOf(address) % 2 == 0;
        return danish == language.equals("da") && danish == (width == 768);
    }

    @Test
    void aHouseholdFillsNoMoreThanTwoSheetsOfPaper() {
        try (Tab tab = browser.tab(1280, "da").open("/galleri/husstand/hel")) {
            assertThat(tab.sheets("galleri-husstand-hel")).isBetween(1, 2);
        }
    }

    private void clean(String address, String language, int width) {
        try (Tab tab = browser.tab(width, language).open(address)) {
            tab.keep(address.substring(1).replace('/', '-') + "-" + language + "-" + width);
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.page().locator("h1").count()).isEqualTo(1);
            assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(List.of(tab.page().content())).noneMatch(html -> html.contains("??"));
        }
    }
}
