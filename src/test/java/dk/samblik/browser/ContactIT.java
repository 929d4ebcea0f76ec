package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.enrolment.Addressee;
import dk.samblik.enrolment.Candidates;
import dk.samblik.enrolment.DrawnHousehold;
import dk.samblik.enrolment.Enrolments;
import dk.samblik.programme.Programmes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A contact worker's day, and the end of a household's time, in a real browser on the whole hub; both programmes run. */
class ContactIT {

    private static Hub hub;
    private static Browser browser;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()));
        hub.night();
        browser = Browser.of(hub);
        List<DrawnHousehold> drawn = new ArrayList<>();
        for (int n = 1; n <= 6; n++) {
            drawn.add(new DrawnHousehold(
                    ("key " + n).getBytes(StandardCharsets.UTF_8),
                    "T-000" + n,
                    "Lærkevænget",
                    new Addressee("Familien Test " + n, "Lærkevænget " + n),
                    n == 2));
        }
        hub.bean(Candidates.class).drawn("FREMSKUDT", "2026-1", drawn);
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    @TestFactory
    Stream<DynamicTest> anAnswerIsWrittenAndUndone() {
        return Stream.of(
                DynamicTest.dynamicTest("da", () -> write("da", "T-0003", "Invitation sendt", "Fortryd")),
                DynamicTest.dynamicTest("en", () -> write("en", "T-0004", "Invitation sent", "Undo")));
    }

    private static void write(String language, String number, String invited, String undo) {
        try (Tab tab = browser.tab(1280, language).open("/log-paa")) {
            tab.signIn("kaj");
            assertThat(tab.page().url()).endsWith("/kontakt");
            clean(tab, "list", language);
            assertThat(tab.page().locator("#kontakt").innerText())
                    .contains("Familien Test 3")
                    .doesNotContain("Lærkevænget 2");
            Locator row = tab.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
            row.locator("select").selectOption("INVITED");
            row.locator("button").first().click();
            assertThat(tab.page().locator(".alert-success").innerText()).contains(number, invited);
            clean(tab, "written", language);
            tab.page().locator(".alert-success button").click();
            assertThat(tab.page().locator(".alert-success").innerText())
                    .contains(number)
                    .doesNotContain(undo);
            assertThat(steps(number)).containsExactly("NEW false", "INVITED true");
            assertThat(looks("kaj")).as("a list of names is a look at each").isGreaterThanOrEqualTo(6);
        }
    }

    private static List<String> steps(String number) {
        return hub.owner()
                .sql("select e.step || ' ' || e.undone from candidate_event e join candidate c using (candidate_id)"
                        + " where c.number = :number order by e.number")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private static int looks(String who) {
        return hub.owner()
                .sql("select count(*) from access_log where actor = :who and action = 'SEARCH' and purpose = 'contact'"
                        + " and household_id is not null")
                .param("who", who)
                .query(Integer.class)
                .single();
    }

    @TestFactory
    Stream<DynamicTest> aFamilyIsReferred() {
        return Stream.of("da", "en").map(language -> DynamicTest.dynamicTest(language, () -> refer(language)));
    }

    private static void refer(String language) {
        try (Tab tab = browser.tab(768, language).open("/log-paa")) {
            tab.signIn("kit").open("/kontakt/henvis");
            tab.page().locator("#henvis form button").click();
            assertThat(tab.page().locator(".form-error-message").count()).isPositive();
            clean(tab, "refer-missing", language);
            tab.page().locator("#navn").fill("Familien Prøve");
            tab.page().locator("#adresse").fill("Skovparken 4");
            tab.page().locator("#grund-0").check();
            tab.page().locator("#fra").selectOption("SCHOOL");
            tab.page().locator("#henvis form button").click();
            assertThat(tab.page().locator("tbody").innerText()).contains("Familien Prøve", "K-000");
            clean(tab, "referred", language);
        }
    }

    @Test
    void aHouseholdThatIsEndedIsNotAskedAboutTheNextNight() {
        UUID home = hub.owner()
                .sql(
                        "select household_id from household where area = 'Lærkevænget' and view_version > 0 and exit_date is"
                                + " null and enrolled < current_date order by number limit 1")
                .query(UUID.class)
                .single();
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja").open("/husstande/" + home + "/afslut");
            clean(tab, "end", "da");
            tab.page().locator("#afslut form button").click();
            assertThat(tab.page().locator(".form-error-message").count()).isEqualTo(2);
            tab.page().locator("#grund").selectOption("COMPLETED");
            tab.page().locator("#laest").check();
            tab.page().locator("#afslut form button").click();
            clean(tab, "ended", "da");
            assertThat(tab.page().locator("#afslut").innerText()).contains("er afsluttet");
            tab.open("/husstande/" + home);
            clean(tab, "left", "da");
            assertThat(tab.page().locator("#afsluttet").innerText()).contains("Forløbet sluttede", "De bliver slettet");
            assertThat(tab.page().locator(".sb-identity form").count()).isZero();
            tab.open("/husstande/" + home + "/moededato");
            assertThat(tab.page().locator("h1").innerText()).isEqualTo("Forløbet er afsluttet");
        }
        hub.night();

        assertThat(count(
                        "run_item i join run r using (run_id) where r.requested_at = (select max(requested_at) from run)"
                                + " and i.household_id = '" + home + "'"))
                .isZero();
        assertThat(count("section where household_id = '" + home + "'"))
                .as("it can be read for its days after exit")
                .isPositive();
    }

    private static int count(String from) {
        return hub.owner()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    @Test
    void bothProgrammesRunSideBySide() {
        Enrolments enrolments = hub.bean(Enrolments.class);
        assertThat(hub.bean(Programmes.class).all())
                .hasSize(2)
                .allSatisfy(programme ->
                        assertThat(enrolments.progress(programme).all()).isPositive());
        assertThat(count("household where (area = 'Skovparken') <> (project_code = 'HELFAMILIE')"))
                .isZero();
        assertThat(count("household where project_code = 'HELFAMILIE' and view_version > 0"))
                .isPositive();
    }

    private static void clean(Tab tab, String name, String language) {
        Page page = tab.page();
        page.waitForLoadState();
        tab.keep("contact-" + name + "-" + language);
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.complaints()).as(name).allMatch(complaint -> complaint.contains("422"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.title()).doesNotContain("Test");
    }
}
