package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import dk.samblik.access.Viewer;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.household.PersonId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A receipt in the running hub: on the screen, on paper and for machines, each after its row in the log. */
class ReceiptIT {

    private static Hub hub;
    private static Browser browser;
    private static UUID mine;
    private static UUID others;

    @BeforeAll
    static void start() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of("samblik.consent.controller.phone", "12 34 56 78")));
        browser = Browser.of(hub);
        mine = consent("=");
        others = consent("<>");
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    /** A consent of the household with most of them, in an area that Maja follows or in another. */
    private static UUID consent(String area) {
        return hub.owner().sql("""
                        select min(c.consent_id::text)::uuid from consent c join household h using (household_id)
                         where c.status = 'ACTIVE' and h.area %s (select min(area) from staff where subject = 'maja')
                         group by household_id order by count(*) desc, household_id limit 1
                        """.formatted(area)).query(UUID.class).single();
    }

    private static Tab maja(String language) {
        return browser.tab(768, language).open("/log-paa").signIn("maja");
    }

    private static String address(Object id) {
        return "/samtykker/kvittering/" + id;
    }

    private static UUID act() {
        return hub.owner()
                .sql("select receipt_id from receipt where consent_id = :id and version = 1")
                .param("id", mine)
                .query(UUID.class)
                .single();
    }

    private static int rows(String where) {
        return hub.owner()
                .sql("select count(*) from access_log where purpose = 'CONSENT_RECEIPT' and " + where)
                .query(Integer.class)
                .single();
    }

    @TestFactory
    Stream<DynamicTest> itIsAccessibleInBothLanguagesAndFitsOneSheet() {
        return Stream.of("da", "en").map(language -> DynamicTest.dynamicTest(language, () -> accessible(language)));
    }

    private void accessible(String language) {
        try (Tab tab = maja(language)) {
            tab.open(address(mine));
            tab.open(address(act()) + "?sprog=" + language);
            tab.keep("receipt-" + language);

            assertThat(tab.violations()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.page().locator("article").getAttribute("lang")).isEqualTo(language);
            assertThat(tab.page().title())
                    .isEqualTo(
                            language.equals("da")
                                    ? "Kvittering for samtykke – Samblik"
                                    : "Receipt for consent – Samblik");
            assertThat(tab.sheets("receipt-" + language)).isOne();
        }
    }

    @Test
    void theReceiptSpeaksThePersonsLanguageAndNotTheReaders() {
        try (Tab tab = maja("en")) {
            tab.open(address(mine));

            assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(tab.page().locator("article").getAttribute("lang")).isEqualTo("da");
            tab.page().locator("a[hreflang=en]").click();
            assertThat(tab.page().locator("article h1").innerText()).isEqualTo("Receipt for consent");
        }
    }

    @Test
    void lookPaperAndRecordHaveEachTheirRowInTheLog() throws IOException {
        try (Tab tab = maja("da")) {
            String ofMine = "household_id in (select household_id from consent where consent_id = '" + mine + "')";
            int looks = rows("action = 'VIEW' and actor = 'maja'");
            tab.open(address(mine));
            APIResponse paper = tab.page().request().get(address(mine) + "/pdf?sprog=en");
            APIResponse record = tab.page().request().get(address(mine) + "/post/" + mine);

            assertThat(rows("action = 'VIEW' and actor = 'maja'")).isEqualTo(looks + 1);
            assertThat(rows("action = 'PRINT' and " + ofMine)).isOne();
            assertThat(rows("action = 'EXPORT' and " + ofMine)).isOne();
            assertThat(paper.headers())
                    .containsEntry("content-type", "application/pdf")
                    .hasEntrySatisfying(
                            "content-disposition",
                            name -> assertThat(name)
                                    .matches("attachment; filename=\"kvittering-[0-9A-F]{4}-[0-9A-F]{4}-en.pdf\""));
            assertThat(paper.headers().get("cache-control")).contains("no-store");
            try (PDDocument document = Loader.loadPDF(paper.body())) {
                assertThat(document.getNumberOfPages()).isOne();
                assertThat(new PDFTextStripper().getText(document)).contains("Receipt for consent", "12 34 56 78");
            }
            assertThat(record.headers())
                    .hasEntrySatisfying(
                            "content-disposition", name -> assertThat(name).contains("attachment", mine + "-1.json"));
            assertThat(record.text()).contains("\"record_id\":\"" + mine + "\"");
        }
    }

    @Test
    void ofAnotherAreaOfNobodyAndOfNothingItIsTheSameRefusal() {
        try (Tab tab = maja("da")) {
            int denied = hub.owner()
                    .sql("select count(*) from access_log where action = 'DENIED'")
                    .query(Integer.class)
                    .single();
            List<String> ids = List.of(others.toString(), UUID.randomUUID().toString(), "x");
            List<String> bodies = ids.stream()
                    .map(id -> {
                        APIResponse answer = tab.page().request().get(address(id));
                        assertThat(answer.status()).isEqualTo(404);
                        assertThat(tab.page()
                                        .request()
                                        .get(address(id) + "/pdf")
                                        .status())
                                .isEqualTo(404);
                        assertThat(tab.page()
                                        .request()
                                        .get(address(id) + "/post/" + id)
                                        .status())
                                .isEqualTo(404);
                        return answer.text().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
                    })
                    .toList();

            assertThat(bodies).containsOnly(bodies.get(0));
            assertThat(hub.owner()
                            .sql("select count(*) from access_log where action = 'DENIED'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(denied + 9);
        }
    }

    @Test
    void whatCannotBeLoggedIsNotShown() {
        try (Tab tab = maja("da")) {
            tab.open(address(mine));
            hub.owner().sql("revoke insert on access_log from hub_audit").update();
            try {
                for (String part : List.of("", "/pdf", "/post/" + mine)) {
                    APIResponse answer = tab.page().request().get(address(mine) + part);
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.text()).doesNotContain("Kvittering nr.").doesNotContain("%PDF");
                }
            } finally {
                hub.owner().sql("grant insert on access_log to hub_audit").update();
            }
        }
    }

    @Test
    void somebodyOfITHasNoReceipts() {
        try (Tab tab = browser.tab(768, "da").open("/log-paa")) {
            tab.page().locator("button[name=username][value=it]").click();
            tab.page().waitForURL(url -> !url.contains("log-paa"));

            assertThat(tab.page().request().get(address(mine)).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsTakenBackHasAReceiptToo() {
        UUID person = hub.owner().sql("""
                        select c.person_id from consent c join household h using (household_id)
                         where c.status = 'ACTIVE' and c.consent_id <> :mine
                           and h.area = (select min(area) from staff where subject = 'maja')
                         order by c.consent_id desc limit 1
                        """).param("mine", mine).query(UUID.class).single();
        Viewer viewer = new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of());
        hub.bean(Withdrawal.class)
                .withdraw(new PersonId(person), new Withdrawn.Everything(), viewer, "request")
                .orElseThrow();
        UUID withdrawn = hub.owner()
                .sql("select consent_id from consent where person_id = :person and status = 'WITHDRAWN'")
                .param("person", person)
                .query(UUID.class)
                .single();

        try (Tab tab = maja("da")) {
            tab.open(address(withdrawn));
            tab.keep("receipt-withdrawn-da");

            assertThat(tab.violations()).isEmpty();
            assertThat(tab.page().locator("article h1").innerText())
                    .isEqualTo("Kvittering for tilbagetrækning af samtykke");
            assertThat(tab.page().locator("article").innerText())
                    .contains("Vi henter ikke flere oplysninger")
                    .contains("5 år");
        }
    }
}
