package dk.samblik.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.LogReading;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.browser.Browser;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.browser.TestSignIn;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.HandClock;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.people.Person;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The data protection officer's work, in a real browser without scripts, over the whole hub after a night; axe is in GalleryIT. */
class OversightIT {

    private static final Pattern CPR = Pattern.compile("\\d{6}[- ]?\\d{4}(?!\\d)");

    /** Longer than a sign-in is good for handing things out, and shorter than a session left alone lasts. */
    private static final Duration LATER = Duration.ofMinutes(6);

    private static Hub hub;
    private static Browser browser;
    private static UUID mine;
    private static String number;
    private static Person citizen;

    @BeforeAll
    static void aNightAndALookAtAHousehold() {
        hub = Hub.start(
                WorldSize.TINY,
                TestSignIn.settings(Map.of(
                        "spring.main.sources",
                        "dk.samblik.browser.TestSignIn,dk.samblik.demo.HandClock$Put",
                        "samblik.oversight.spot-check",
                        "5")));
        hub.night();
        browser = Browser.of(hub);
        mine = hub.owner().sql("""
                        select household_id from household h join staff s on s.subject = 'maja' and s.area = h.area
                         where h.view_version > 0 and h.exit_date is null order by number limit 1
                        """).query(UUID.class).single();
        number = hub.owner()
                .sql("select number from household where household_id = ?")
                .param(mine)
                .query(String.class)
                .single();
        citizen = member();
        try (Tab tab = as("maja")) {
            for (int look = 0; look < 3; look++) {
                tab.open("/husstande/" + mine);
            }
            tab.open("/husstande/" + UUID.randomUUID());
        }
    }

    /** Somebody of the household who takes part and consents. */
    private static Person member() {
        Vault vault = hub.bean(Vault.class);
        List<byte[]> hashes = hub.owner()
                .sql("select cpr_hash from member where household_id = ? and participation = 'PARTICIPANT'"
                        + " and person_id in (select person_id from consent_in_force)")
                .param(mine)
                .query((row, at) -> row.getBytes(1))
                .list();
        return hub.world().town().people().stream()
                .filter(person -> Cpr.read(person.cpr())
                        .map(vault::hash)
                        .filter(hash -> hashes.stream().anyMatch(known -> java.util.Arrays.equals(known, hash)))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    private static Tab as(String subject) {
        Tab tab = browser.plainTab(1280).open("/log-paa");
        tab.page().locator("button[name=username][value=" + subject + "]").click();
        return tab;
    }

    private static String text(Tab tab) {
        return tab.page().locator("main").innerText();
    }

    private static void fill(Page page, String field, String value) {
        page.locator("#" + field).fill(value);
    }

    private static void search(Tab tab) {
        tab.page().locator("#soeg ~ form button[type=submit]").click();
    }

    private static long own() {
        return hub.owner()
                .sql("select count(*) from access_log where actor = 'dagny'")
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> lastOwn() {
        return hub.owner()
                .sql("select action, purpose, outcome, household_id, person_id from access_log"
                        + " where actor = 'dagny' order by seq desc limit 1")
                .query()
                .singleRow();
    }

    @Test
    void theOfficerLandsOnThePageThatSaysWhetherTheLogHolds() {
        try (Tab tab = as("dagny")) {
            assertThat(tab.page().url()).endsWith("/opslagslog");
            assertThat(text(tab)).contains("Loggen er ubrudt til og med");
            assertThat(tab.page().locator("nav").innerText()).doesNotContain("Mine husstande");
            tab.page().locator("form[action$=efterproev] button").click();
            assertThat(text(tab)).contains("Loggen er ubrudt til og med");
        }
    }

    @Test
    void aSearchByHouseholdShowsWhoLookedAndIsLoggedItself() {
        try (Tab tab = as("dagny")) {
            fill(tab.page(), "husstand", number);
            tab.page().locator("#slags").selectOption("VIEW");
            search(tab);

            String found = tab.page().locator("#fundet").innerText();
            assertThat(found)
                    .contains("Maja Test", "Tovholder, Fjordsted Kommune", "Set husstand", number)
                    .contains("Arbejde i husstanden", "samtykke", "visning nr. 1", "Skærm");
            assertThat(tab.page().url()).doesNotContain(number);
            assertThat(lastOwn())
                    .containsEntry("action", "SEARCH")
                    .containsEntry("purpose", "log-control")
                    .containsEntry("household_id", mine);
        }
    }

    @Test
    void aSearchByCprNumberFindsThePersonAndShowsTheNumberNowhere() {
        try (Tab tab = as("dagny")) {
            fill(tab.page(), "cpr", citizen.cpr());
            search(tab);

            assertThat(tab.page().locator("#fundet tbody tr").count()).isPositive();
            assertThat(tab.page().locator("#fundet").innerText()).contains("Hentning", "Automatisk");
            assertThat(tab.page().content()).doesNotContain(citizen.cpr());
            assertThat(tab.page().url()).doesNotContain(citizen.cpr());
            assertThat(lastOwn().get("person_id")).isNotNull();
            assertThat(lastOwn().get("outcome").toString())
                    .startsWith("person, ")
                    .doesNotContain(citizen.cpr());
        }
    }

    @Test
    void somebodyUnknownAndSomebodyWithoutLookupsAreTheSamePage() {
        try (Tab tab = as("dagny")) {
            fill(tab.page(), "husstand", "H-9999");
            search(tab);
            String unknown = tab.page().locator("#fundet").innerText();
            fill(tab.page(), "husstand", "");
            fill(tab.page(), "medarbejder", "ingen hedder sådan");
            search(tab);

            assertThat(tab.page().locator("#fundet").innerText())
                    .isEqualTo(unknown)
                    .contains("Ingen opslag passer til søgningen.");
        }
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithWordsAndNothingIsSearched() {
        try (Tab tab = as("dagny")) {
            long before = own();
            fill(tab.page(), "cpr", "12");
            fill(tab.page(), "fra", "2026-03-02");
            fill(tab.page(), "til", "2026-03-01");
            Response answer = tab.page().waitForNavigation(() -> search(tab));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(text(tab))
                    .contains("CPR-nummeret skal have 10 cifre")
                    .contains("Slutdatoen skal være samme dag som startdatoen eller senere");
            assertThat(own()).isEqualTo(before);
        }
    }

    @Test
    void theMonthsSpotCheckIsDrawnOnceAssessedSavedAndReported() throws IOException {
        try (Tab tab = as("dagny")) {
            tab.page().locator("form[action$=stikproever] button").click();
            String address = tab.page().url();
            int size = hub.bean(SpotChecks.class).all().get(0).size();
            assertThat(size).isBetween(4, 5);
            assertThat(text(tab)).contains(size + " opslag, 0 vurderet, " + size + " mangler");
            tab.page().locator("#opslag-1-WORK").check();
            tab.page().locator("#opslag-2-UNCLEAR").check();
            tab.page().locator("#stikproeve form button").click();

            String half = size + " opslag, 2 vurderet, " + (size - 2) + " mangler";
            assertThat(text(tab)).contains(half);
            assertThat(tab.page().locator("#opslag-1-WORK").isChecked()).isTrue();
            assertThat(tab.page().locator("#opslag-3-WORK").isChecked()).isFalse();
            tab.page().locator("a[href$=rapport]").click();
            assertThat(text(tab))
                    .contains("Rapport om stikprøve", "Trukket af Dagny Test", "Ikke vurderet", "Uafklaret")
                    .contains("Bed lederen om at forklare");
            assertThat(tab.sheets("stikproeve-rapport")).isEqualTo(1);
            theReportIsAPaper(tab);
            tab.open("/opslagslog");
            assertThat(tab.page().locator("form[action$=stikproever]").count()).isZero();
            assertThat(text(tab)).contains(half);
            assertThat(address).matches(".*/stikproever/[0-9a-f-]{36}");
            anOverdueOneShowsOnTheFirstPage(tab);
        }
        drawnAgain();
    }

    private static void theReportIsAPaper(Tab tab) throws IOException {
        Download download = tab.page()
                .waitForDownload(() -> tab.page().locator("a[href$=pdf]").click());

        assertThat(download.suggestedFilename()).matches("stikproeve-\\d{4}-\\d\\d.pdf");
        try (TaggedPdf paper = TaggedPdf.of(download.createReadStream().readAllBytes())) {
            assertThat(paper.text()).contains("Rapport om stikprøve", "Trukket af Dagny Test", "Uafklaret");
        }
        assertThat(lastOwn())
                .containsEntry("action", "EXPORT")
                .containsEntry("outcome", "spot check reported on paper");
    }

    private static void anOverdueOneShowsOnTheFirstPage(Tab tab) {
        hub.owner().sql("update spot_check set due = current_date - 2").update();

        assertThat(text(tab.open("/opslagslog"))).contains("er over fristen");
    }

    /** Whoever has the seed and the period draws the same looks. */
    private static void drawnAgain() {
        SpotCheck check = hub.bean(SpotChecks.class).all().get(0);
        List<Long> again = hub.bean(LogReading.class)
                .sample(TestAccess.grantAt(Long.MAX_VALUE), check.since(), check.until(), check.seed(), 5)
                .rows();
        assertThat(again)
                .isEqualTo(check.looks().stream().map(SpotCheck.Look::seq).toList());
    }

    @Test
    void aTryOutsideTheOwnAreaIsASignal() {
        try (Tab tab = as("dagny")) {
            tab.page().locator("a[href$=signaler]").click();

            Locator group = tab.page().locator("section", new Page.LocatorOptions().setHasText("Forsøg uden for"));
            assertThat(group.innerText()).contains("Maja Test", "ukendt husstand");
            assertThat(text(tab)).contains("Et signal er ikke en anklage");
            tab.page().locator("form[action$=efternavn] button").click();
            assertThat(text(tab)).contains("Samme efternavn", "Ingen.");
            assertThat(lastOwn()).containsEntry("outcome", "surnames compared").containsEntry("household_id", mine);
        }
    }

    @Test
    void anEmployeeWithTheSurnameOfAMemberIsFound() {
        String name = hub.owner()
                .sql("update staff set name = ? where subject = 'maja' returning subject")
                .param("Maja " + citizen.name().surname())
                .query(String.class)
                .single();
        try (Tab tab = as("dagny")) {
            tab.open("/opslagslog/signaler")
                    .page()
                    .locator("form[action$=efternavn] button")
                    .click();

            assertThat(text(tab))
                    .contains("Samme efternavn", "Maja " + citizen.name().surname(), number);
            assertThat(name).isEqualTo("maja");
        } finally {
            hub.owner()
                    .sql("update staff set name = 'Maja Test' where subject = 'maja'")
                    .update();
        }
    }

    private static void order(Tab tab) {
        order(tab.page());
    }

    private static void order(Page page) {
        page.locator("#udskrift > form button[type=submit]").click();
    }

    @Test
    void theCitizensExtractNamesNoEmployeeAndNobodyElseOfTheHousehold() {
        try (Tab tab = as("dagny")) {
            tab.page().locator("a[href$=udskrift]").click();
            fill(tab.page(), "cpr", citizen.cpr());
            fill(tab.page(), "journal", "26-104");
            order(tab);

            String paper = tab.page().locator("#til-borgeren").innerText();
            assertThat(paper)
                    .contains("Hvem har set oplysninger om dig", citizen.name().surname(), "26-104")
                    .contains("Husstandens side set", "Tovholder, Fjordsted Kommune", "Arbejde i husstanden")
                    .contains("Oplysninger hentet fra registrene", "Samblik (automatisk)")
                    .contains("Du kan klage til Datatilsynet")
                    .doesNotContain("Maja")
                    .doesNotContain("maja");
            assertThat(CPR.matcher(tab.page().locator("main").innerHTML()).find())
                    .isFalse();
            assertThat(tab.sheets("udskrift-til-borger")).isEqualTo(1);
            assertThat(lastOwn())
                    .containsEntry("action", "EXPORT")
                    .containsEntry("purpose", "access-request")
                    .containsEntry("household_id", mine);
            assertThat(lastOwn().get("outcome").toString()).startsWith("without names, ");
        }
    }

    @Test
    void thePaperForTheCitizenSaysWhatWasReadThroughAndIsLoggedByItself() throws IOException {
        try (Tab tab = as("dagny")) {
            ask(tab.page(), citizen.cpr());
            ask(tab.page().context().newPage(), "0202909999");
            long before = own();
            Download download = tab.page()
                    .waitForDownload(
                            () -> tab.page().locator("form[action$=pdf] button").click());

            assertThat(download.suggestedFilename()).matches("opslagslog-\\d{4}-\\d\\d-\\d\\d.pdf");
            try (TaggedPdf paper = TaggedPdf.of(download.createReadStream().readAllBytes())) {
                assertThat(paper.text())
                        .contains(
                                "Hvem har set oplysninger om dig",
                                citizen.name().surname())
                        .contains(
                                "Husstandens side set", "Tovholder, Fjordsted Kommune", "Du kan klage til Datatilsynet")
                        .doesNotContain("Maja", citizen.cpr());
                assertThat(CPR.matcher(paper.text()).find()).isFalse();
            }
            assertThat(own()).isEqualTo(before + 1);
            assertThat(lastOwn())
                    .containsEntry("action", "EXPORT")
                    .containsEntry("purpose", "access-request")
                    .containsEntry("household_id", mine);
            assertThat(lastOwn().get("outcome").toString()).startsWith("on paper, without names, ");
        }
    }

    private static void ask(Page page, String cpr) {
        page.navigate("/opslagslog/udskrift");
        fill(page, "cpr", cpr);
        order(page);
    }

    @Test
    void linesAboutOthersOfTheHouseholdAreLeftOut() {
        logged("OM-MIG", new PersonId(person(citizen)));
        logged("OM-EN-ANDEN", PersonId.random());
        try (Tab tab = as("dagny")) {
            tab.open("/opslagslog/udskrift");
            fill(tab.page(), "cpr", citizen.cpr());
            order(tab);

            assertThat(tab.page().locator("#til-borgeren").innerText())
                    .contains("OM-MIG")
                    .doesNotContain("OM-EN-ANDEN");
        }
    }

    private static void logged(String purpose, PersonId about) {
        hub.bean(AccessLog.class)
                .record(List.of(new Access(
                        Access.Action.DETAIL,
                        new Viewer("jens", "Jens Test", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of()),
                        purpose,
                        new HouseholdId(mine),
                        about,
                        null,
                        Set.of(),
                        List.of(),
                        null,
                        "OK",
                        "request",
                        null)));
    }

    private static UUID person(Person one) {
        return hub.owner()
                .sql("select person_id from member where cpr_hash = ?")
                .param(hub.bean(Vault.class).hash(Cpr.read(one.cpr()).orElseThrow()))
                .query(UUID.class)
                .single();
    }

    @Test
    void namesNeedAReasonWhichIsLogged() {
        try (Tab tab = as("dagny")) {
            tab.open("/opslagslog/udskrift");
            fill(tab.page(), "cpr", citizen.cpr());
            tab.page().locator("#navne").check();
            order(tab);
            assertThat(text(tab)).contains("Skriv, hvorfor medarbejdernes navne skal med");
            assertThat(tab.page().locator("#til-borgeren").count()).isZero();
            fill(tab.page(), "cpr", citizen.cpr());
            fill(tab.page(), "begrundelse", "Borgeren vil klage over ét opslag");
            order(tab);

            assertThat(tab.page().locator("#til-borgeren").innerText()).contains("Maja Test");
            assertThat(lastOwn().get("outcome").toString())
                    .startsWith("with names, ")
                    .endsWith(": Borgeren vil klage over ét opslag");
        }
    }

    @Test
    void aConsentRegisteredByMistakeIsToldWithWhatWasDoneUnderItAndAssessed() {
        List<UUID> people = hub.owner()
                .sql(
                        "select person_id from consent_in_force where household_id <> ? order by household_id, person_id limit 1")
                .param(mine)
                .query(UUID.class)
                .list();
        Viewer maja = new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of());
        people.forEach(person ->
                hub.bean(Withdrawal.class).withdraw(new PersonId(person), new Withdrawn.Mistake(), maja, "request"));
        try (Tab tab = as("dagny")) {
            assertThat(text(tab)).contains("1 samtykke er registreret ved en fejl og ikke vurderet", "anmeldes senest");
            tab.page().locator("main .alert-warning a").click();
            assertThat(text(tab))
                    .contains("senest 72 timer", "Markeret af Maja Test", "Imens blev der hentet oplysninger")
                    .contains("Er det et brud, skal det anmeldes senest");
            tab.page().locator("input[value=NOT_REPORTED]").check();
            tab.page().locator("#fejlregistreringer form button").click();

            assertThat(text(tab)).contains("Vurderet af Dagny Test");
            assertThat(tab.page().locator("input[value=NOT_REPORTED]").isChecked())
                    .isTrue();
            assertThat(text(tab.open("/opslagslog"))).doesNotContain("registreret ved en fejl og ikke vurderet");
            assertThat(lastOwn()).containsEntry("outcome", "consents registered by mistake read");
        }
    }

    @Test
    void afterFiveMinutesTheOfficerSignsInAgainBeforeAnythingIsHandedOutAndLosesNothingTyped() {
        try (Tab tab = as("dagny")) {
            long before = own();
            HandClock.CLOCK.goes(LATER);
            tab.open("/opslagslog/udskrift");
            fill(tab.page(), "cpr", citizen.cpr());
            fill(tab.page(), "journal", "26-105");
            order(tab);
            assertThat(own()).as("nothing was made").isEqualTo(before);
            signsInAgain(tab);

            assertThat(text(tab))
                    .contains(
                            "Du er logget på igen",
                            "Du har skrevet " + citizen.cpr().substring(0, 6));
            assertThat(tab.page().locator("#journal").inputValue()).isEqualTo("26-105");
            assertThat(tab.page().content() + tab.page().url()).doesNotContain(citizen.cpr());
            order(tab);
            assertThat(tab.page().locator("#til-borgeren").innerText())
                    .contains(citizen.name().surname(), "26-105");

            HandClock.CLOCK.goes(LATER);
            tab.page().locator("form[action$=pdf] button").click();
            signsInAgain(tab);
            assertThat(tab.page().locator("#journal").inputValue()).isEqualTo("26-105");
            assertThat(own()).isEqualTo(before + 1);
        } finally {
            HandClock.CLOCK.goes(LATER.multipliedBy(-2));
        }
    }

    private static void signsInAgain(Tab tab) {
        assertThat(tab.page().url()).contains("/log-paa?igen");
        assertThat(text(tab)).contains("Log på igen", "Bagefter kommer du tilbage");
        tab.page().locator("button[name=username][value=dagny]").click();
        assertThat(tab.page().url()).contains("/opslagslog/udskrift?udskrift=");
    }

    @Test
    void somebodyOfWhomNothingIsLoggedGetsAnExtractThatSaysSo() {
        try (Tab tab = as("dagny")) {
            tab.open("/opslagslog/udskrift");
            fill(tab.page(), "cpr", "0202909999");
            order(tab);

            assertThat(tab.page().locator("#til-borgeren").innerText())
                    .contains("Der er ingen opslag om dig i perioden.");
        }
    }

    @Test
    void nobodyElseComesToTheLogAndTheOfficerToNoHousehold() {
        for (String subject : List.of("maja", "jens", "sanne", "it")) {
            try (Tab tab = as(subject)) {
                assertThat(tab.page().navigate("/opslagslog").status()).isEqualTo(403);
                assertThat(tab.page().navigate("/opslagslog/udskrift").status()).isEqualTo(403);
            }
        }
        try (Tab tab = as("dagny")) {
            assertThat(tab.page().navigate("/husstande/" + mine).status()).isEqualTo(403);
            assertThat(tab.page().navigate("/drift").status()).isEqualTo(403);
            assertThat(tab.page()
                            .navigate("/opslagslog/stikproever/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aBrokenLogIsARedAlert() {
        hub.owner()
                .sql("update access_log set purpose = purpose || 'x' where seq = 1")
                .update();
        try (Tab tab = as("dagny")) {
            tab.page().locator("form[action$=efterproev] button").click();

            assertThat(tab.page().locator(".alert-error").innerText())
                    .contains("Loggen er brudt", "Linje 1 er ændret, indsat eller flyttet.");
        } finally {
            hub.owner()
                    .sql("update access_log set purpose = regexp_replace(purpose, 'x$', '') where seq = 1")
                    .update();
            hub.bean(Proof.class).walk();
        }
    }
}
