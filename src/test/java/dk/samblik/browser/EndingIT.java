package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A consent taken back at the desk as people do it: the whole hub after a night, in a real browser. */
class EndingIT {

    private static final String AT_LEAST_TWO = """
            select household_id from consent_in_force f join member m using (person_id, household_id)
              join household h using (household_id)
             where h.area = :area and h.exit_date is null
             group by household_id having count(distinct person_id) >= 2
             order by count(distinct person_id) filter (where m.relation <> 'CHILD') desc, household_id
            """;

    private static Hub hub;
    private static Browser browser;
    private static List<UUID> homes;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()));
        hub.night();
        browser = Browser.of(hub);
        String area = hub.owner()
                .sql("select area from staff where subject = 'maja'")
                .query(String.class)
                .single();
        homes = hub.owner()
                .sql(AT_LEAST_TWO)
                .param("area", area)
                .query(UUID.class)
                .list();
        assertThat(homes).as("households of two in Maja's area").hasSizeGreaterThan(2);
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsAccessibleInBothLanguagesAndWidths() {
        return Browser.Reading.all()
                .map(reading ->
                        DynamicTest.dynamicTest(reading.toString(), () -> walk(reading.language(), reading.width())));
    }

    /** Everything up to the last button, and back; nothing is ended. */
    private static void walk(String language, int width) {
        try (Tab tab = browser.tab(width, language).open("/log-paa")) {
            tab.signIn("maja");
            clean(tab.open("/samtykker"), "list", language, width);
            clean(tab.open("/samtykker?status=ACTIVE"), "list-active", language, width);
            clean(tab.open("/samtykker/" + homes.get(0) + "/historik"), "history", language, width);
            clean(tab.open("/samtykker/" + homes.get(0) + "/traek-tilbage"), "end", language, width);
            submit(tab.page(), "#end");
            clean(tab, "end-missing", language, width);
            tab.page().locator("input[name=hvem]").first().check();
            tab.page().locator("#hvad-alt").check();
            submit(tab.page(), "#end");
            clean(tab, "end-check", language, width);
            submit(tab.page(), "#end-check");
            assertThat(tab.page().locator("#laest-fejl").count()).isOne();
            clean(tab, "end-unread", language, width);
        }
    }

    /** By how many pixels what is in there is wider than what is seen of it. */
    private static int overflow(Tab tab, String place) {
        return (int) tab.page().locator(place).first().evaluate("it => it.scrollWidth - it.clientWidth");
    }

    @TestFactory
    Stream<DynamicTest> theListIsNoWiderThanThePageOnATabletAndCardsOnAPhone() {
        return Stream.of(768, 360).map(width -> DynamicTest.dynamicTest(String.valueOf(width), () -> narrow(width)));
    }

    private static void narrow(int width) {
        try (Tab tab = browser.tab(width, "da").open("/log-paa")) {
            tab.signIn("maja");
            clean(tab.open("/samtykker"), "list", "da", width);

            assertThat(overflow(tab, ".sb-scroll")).isZero();
            assertThat(overflow(tab, "html")).isZero();
        }
    }

    private static void clean(Tab tab, String name, String language, int width) {
        tab.page().waitForLoadState();
        tab.keep("ending-" + name + "-" + language + "-" + width);
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.complaints())
                .as(name)
                .allMatch(complaint -> complaint.contains("status of 422"), "a form that was not filled in says so");
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(tab.page().title()).matches("[^0-9]*(H-\\d+)?[^0-9]*");
    }

    private static void submit(Page page, String form) {
        page.locator(form + " form button[type=submit]").click();
    }

    @TestFactory
    Stream<DynamicTest> oneAdultIsWithdrawnByKeyboardAloneAndWithoutScripts() {
        return Stream.of(
                DynamicTest.dynamicTest("da", () -> withdraw("da", homes.get(1), "Fjernet", "Træk samtykket tilbage")),
                DynamicTest.dynamicTest("en", () -> withdraw("en", homes.get(2), "Removed", "Withdraw consent")));
    }

    private static void withdraw(String language, UUID home, String gone, String button) {
        try (Tab tab = browser.plainTab(1280).open("/log-paa")) {
            tab.page().locator("button[name=lang][value=" + language + "]").click();
            tab.signIn("maja");
            tab.open("/samtykker/" + home + "/traek-tilbage");
            String person = tab.page().locator("input[name=hvem]").first().getAttribute("value");
            int before = sections(person);
            press(tab.page(), "input[name=hvem]", "Space");
            press(tab.page(), "#hvad-alt", "Space");
            send(tab.page(), "#end form button");
            assertThat(tab.page().locator("#end-check li").allInnerTexts()).anyMatch(line -> line.matches("\\d+ .*"));
            press(tab.page(), "#laest", "Space");
            assertThat(tab.page().locator("#end-check form button").innerText()).isEqualTo(button);
            send(tab.page(), "#end-check form button");

            tab.keep("ending-ended-" + language);
            assertThat(tab.page().locator("#ended .alert-heading").innerText()).startsWith(gone);
            assertThat(before).isPositive();
            assertThat(sections(person)).isZero();
            assertThat(tab.page().url()).contains("/traek-tilbage/");
            assertThat(hub.owner()
                            .sql(
                                    "select count(*) from access_log where household_id = :id and action = 'CONSENT_WITHDRAWN'"
                                            + " and actor = 'maja'")
                            .param("id", home)
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private static int sections(String person) {
        return hub.owner()
                .sql("select count(*) from section where person_id = cast(:id as uuid)")
                .param("id", person)
                .query(Integer.class)
                .single();
    }

    private static void press(Page page, String place, String key) {
        walkTo(page, place);
        page.keyboard().press(key);
    }

    private static void send(Page page, String place) {
        walkTo(page, place);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Walks there with the tabulator, as somebody without a mouse does. */
    private static void walkTo(Page page, String place) {
        for (int step = 0; step < 80; step++) {
            if (page.locator(place)
                    .first()
                    .evaluate("it => it === document.activeElement")
                    .equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard never comes to " + place);
    }

    @Test
    void whoIsLateIsToldWhoWasFirst() {
        UUID home = homes.get(0);
        try (Tab late = browser.tab(1280, "da").open("/log-paa");
                Tab first = browser.tab(1280, "da").open("/log-paa")) {
            late.signIn("maja");
            first.signIn("maja");
            toTheCheck(late.open("/samtykker/" + home + "/traek-tilbage").page(), 0);
            toTheCheck(first.open("/samtykker/" + home + "/traek-tilbage").page(), 1);
            first.page().locator("#laest").check();
            submit(first.page(), "#end-check");
            late.page().locator("#laest").check();
            Response answer = late.page().waitForNavigation(() -> submit(late.page(), "#end-check"));

            assertThat(answer.status()).isEqualTo(412);
            assertThat(late.page().locator("main").innerText())
                    .contains("har ændret samtykket, siden du åbnede siden.");
            assertThat(late.violations()).isEmpty();
            late.keep("ending-late");
        }
    }

    private static void toTheCheck(Page page, int person) {
        page.locator("input[name=hvem]").nth(person).check();
        page.locator("#hvad-alt").check();
        submit(page, "#end");
    }

    @Test
    void aHouseholdOfAnotherAreaAndOneThatIsNoneAreTheSame() {
        UUID foreign = hub.owner()
                .sql(
                        "select household_id from household where area <> (select area from staff where subject = 'maja') limit 1")
                .query(UUID.class)
                .single();
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            for (String page : List.of("/historik", "/traek-tilbage", "/fejl")) {
                Response one = tab.page().navigate("/samtykker/" + foreign + page);
                String notYours = tab.page().locator("body").innerText();
                Response other = tab.page().navigate("/samtykker/" + UUID.randomUUID() + page);

                assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
                assertThat(tab.page().locator("body").innerText()).isEqualTo(notYours);
            }
        }
    }

    @Test
    void everyLookAtTheDeskIsLoggedWithTheConsentsAndTheVersionOfThatMoment() {
        UUID home = homes.get(0);
        Map<String, Object> standing =
                hub.owner().sql("""
                        select min(view_version) as version,
                               array_agg(distinct consent_id || '/' || version order by consent_id || '/' || version)::text as consents
                          from household join consent_in_force using (household_id) where household_id = :id
                        """).param("id", home).query().singleRow();
        UUID consent = hub.owner()
                .sql("select min(consent_id::text)::uuid from consent_in_force where household_id = :id")
                .param("id", home)
                .query(UUID.class)
                .single();
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            tab.open("/samtykker");
            for (String page :
                    List.of("/" + home + "/historik", "/husstande/" + home + "/hvem", "/kvittering/" + consent)) {
                tab.open("/samtykker" + page);
            }
        }

        assertThat(hub.owner().sql("""
                                select purpose || ' ' || action || coalesce(' ' || source, '') as look, view_version as version,
                                       (select array_agg(one order by one) from unnest(consents) one)::text as consents
                                  from access_log where household_id = :id and actor = 'maja' and outcome = 'OK'
                                   and action in ('VIEW', 'SEARCH') order by seq desc limit 4
                                """).param("id", home).query().listOfRows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).containsAllEntriesOf(standing))
                .extracting(row -> row.get("look"))
                .containsExactly(
                        "CONSENT_RECEIPT VIEW",
                        "consent-desk VIEW POPULATION",
                        "consent-desk VIEW",
                        "consent-desk SEARCH");
        assertThat((Integer) standing.get("version")).isPositive();
    }

    @Test
    void nothingIsShownThatCouldNotBeLogged() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            hub.owner().sql("revoke insert on access_log from hub_audit").update();
            try {
                for (String page : List.of("/samtykker", "/samtykker/" + homes.get(0) + "/traek-tilbage")) {
                    assertThat(tab.page().navigate(page).status()).isEqualTo(503);
                    assertThat(tab.page().locator("table, input[type=radio]").count())
                            .isZero();
                }
            } finally {
                hub.owner().sql("grant insert on access_log to hub_audit").update();
            }
        }
    }
}
