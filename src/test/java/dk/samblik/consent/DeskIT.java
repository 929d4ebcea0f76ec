package dk.samblik.consent;

import static dk.samblik.consent.DeskFamily.AMINA;
import static dk.samblik.consent.DeskFamily.KARIM;
import static dk.samblik.consent.DeskFamily.LEA;
import static dk.samblik.consent.DeskFamily.TODAY;
import static dk.samblik.consent.DeskFamily.YUSUF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.samblik.browser.Browser;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A desk worker records a family of two adults and two children, with a custody holder elsewhere, in a real browser: by
 * keyboard alone, and without scripts. Axe finds nothing on any page on the way.
 */
@SpringBootTest(
        classes = DeskHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.session.cookie.name=samblik", "server.servlet.session.cookie.secure=false"})
class DeskIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path papers;

    @LocalServerPort
    private int port;

    @Autowired
    private Import importing;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Household home = new Household(TODAY.minusMonths(1));
    private Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        registry.add(
                "samblik.register.folkeregister.folder",
                () -> DeskFamily.register().toString());
        registry.add("samblik.consent.controller.name", () -> "Fjordsted Kommune");
    }

    @BeforeEach
    void start() {
        DeskFamily.empty(owner);
        browser = Browser.at(port);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    private Path paper() throws IOException {
        return Files.write(papers.resolve("samtykke.pdf"), "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII));
    }

    private static void looked(Tab tab, String name) {
        tab.keep("skranke-" + name);
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.complaints()).as(name).noneMatch(complaint -> !complaint.contains("status of 422"));
    }

    /** Goes by the tabulator to the field with this id, or the button with these words, as somebody without a mouse does. */
    private static void to(Page page, String wanted) {
        for (int step = 0; step < 120; step++) {
            page.keyboard().press("Tab");
            String focused = (String)
                    page.evaluate("() => document.activeElement.id + '|' + document.activeElement.innerText.trim()");
            if (focused.startsWith(wanted + "|") || focused.endsWith("|" + wanted)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    private static void press(Page page, String field) {
        to(page, field);
        page.keyboard().press("Space");
    }

    private static void on(Page page, String button) {
        to(page, button);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void write(Page page, String field, Object text) {
        to(page, field);
        page.keyboard().type(text.toString());
    }

    @Test
    void aFamilyIsRecordedByKeyboardAlone() {
        DeskFamily.take(importing, home.adults(AMINA, KARIM).children(YUSUF, LEA));
        try (Tab tab = browser.tab(768, "da").open("/log-paa")) {
            Page page = tab.page();
            page.locator("button[name=username][value=dorte]").press("Enter");
            page.waitForURL(url -> url.endsWith("/samtykker"));
            page.locator("main a[href='/samtykker/ny']").press("Enter");
            page.waitForURL(url -> url.endsWith("/samtykker/ny"));
            looked(tab, "1-find");
            write(page, "sog", home.json().get("number"));
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/hvem"));
            on(page, "Fortsæt");
            page.locator("[data-module=error-summary]").waitFor();
            assertThat(page.locator("[data-module=error-summary]").innerText()).contains("Vælg mindst én person");
            looked(tab, "2-hvem-fejl");
            for (String yes : new String[] {"ja-0-0", "ja-1-0", "ja-2-0", "ja-2-1", "ja-3-0"}) {
                press(page, yes);
            }
            looked(tab, "3-hvem");
            on(page, "Fortsæt");
            page.waitForURL(url -> url.endsWith("/hvad"));
            what(tab);
            page.waitForURL(url -> url.endsWith("/hvordan"));
            how(tab);
            page.waitForURL(url -> url.endsWith("/tjek"));
            looked(tab, "6-tjek");
            on(page, "Gem som kladde");
            page.waitForURL(url -> url.contains("/samtykker/kvittering/"));
            looked(tab, "7-kvittering-kladde");
            assertThat(tab.sheets("skranke-kvittering")).isOne();
        }
    }

    private void what(Tab tab) {
        Page page = tab.page();
        looked(tab, "4-hvad");
        assertThat(page.locator("input:checked").count()).isZero();
        press(page, "kilde-" + Household.id(KARIM) + "-0");
        press(page, "kilde-" + Household.id(KARIM) + "-4");
        press(page, "kilde-" + Household.id(AMINA) + "-2");
        press(page, "kilde-" + Household.id(YUSUF) + "-1");
        press(page, "kilde-" + Household.id(LEA) + "-1");
        on(page, "Fortsæt");
    }

    private void how(Tab tab) {
        Page page = tab.page();
        press(page, "maade-WRITTEN");
        press(page, "legitimation-MITID");
        write(page, "dato-dag", TODAY.getDayOfMonth());
        write(page, "dato-maaned", TODAY.getMonthValue());
        write(page, "dato-aar", TODAY.getYear());
        for (String child :
                new String[] {Household.id(YUSUF).toString(), Household.id(LEA).toString()}) {
            press(page, "hoert-" + child + "-YES");
        }
        looked(tab, "5-hvordan");
        on(page, "Fortsæt");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"da,Kvittering for samtykke,Fjernet", "en,Receipt for consent,Removed"})
    void aFamilyIsRecordedPrintedAndOneAdultWithdrawnWithoutScripts(String language, String receipt, String removed)
            throws IOException {
        DeskFamily.take(importing, home.adults(AMINA, KARIM).children(YUSUF, LEA));
        try (Tab tab = browser.plainTab(1280).open("/log-paa")) {
            Page page = tab.page();
            page.locator("button[name=lang][value=" + language + "]").click();
            page.locator("button[name=username][value=dorte]").click();
            page.waitForURL(url -> url.endsWith("/samtykker"));
            page.locator("main a[href='/samtykker/ny']").press("Enter");
            page.waitForURL(url -> url.endsWith("/samtykker/ny"));
            page.locator("#sog").fill(LEA.cpr().digits());
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> url.endsWith("/hvem"));
            page.locator("main input[type=checkbox]").all().forEach(Locator::check);
            page.locator("main button.button-primary").click();
            page.waitForURL(url -> url.endsWith("/hvad"));
            page.locator("main tbody input[type=checkbox]").all().forEach(Locator::check);
            page.locator("main button.button-primary").click();
            page.waitForURL(url -> url.endsWith("/hvordan"));
            page.locator("#maade-WRITTEN").check();
            page.locator("#legitimation-PAPERS").check();
            page.locator("#dato-dag").fill(String.valueOf(TODAY.getDayOfMonth()));
            page.locator("#dato-maaned").fill(String.valueOf(TODAY.getMonthValue()));
            page.locator("#dato-aar").fill(String.valueOf(TODAY.getYear()));
            page.locator("input[type=radio][value=NO_TOO_YOUNG]").all().forEach(Locator::check);
            page.locator("#bilag").setInputFiles(paper());
            page.locator("main button.button-primary").click();
            page.waitForURL(url -> url.endsWith("/tjek"));
            page.locator("main button.button-primary").click();

            page.waitForURL(url -> url.contains("/samtykker/kvittering/"));
            page.locator("main nav a[lang=" + language + "]").click();
            page.waitForURL(url -> url.contains("sprog=" + language));
            tab.keep("skranke-8-kvittering-" + language);
            assertThat(page.locator("main").innerText()).contains(receipt, "Lea Prøvesen");
            assertThat(tab.sheets("skranke-8-kvittering-" + language)).isOne();
            assertThat(consenting()).isEqualTo(4);
            withdraw(tab, language, removed);
        }
        assertThat(consenting()).as("Amina's is over, the others' is not").isEqualTo(3);
    }

    private long consenting() {
        return owner.sql("select count(distinct person_id) from consent_in_force")
                .query(Long.class)
                .single();
    }

    private void withdraw(Tab tab, String language, String removed) {
        Page page = tab.page();
        page.locator("main a[href='/samtykker/" + home.id() + "/traek-tilbage']")
                .click();
        page.waitForURL(url -> url.endsWith("/traek-tilbage"));
        page.locator("input[name=hvem][value='" + Household.id(AMINA) + "']").check();
        page.locator("#hvad-alt").check();
        page.locator("#end form button[type=submit]").click();
        page.locator("#laest").check();
        page.locator("#end-check form button[type=submit]").click();
        page.locator("#ended").waitFor();
        tab.keep("skranke-9-trukket-tilbage-" + language);
        assertThat(page.locator("#ended .alert-heading").innerText()).startsWith(removed);
        page.locator("#ended a[href*='/samtykker/kvittering/']").click();
        page.waitForURL(url -> url.contains("/samtykker/kvittering/"));
        assertThat(page.locator("main h1").innerText()).isEqualTo("Kvittering for tilbagetrækning af samtykke");
    }

    @Test
    void aMemberSaysNoAfterwardsByKeyboardAloneAndWithoutScripts() {
        DeskFamily.take(importing, home.adults(AMINA, KARIM));
        try (Tab tab = browser.plainTab(768).open("/log-paa")) {
            Page page = tab.page();
            page.locator("button[name=username][value=dorte]").press("Enter");
            page.waitForURL(url -> url.endsWith("/samtykker"));
            page.navigate(page.url() + "/husstande/" + home.id() + "/medlemmer");
            write(page, "valg-" + Household.id(KARIM), "Har");
            tab.keep("skranke-13-medlemmer");
            on(page, "Se, hvad der sker");
            assertThat(page.locator("main").innerText()).contains("fra »Deltager« til »Har sagt nej«");
            tab.keep("skranke-14-medlemmer-tjek");
            press(page, "laest");
            on(page, "Gem ændringerne");
            page.waitForURL(url -> url.endsWith("/historik"));

            assertThat(page.locator("main").innerText()).contains("Har sagt nej", "Dorte Test");
            tab.keep("skranke-15-medlemmer-historik");
        }
    }

    @Test
    void aHouseholdIsSetUpInEnglish() {
        try (Tab tab = browser.tab(1280, "en").open("/log-paa")) {
            Page page = tab.page();
            page.locator("button[name=username][value=dorte]").click();
            page.waitForURL(url -> url.endsWith("/samtykker"));
            page.locator("main a[href='/samtykker/ny']").press("Enter");
            page.waitForURL(url -> url.endsWith("/samtykker/ny"));
            page.locator("#sog").fill(AMINA.cpr().digits());
            page.locator("main button[type=submit]").click();
            page.locator("main .alert a").waitFor();
            looked(tab, "9-ikke-fundet");
            page.locator("main .alert a").click();
            page.waitForURL(url -> url.endsWith("/husstand"));
            looked(tab, "10-opret");
            page.locator("main button.button-primary").click();
            page.locator("[data-module=error-summary]").waitFor();
            looked(tab, "11-opret-fejl");
            page.locator("input[value=PARTICIPANT]").all().forEach(Locator::check);
            page.locator("main button.button-primary").click();
            page.waitForURL(url -> url.endsWith("/hvem"));

            assertThat(page.locator("main").innerText()).contains("Who has said yes?", "Amina Testesen, 41");
            looked(tab, "12-who");
        }
    }
}
