package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.household.CivilClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages as people meet them: the whole hub after a night, in a real browser. */
class WalkIT {

    private static final int TEN_MINUTES = 600_000;
    private static final Pattern CPR = Pattern.compile("\\d{6}[- ]?\\d{4}(?!\\d)");

    private static Hub hub;
    private static Browser browser;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()));
        hub.night();
        browser = Browser.of(hub);
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

    private static void walk(String language, int width) {
        try (Tab tab = browser.tab(width, language)) {
            clean(tab.open("/log-paa"), "walk-sign-in", language, width);
            tab.signIn("maja");
            clean(tab, "walk-start", language, width);
            tab.page().locator("tbody th a").first().click();
            clean(tab, "walk-household", language, width);
            fetchedAnew(tab.page());
            finished(tab.page());
            clean(tab, "walk-refresh", language, width);
        }
        try (Tab tab = browser.tab(width, language).open("/log-paa")) {
            tab.signIn("it");
            clean(tab, "walk-operations", language, width);
            tab.page().locator("#koersler ~ div tbody th a").first().click();
            clean(tab, "walk-run", language, width);
            clean(tab.open("/drift/koersler/ny"), "walk-run-now", language, width);
        }
        desk(language, width);
    }

    private static void desk(String language, int width) {
        try (Tab tab = browser.tab(width, language).open("/log-paa")) {
            tab.signIn("dorte");
            clean(tab, "walk-consents", language, width);
            tab.page().locator("main a[href='/samtykker/ny']").click();
            tab.page().locator("#sog").waitFor();
            clean(tab, "walk-desk", language, width);
            tab.page().locator("#sog").fill(enrolled());
            tab.page().locator("main button[type=submit]").click();
            tab.page().waitForURL(url -> url.endsWith("/hvem"));
            clean(tab, "walk-desk-who", language, width);
        }
    }

    /** The number of a household in the area of the desk. */
    private static String enrolled() {
        return hub.owner()
                .sql("select number from household where area = 'Lærkevænget' and exit_date is null"
                        + " order by number limit 1")
                .query(String.class)
                .single();
    }

    private static void clean(Tab tab, String name, String language, int width) {
        tab.page().waitForLoadState(LoadState.LOAD);
        tab.keep(name + "-" + language + "-" + width);
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.complaints()).as(name).isEmpty();
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
    }

    /** The night is minutes old, so the page asks first. */
    private static void fetchedAnew(Page page) {
        page.locator(".sb-identity form[action$='/hent'] button").click();
        page.waitForURL(url -> url.contains("/hent"));
        if (page.url().endsWith("/hent")) {
            assertThat(page.locator("h1").innerText()).contains("?");
            page.locator("#hent button[name=igen]").click();
        }
    }

    private static void finished(Page page) {
        page.locator("#fremdrift .alert").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    /** What a screen reader hears is there a moment after what is seen. */
    private static void told(Page page, String words) {
        PlaywrightAssertions.assertThat(page.locator("#besked")).containsText(words);
    }

    @Test
    void aRefreshIsFollowedLiveAndEndsOnTheHousehold() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();
            fetchedAnew(tab.page());
            tab.page().waitForURL(url -> url.contains("/hentninger/"));
            finished(tab.page());

            assertThat(tab.page().locator("#fremdrift .alert").innerText()).contains("gælder stadig");
            told(tab.page(), "gælder stadig");
            tab.page().reload();
            told(tab.page(), "gælder stadig");
            tab.page().locator("#fremdrift a.button").click();
            assertThat(tab.page().url()).contains("/husstande/");
            assertThat(tab.page().locator("#nyt + p").innerText()).isEqualTo("Intet nyt.");
        }
    }

    @Test
    void withoutScriptsARefreshIsFollowedToo() {
        try (Tab tab = browser.plainTab(1280).open("/log-paa")) {
            tab.signIn("jens");
            tab.page().locator("tbody th a").last().click();
            fetchedAnew(tab.page());
            assertThat(tab.page().url()).contains("/hentninger/");
            finished(tab.page());

            assertThat(tab.page().locator("#fremdrift .alert").innerText()).contains("gælder");
            tab.page().locator("button[value=en]").click();
            assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void whatTheTeamAgreesStandsOnTheHousehold() {
        try (Tab tab = browser.plainTab(768).open("/log-paa");
                Tab late = browser.plainTab(768).open("/log-paa")) {
            tab.signIn("maja");
            late.signIn("maja");
            Page page = tab.page();
            page.locator("tbody th a").last().click();
            String household = page.url();
            page.locator("a[href$='/tovholder']").click();
            late.page().navigate(page.url());
            page.locator("input[value=maja]").check();
            page.locator("main form button.button-primary").click();
            assertThat(page.locator(".alert-success").innerText()).contains("Maja Test er tovholder nu.", "Fortryd");
            late.page().locator("input[value=ingen]").check();
            late.page().locator("main form button.button-primary").click();
            assertThat(late.page().locator(".alert-warning").innerText())
                    .isEqualTo("Maja Test har ændret det, siden du åbnede siden. Se ændringen, før du gemmer.");

            page.navigate(household + "/moededato");
            page.locator("#dato-dag").fill("1");
            page.locator("#dato-maaned").fill("1");
            page.locator("#dato-aar").fill("2020");
            page.locator("main form button.button-primary").click();
            assertThat(page.title()).startsWith("Fejl: ");
            assertThat(page.locator("#fejl-dato-dag").innerText()).contains("Datoen kan ikke ligge før i dag");
            LocalDate soon = LocalDate.now(CivilClock.COPENHAGEN).plusDays(9);
            page.locator("#dato-dag").fill(String.valueOf(soon.getDayOfMonth()));
            page.locator("#dato-maaned").fill(String.valueOf(soon.getMonthValue()));
            page.locator("#dato-aar").fill(String.valueOf(soon.getYear()));
            page.locator("#klokken").fill("14.30");
            page.locator("main form button.button-primary").click();
            assertThat(page.locator(".alert-success").innerText()).contains("Næste borgermøde er", "kl. 14.30");

            writes(page, household + "/oensker", "Vi vil gerne have fred om aftenen");
            writes(page, household + "/aftaler", "ringer til skolen");
            page.navigate(household);
            tab.keep("walk-own-768");
            assertThat(page.locator("#oensker ~ ul").innerText()).contains("»Vi vil gerne have fred om aftenen«");
            assertThat(page.locator("#aftaler ~ ul").innerText()).contains("Maja: ringer til skolen");
            assertThat(page.locator(".sb-facts").innerText()).contains("Maja Test", "kl. 14.30");
            assertThat(hub.owner()
                            .sql(
                                    "select distinct action from access_log where action in ('COORDINATOR_SET', 'MEETING_SET',"
                                            + " 'WISH_CHANGED', 'AGREEMENT_CHANGED') and outcome = 'OK'")
                            .query(String.class)
                            .list())
                    .hasSize(4);
        }
    }

    private static void writes(Page page, String address, String text) {
        page.navigate(address);
        if (address.endsWith("aftaler")) {
            page.locator("#hvem").fill("Maja");
        }
        page.locator("#tekst").fill(text);
        page.locator("main form button[value=gem]").click();
        assertThat(page.locator("#fejl-om-0").innerText()).contains("Vælg");
        page.locator("#om-0").check();
        page.locator("main form button[value=gem]").click();
        assertThat(page.locator(".alert-success").innerText()).contains("gemt");
    }

    @Test
    void aSessionAboutToEndIsToldAndLastsLongerWhereTheReaderSaysSo() {
        try (Tab tab = browser.tab(768, "da")) {
            Page page = tab.page();
            page.clock().install();
            tab.open("/log-paa");
            tab.signIn("maja");
            Locator dialog = page.locator("#session");
            page.waitForResponse("**/session", () -> page.clock().fastForward(TEN_MINUTES));
            assertThat(dialog.isVisible()).as("the hub says that there is time").isFalse();

            page.route("**/session", route -> {
                if (route.request().method().equals("GET")) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"seconds\":290,\"extensible\":true}"));
                } else {
                    route.resume();
                }
            });
            page.clock().fastForward(TEN_MINUTES);
            page.clock().runFor(1_000);
            dialog.waitFor();
            clean(tab, "walk-session", "da", 768);
            assertThat(focusedText(page)).isEqualTo("Bliv logget på");
            page.keyboard().press("Tab");
            assertThat(focusedText(page)).isEqualTo("Log af");
            assertThat(dialog.locator("[role=timer]").innerText()).matches("4 min\\. \\d+ sek\\.");

            Response stayed = page.waitForResponse(
                    answer -> answer.request().method().equals("POST"),
                    () -> page.keyboard().press("Escape"));
            assertThat(stayed.text()).isEqualTo("{\"seconds\":900,\"extensible\":true}");
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    private static String focusedText(Page page) {
        return (String) page.evaluate("() => document.activeElement.textContent.trim()");
    }

    @Test
    void aSessionThatEndedLeavesThePage() {
        try (Tab tab = browser.tab(768, "da")) {
            tab.page().clock().install();
            tab.open("/log-paa");
            tab.signIn("maja");
            tab.page().context().clearCookies();
            tab.page().clock().fastForward(TEN_MINUTES);
            tab.page().clock().runFor(1_000);
            tab.page().waitForURL(url -> url.contains("/log-paa?slut"));

            assertThat(visible(tab.page())).contains("Du er logget af", "15 minutter");
        }
    }

    @Test
    void withoutScriptsANumberIsShownOnDemandLoggedAndGoneAtTheNextPage() {
        try (Tab tab = browser.plainTab(768).open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();
            tab.page().locator("a[href$='/cpr']").click();
            String page = tab.page().url();
            assertThat(tab.page().locator("tbody td").allInnerTexts()).allMatch(number -> number.endsWith("-••••"));
            tab.page().locator("main button[type=submit]").click();
            assertThat(visible(tab.page())).contains("Vælg, hvem det gælder", "Vælg, hvorfor du slår op");
            tab.page().locator("input[name=person]").first().check();
            tab.page().locator("#formaal-cpr-identity").check();
            tab.page().locator("main button[type=submit]").click();

            String number = tab.page().locator("main .sb-revealed").innerText();
            assertThat(number).matches("\\d{6}-\\d{4}");
            assertThat(tab.page().url()).isEqualTo(page);
            assertThat(tab.page().title()).doesNotContain(number.substring(7));
            assertThat(tab.open(page).page().content()).doesNotContain(number, number.replace("-", ""));
            assertThat(hub.owner()
                            .sql("select actor || ' ' || purpose || ' ' || outcome from access_log where action ="
                                    + " 'REVEAL_CPR' and person_id is not null and cardinality(consents) > 0")
                            .query(String.class)
                            .list())
                    .containsExactly("maja cpr-identity OK");
            signedInAgainAs(tab, "jens");
            tab.open(page);
            assertThat(visible(tab.page())).contains("-••••", "Kun en tovholder kan få vist et helt CPR-nummer");
            assertThat(tab.page().locator("main form").count()).isZero();
        }
    }

    @Test
    void withoutScriptsTheTabsOfAHouseholdAreWalkedAndTheirAddressesNameNobody() {
        try (Tab tab = browser.plainTab(768).open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();
            tab.page().locator(".sb-tabs a[href$='/tidslinje']").click();
            int all = tab.page().locator(".sb-timeline li").count();
            tab.page().locator("#person").selectOption("1");
            tab.page().locator("main form[method=get] button").click();
            assertThat(tab.page().url()).endsWith("/tidslinje?forvaltning=&person=1&art=");
            assertThat(tab.page().locator(".sb-timeline li").count()).isBetween(1, all);
            tab.page().locator(".sb-chosen a").first().click();
            assertThat(tab.page().url()).endsWith("/tidslinje");
            tab.page().locator(".sb-tabs a[href$='/uenigheder']").click();
            assertThat(visible(tab.page())).contains("Vi sammenligner adressen");
            tab.page().locator(".sb-tabs a[href$='/samtykke']").click();
            assertThat(visible(tab.page())).contains("Samtykket kan altid trækkes tilbage");
            tab.page().locator(".sb-tabs a[href$='/visninger']").click();
            assertThat(visible(tab.page())).contains("Natkørsel", "Første visning", "Gælder nu");
            tab.open(tab.page().url() + "/1");
            assertThat(visible(tab.page())).contains("Dette er visning nr. 1", "Fra dengang");
            assertThat(tab.page().title()).startsWith("Tidligere visninger af H-");
            assertThat(tab.open(tab.page().url() + "00").page().title()).doesNotContain("H-");
        }
    }

    private static void signedInAgainAs(Tab tab, String subject) {
        tab.page().locator(".sb-user button").click();
        tab.signIn(subject);
    }

    @Test
    void theKeyboardReachesEverythingAndIsNeverTrapped() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();
            tab.page().waitForURL(url -> url.contains("/husstande/"));
            tab.page().keyboard().press("Tab");
            assertThat(focused(tab.page())).contains("skipnav");

            List<String> walked = new ArrayList<>();
            for (int step = 0; step < 400 && !focused(tab.page()).contains("BODY"); step++) {
                assertThat(shown(tab.page()))
                        .as("focus is seen at %s", focused(tab.page()))
                        .isTrue();
                walked.add(focused(tab.page()));
                tab.page().keyboard().press("Tab");
            }

            assertThat(walked)
                    .anyMatch(place -> place.startsWith("BUTTON"))
                    .anyMatch(place -> place.startsWith("SUMMARY"));
            assertThat(walked.get(walked.size() - 1)).contains("function-link");
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.tagName + ' ' + document.activeElement.className");
    }

    /** Focus has an outline, and nothing that sticks to the top lies over it. */
    private static boolean shown(Page page) {
        return (boolean) page.evaluate("""
                () => {
                  const element = document.activeElement;
                  const box = element.getBoundingClientRect();
                  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2);
                  const outlined = getComputedStyle(element).outlineStyle !== 'none';
                  return outlined && top !== null && (element.contains(top) || top.contains(element));
                }""");
    }

    @Test
    void operationsPagesHoldNoPerson() {
        Set<String> people = new HashSet<>();
        hub.world().town().people().forEach(person -> {
            people.add(person.name().shown());
            people.add(person.name().full());
            people.add(person.identity().cpr());
        });
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("it");
            List<String> pages = new ArrayList<>(List.of(tab.page().content()));
            List<String> runs = tab.page().locator("#koersler ~ div tbody th a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            runs.forEach(run -> pages.add(tab.open(run).page().content()));

            assertThat(runs).isNotEmpty();
            assertThat(pages).allSatisfy(page -> {
                assertThat(people).noneMatch(page::contains);
                assertThat(CPR.matcher(withoutHashes(page)).find()).isFalse();
            });
        }
    }

    /** Random ids, and the hash in the address of a file of ours, may hold ten digits in a row. */
    private static String withoutHashes(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("-[0-9a-f]{32}\\.", "");
    }

    @Test
    void theHousingAssociationSeesTheTenancyAndNoNamesButOfThoseWhoseConsentNamesIt() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            String link = "/husstande/" + householdThatNamesNoAssociation();
            List<String> names = tab.open(link).page().locator("#medlemmer ~ div tbody th").allInnerTexts().stream()
                    .filter(name -> !name.startsWith("Voksen") && !name.startsWith("Barn"))
                    .toList();
            tab.page().locator(".sb-user button").click();
            tab.signIn("sanne");
            String row =
                    tab.page().locator("tbody tr:has(a[href='" + link + "'])").innerText();
            String household = visible(tab.open(link).page());

            assertThat(names).isNotEmpty().allSatisfy(name -> {
                assertThat(household).doesNotContain(name.split(" ")[0]);
                assertThat(row).doesNotContain(name.split(" ")[0]);
            });
            assertThat(household).contains("Kræver anden rolle");
        }
    }

    private static UUID householdThatNamesNoAssociation() {
        return hub.owner()
                .sql(
                        "select household_id from household h where area = 'Lærkevænget' and view_version > 0"
                                + " and exists (select from consent_in_force f where f.household_id = h.household_id)"
                                + " and not exists (select from consent c join consent_recipient r using (consent_id, version)"
                                + " where c.household_id = h.household_id and r.recipient like 'HOUSING_ORG:%') order by number limit 1")
                .query(UUID.class)
                .single();
    }

    @Test
    void whomAConsentNamesItsRecipientSeesByName() {
        UUID household = hub.owner()
                .sql("select f.household_id from consent_in_force f join household h using (household_id)"
                        + " where h.area = 'Lærkevænget' and h.view_version > 0 order by h.number desc limit 1")
                .query(UUID.class)
                .single();
        hub.owner()
                .sql("insert into consent_recipient (consent_id, version, recipient, categories)"
                        + " select distinct consent_id, version, 'HOUSING_ORG:Fjordsted Boligforening',"
                        + " array['CASEWORKERS', 'APPOINTMENTS', 'TENANCY'] from consent_in_force where household_id = ?"
                        + " on conflict do nothing")
                .param(household)
                .update();
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("sanne");
            clean(tab.open("/husstande/" + household), "walk-household-housing", "da", 1280);

            assertThat(tab.page().locator("#medlemmer ~ div tbody th").allInnerTexts())
                    .anyMatch(name -> !name.startsWith("Voksen") && !name.startsWith("Barn"));
            assertThat(visible(tab.page())).contains("Det, du ikke ser her", "Kræver anden rolle: indsatser");
        }
    }

    @Test
    void noTitleNorAddressNamesAnybody() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();

            assertThat(tab.page().title()).matches("Husstand H-\\d+ – Samblik");
            assertThat(tab.page().url()).matches(".*/husstande/[0-9a-f-]{36}");
        }
    }

    @Test
    void notYoursAndNotExistingAreTheSamePage() {
        UUID foreign = hub.owner()
                .sql("select household_id from household where area = 'Skovparken' limit 1")
                .query(UUID.class)
                .single();
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            Response one = tab.page().navigate("/husstande/" + foreign);
            String notYours = visible(tab.page());
            Response other = tab.page().navigate("/husstande/" + UUID.randomUUID());

            assertThat(one.status()).isEqualTo(404).isEqualTo(other.status());
            assertThat(visible(tab.page())).isEqualTo(notYours).contains("Vi kan ikke vise denne husstand");
        }
    }

    private static String visible(Page page) {
        return page.locator("body").innerText();
    }

    @Test
    void afterSigningOutTheBackButtonShowsNothing() {
        try (Tab tab = browser.tab(1280, "da").open("/log-paa")) {
            tab.signIn("maja");
            tab.page().locator("tbody th a").first().click();
            tab.page().locator(".sb-user button").click();
            tab.page().waitForURL(url -> url.contains("/log-paa"));
            tab.page().goBack();

            assertThat(tab.page().locator("table").count()).isZero();
        }
    }
}
