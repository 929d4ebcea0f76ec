package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.MessageSource;

/** A working day round one household, from the morning to what is followed up, in both languages. */
class WorkingDayIT {

    private static final int LIGHT = 120 * 1024;

    private static Hub hub;
    private static Browser browser;
    private static List<UUID> homes;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()));
        hub.night();
        browser = Browser.of(hub);
        homes = hub.owner()
                .sql("select household_id from household h where area = 'Lærkevænget' and exit_date is null and exists"
                        + " (select from freshness f where f.household_id = h.household_id and f.register = 'social')"
                        + " order by number limit 2")
                .query(UUID.class)
                .list();
        assertThat(homes).hasSize(2);
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    @TestFactory
    Stream<DynamicTest> aDay() {
        return Stream.of(
                DynamicTest.dynamicTest("da", () -> new Day("da", 768, homes.get(0)).lived()),
                DynamicTest.dynamicTest("en", () -> new Day("en", 1280, homes.get(1)).lived()));
    }

    /** One household's day, told by whoever opens its pages. */
    private record Day(String language, int width, UUID home) {

        private void lived() {
            try (Tab maja = signedIn("maja")) {
                begins(maja);
                prepares(maja);
                meets(maja);
                agrees(maja);
                aSourceFails(maja);
                followsUp(maja);
                assertThat(maja.complaints()).isEmpty();
                theHubIsClosedForAWhile(maja);
                consentIsTakenBackMeanwhile(maja);
                assertThat(maja.stored()).isZero();
            }
        }

        private Tab signedIn(String subject) {
            return browser.tab(width, language).open("/log-paa").signIn(subject);
        }

        private String say(String key, Object... values) {
            return hub.bean(MessageSource.class).getMessage(key, values, Locale.forLanguageTag(language));
        }

        private String household() {
            return "/husstande/" + home;
        }

        private void looks(Tab tab, String what) {
            tab.keep("day-" + what + "-" + language);
            assertThat(tab.violations()).as(what).isEmpty();
            assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
        }

        private void begins(Tab maja) {
            Page page = maja.page();
            assertThat(page.locator("h1").innerText()).isEqualTo(say("layout.my-households"));
            page.locator("tbody th a[href$='" + home + "']").click();
            page.waitForURL(url -> url.endsWith(household()));
            page.locator("a[href$='/moededato']").click();
            LocalDate today = LocalDate.now(CivilClock.COPENHAGEN);
            page.locator("#dato-dag").fill(String.valueOf(today.getDayOfMonth()));
            page.locator("#dato-maaned").fill(String.valueOf(today.getMonthValue()));
            page.locator("#dato-aar").fill(String.valueOf(today.getYear()));
            page.locator("main form button.button-primary").click();
            page.locator(".alert-success").waitFor();
            looks(maja, "meeting-date");
        }

        private void prepares(Tab maja) {
            Page page = maja.open(household()).page();
            page.locator(".sb-identity form[action$='/klargoer'] button").click();
            page.waitForURL(url -> url.contains("klargoer") || url.contains("/hentninger/"));
            if (page.url().contains("/hentninger/")) {
                page.locator("#fremdrift a.button").click();
            } else if (page.locator("button[name=igen]").count() > 0) {
                page.locator("button[name=igen]").click();
                page.locator("#fremdrift a.button").click();
            }
            page.locator("#klargoer").waitFor();
            assertThat(page.locator("#friskhed ~ p").allInnerTexts()).contains(say("prepare.all-fresh"));
            looks(maja, "prepared");
            Download pack = page.waitForDownload(
                    () -> page.locator("#ark ~ .sb-actions a[href$='/pdf']").click());
            assertThat(pack.suggestedFilename()).matches("borgermoede-\\d+\\.pdf");
        }

        private void meets(Tab maja) {
            Page page = maja.page();
            page.locator("#ark ~ .sb-actions a[href$='/moede']").click();
            page.locator("#moede").waitFor();
            looks(maja, "meeting");
            page.locator(".sb-meeting__banner a").click();
            page.locator("#household").waitFor();
        }

        private void agrees(Tab maja) {
            Page page = maja.open(household() + "/aftaler").page();
            page.locator("#hvem").fill("Maja");
            page.locator("#tekst").fill("ringer til skolen");
            page.locator("#om-0").check();
            page.locator("main form button[value=gem]").click();
            page.locator(".alert-success").waitFor();
            looks(maja, "agreed");
        }

        /** A night in which a source is down: IT sees it; the team reads what there was, and that it is old. */
        private void aSourceFails(Tab maja) {
            hub.social().fault(SocialFault.DOWN);
            hub.night();
            hub.social().fault(SocialFault.NONE);

            Page page = maja.open(household()).page();
            assertThat(page.locator("#advarsel li").allInnerTexts())
                    .anyMatch(line -> line.contains(say("state.STALE.silent", say("department.SOCIAL"), "#", "#")
                            .split("#")[0]
                            .strip()));
            looks(maja, "source-failed");
            try (Tab it = signedIn("it")) {
                Locator social = it.page().locator("#kilder ~ div tr", new Page.LocatorOptions().setHasText("social"));
                assertThat(social.locator(".badge").innerText()).isEqualTo(say("operations.source.DOWN"));
                looks(it, "source-failed-it");
            }
        }

        private void followsUp(Tab maja) {
            hub.night();
            Page page = maja.open(household()).page();
            assertThat(page.locator("#advarsel li").allInnerTexts())
                    .noneMatch(line -> line.contains(say("department.SOCIAL") + ":"));
            page.navigate(household() + "/aftaler");
            page.locator("button[name=handling][value=udfoert]").click();
            page.locator(".sb-own .badge-success").waitFor();
            looks(maja, "followed-up");
        }

        /** Operators close the hub to mend something: the team is told until when, and works on as soon as it is open. */
        private void theHubIsClosedForAWhile(Tab maja) {
            LocalDateTime now = LocalDateTime.now(CivilClock.COPENHAGEN).truncatedTo(ChronoUnit.MINUTES);
            try (Tab it = signedIn("it")) {
                Page closing = it.open("/drift/lukning").page();
                looks(it, "closing");
                closing.fill("#besked-tekst", "Vi opgraderer databasen.");
                closing.fill("#fra", now.minusMinutes(1).toString());
                closing.fill("#til", now.plusHours(1).toString());
                closing.locator("form[action$='/drift/lukning'] button[type=submit]")
                        .click();
                closing.locator(".alert-warning").waitFor();
                looks(it, "closed-it");

                Page page = maja.open(household()).page();
                assertThat(page.locator("h1").innerText())
                        .isEqualTo(say(
                                "error.closed.title",
                                new Words(
                                                hub.bean(MessageSource.class),
                                                Locale.forLanguageTag(language),
                                                hub.bean(CivilClock.class))
                                        .moment(now.plusHours(1)
                                                .atZone(CivilClock.COPENHAGEN)
                                                .toInstant())));
                looks(maja, "closed");
                assertThat(maja.open("/samtykker/traek-tilbage")
                                .page()
                                .locator("h1")
                                .innerText())
                        .isEqualTo(say("takeback.title"));

                closing.locator("form[action$='/fortryd'] button").click();
                closing.waitForCondition(() -> closing.locator(".alert-warning").count() == 0);
            }
            assertThat(maja.open(household()).page().locator(".sb-identity").count())
                    .isEqualTo(1);
        }

        /** The page lies open at one desk while the consent is taken back at another: its next click shows nobody. */
        private void consentIsTakenBackMeanwhile(Tab maja) {
            Page page = maja.open(household()).page();
            String names = page.locator(".sb-identity__names").innerText();
            try (Tab dorte = signedIn("dorte")) {
                Page desk = dorte.open("/samtykker/" + home + "/traek-tilbage").page();
                Locator all = desk.locator("#hvem-alle");
                (all.count() > 0 ? all : desk.locator("input[name=hvem]").first()).check();
                desk.locator("#hvad-alt").check();
                desk.locator("#end form button[type=submit]").click();
                desk.locator("#laest").check();
                desk.locator("#end-check form button[type=submit]").click();
                desk.locator("#ended").waitFor();
            }
            page.locator(".sb-tabs a[href$='/tidslinje']").click();
            page.waitForURL(url -> url.endsWith("/tidslinje"));
            assertThat(page.locator("h1").innerText()).isEqualTo(say("error.household.title"));
            assertThat(page.locator("main").innerText()).doesNotContain(names.split("[ ,]")[0]);
            looks(maja, "withdrawn");
        }
    }

    /** All that a browser that has never been here loads with a household's page, as it comes over the wire, but fonts. */
    @Test
    void theFirstLoadIsLight() {
        try (Tab known = browser.tab(768, "da").open("/log-paa");
                Tab tab = browser.tab(768, "da")) {
            known.signIn("maja");
            tab.page()
                    .context()
                    .addCookies(known.page().context().cookies().stream()
                            .map(cookie -> new Cookie(cookie.name, cookie.value)
                                    .setUrl(known.page().url()))
                            .toList());
            String largest = hub.owner()
                    .sql("select h.household_id from household h join member m using (household_id) where area ="
                            + " 'Lærkevænget' and exit_date is null group by 1 order by count(*) desc limit 1")
                    .query(String.class)
                    .single();
            List<Request> asked = new CopyOnWriteArrayList<>();
            tab.page().onRequestFinished(asked::add);
            tab.open("/husstande/" + largest).page().waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(tab.page().locator("#medlemmer").count()).isOne();
            assertThat(asked).anyMatch(request -> request.url().endsWith(".css"));
            int bytes = asked.stream()
                    .filter(request -> !request.resourceType().equals("font"))
                    .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                    .sum();
            assertThat(bytes).isLessThan(LIGHT);
        }
    }
}
