package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dk.samblik.browser.Browser;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.browser.TestSignIn;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.effect.EffectStore.Computed;
import dk.samblik.effect.formula.Measured;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a question about wellbeing to the leader's report, in a real browser over the whole hub after a night. */
class EffectIT {

    private static Hub hub;
    private static Browser browser;
    private static UUID mine;

    @BeforeAll
    static void aNight() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of()));
        hub.night();
        browser = Browser.of(hub);
        for (String role : List.of("LEADER", "EVALUATOR")) {
            hub.owner()
                    .sql("insert into staff (subject, name, role, organisation, team, area)"
                            + " values (lower(?), ?, ?, 'Fjordsted Kommune', 'Ledelse', '')")
                    .params(role, role.charAt(0) + " Test", role)
                    .update();
        }
        mine = hub.owner().sql("""
                        select household_id from household h join staff s on s.subject = 'maja' and s.area = h.area
                         where h.view_version > 0 and h.exit_date is null and exists (
                           select from consent_in_force c where c.household_id = h.household_id
                              and 'WELLBEING' = any(c.categories)) order by number limit 1
                        """).query(UUID.class).single();
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    private static Tab as(String subject, String language) {
        return browser.tab(1280, language).open("/log-paa").signIn(subject);
    }

    private static String text(Tab tab) {
        return tab.page().locator("main").innerText();
    }

    private static long count(String sql) {
        return hub.owner().sql(sql).query(Long.class).single();
    }

    /** In Danish the coordinator writes the answers; in English, later that day, a second set is refused. */
    @Test
    void theCoordinatorAsksAboutWellbeing() {
        for (String language : List.of("da", "en")) {
            try (Tab tab = as("maja", language)) {
                tab.open("/husstande/" + mine + "/trivsel");
                assertThat(tab.violations()).isEmpty();
                Page page = tab.page();
                page.locator("#trivsel form button[type=submit]").last().click();
                assertThat(text(tab)).contains(language.equals("da") ? "Vælg, hvem der svarer" : "Choose who answers");
                assertThat(tab.violations()).isEmpty();
                page.locator("input[name=person]").first().check();
                for (int item = 1; item <= 4; item++) {
                    page.locator("#svar-" + item + "-3").check();
                }
                page.locator("#trivsel form button[type=submit]").last().click();
                assertThat(text(tab))
                        .contains(language.equals("da") ? "Svarene er gemt." : "there are answers of today already");
                assertThat(tab.complaints()).allMatch(complaint -> complaint.contains("422"));
            }
        }
        assertThat(count("select count(*) from wellbeing")).isOne();
        assertThat(count("select count(*) from access_log where purpose = 'wellbeing' and actor_role = 'COORDINATOR'"))
                .isGreaterThan(3);
        try (Tab tab = as("maja", "da")) {
            tab.open("/husstande/" + mine + "/fremgang");
            assertThat(text(tab)).contains("Der er ingen opfølgning at vise endnu");
            assertThat(tab.violations()).isEmpty();
        }
    }

    @Test
    void theLeaderReadsAndTakesTheReport() throws IOException {
        assertThat(hub.bean(EffectMonths.class).compute()).isPositive();
        assertThat(count("select count(*) from effect_figure")).isPositive();
        // What the demo's night came to is not the test's to know.
        hub.owner().sql("delete from effect_household").update();
        enrolled("Lærkevænget", 14, 10);
        enrolled("Mosebakken", 20, 12);
        hub.bean(Releases.class).make();
        hub.bean(Reports.class).make();

        try (Tab tab = as("leader", "da")) {
            tab.open("/effekt").page().locator("#effekt a[href$=FREMSKUDT]").click();
            // 14 + 20 of 24 + 32 are 34 of 56: 60,7 %
            assertThat(text(tab)).contains("60,7", "34", "Forvaltninger med en åben sag", "Måles ikke endnu");
            assertThat(tab.page().locator("svg[role=img] title").first().textContent())
                    .contains("Husstande med stabil bolig");
            assertThat(tab.violations()).isEmpty();
            tab.keep("effekt-leder");
            byte[] pdf = taken(tab, "rapport");
            try (TaggedPdf report = TaggedPdf.of(pdf)) {
                assertThat(report.isMarked()).isTrue();
                assertThat(report.language()).isEqualTo("da");
                assertThat(report.showsItsTitle()).isTrue();
                assertThat(report.text()).contains("Effektrapport, Fremskudte teams", "60,7");
                report.keep("effektrapport-da");
            }
            String csv = new String(taken(tab, "tabel"), StandardCharsets.UTF_8);
            assertThat(csv).contains(";H1;0;", ";;false;56;56;yes;34;60.7;", ";FLOW;;;;true;;;NEW;;;");
            assertThat(tab.complaints()).isEmpty();
        }
        try (Tab tab = as("leader", "en")) {
            tab.open("/effekt/FREMSKUDT");
            assertThat(text(tab)).contains("Households with a stable home", "60.7", "Not measured yet");
            assertThat(tab.violations()).isEmpty();
            try (TaggedPdf report = TaggedPdf.of(taken(tab, "rapport"))) {
                assertThat(report.language()).isEqualTo("en");
                assertThat(report.text()).contains("Effect report");
            }
        }
        assertThat(count("select count(*) from access_log where action = 'EXPORT' and purpose = 'effect-export'"))
                .isEqualTo(3);
        try (Tab tab = as("evaluator", "da")) {
            tab.open("/effekt/FREMSKUDT/serier?tal=C1");
            assertThat(text(tab)).contains("Forvaltninger med en åben sag").doesNotContain("H-0");
            assertThat(tab.violations()).isEmpty();
        }
        assertThat(count("select count(*) from access_log where purpose = 'effect-audit'"))
                .isOne();
    }

    private static byte[] taken(Tab tab, String what) throws IOException {
        Download download = tab.page()
                .waitForDownload(
                        () -> tab.page().locator("a[href$='/" + what + "']").click());
        return Files.readAllBytes(download.path());
    }

    /** Invented households enrolled in the half-year that has ended, of which so many had a stable home before. */
    private static void enrolled(String area, int stable, int unstable) {
        CivilClock clock = hub.bean(CivilClock.class);
        YearMonth month = Half.lastBefore(clock.today()).first().plusMonths(2);
        List<Computed> all = new ArrayList<>();
        for (int at = 0; at < stable + unstable; at++) {
            HouseholdId id = HouseholdId.random();
            List<Observation> months = new ArrayList<>();
            for (int back = 1; back <= 6; back++) {
                YearMonth one = month.minusMonths(back);
                Measured value = Measured.of(at < stable ? 1 : 0, 1, one.lengthOfMonth(), one.lengthOfMonth());
                months.add(new Observation(id.value(), "H1", one, value, List.of("bolig@1")));
                months.add(new Observation(id.value(), "C1", one, Measured.of(2, 1, 30, 30), List.of("social@1")));
            }
            all.add(new Computed(id, "FREMSKUDT", area, month, LocalDate.of(2030, 9, 30), "2026-1", months));
        }
        hub.bean(EffectStore.class).keep(all, clock.today());
    }
}
