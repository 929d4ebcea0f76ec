package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import dk.samblik.access.Vault;
import dk.samblik.browser.Browser.Tab;
import dk.samblik.consent.TaggedPdf;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.bu.StatementLog;
import dk.samblik.demo.people.Address;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.social.CallLog;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.Cpr;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/**
 * An officer prepares a draw over the example municipality and another person locks it, in Danish and then in English; the
 * registers' owners see that nothing but the flag was asked, anybody repeats the draw, and after the closing nothing is left
 * of those not drawn. The programme takes referrals too: who is referred is not drawn as well.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class DrawIT {

    private static final int MINUTES = 240_000;

    private static final String PACE = "samblik.register.social.pace";
    /** Slow while somebody looks on; then as quick as the machine, the register letting everybody in. */
    private static final Map<String, Object> SLOWLY = Map.of(
            "samblik.draw.municipality",
            "0998",
            PACE,
            "100ms",
            "samblik.programme.folder",
            drawsAndRefers().toString());

    private static final long GAP = Duration.ofMillis(100).toNanos();

    private static final Map<String, Object> QUICKLY = Map.of(PACE, "0ms");
    private static final int CALLS = 10_000;
    /** The shortest that is looked for is a number of ten digits. */
    private static final int BEGINNING = 10;

    private static Hub hub;
    private static Browser browser;
    private static StatementLog bu;
    private static long buLog;
    private static String before;

    /** The programmes as they are shipped, but that the one that draws takes referrals too. */
    private static Path drawsAndRefers() {
        try {
            Path folder = Files.createTempDirectory("programmes");
            FileSystemUtils.copyRecursively(Path.of("programmes"), folder);
            Path draws = folder.resolve("udtraek.yaml");
            Files.writeString(
                    draws,
                    Files.readString(draws)
                            .replace(
                                    "enrolment: [DRAW]",
                                    "enrolment: [DRAW, REFERRAL]\ncriteria: [{ code: EGET_OENSKE, text: Familien ønsker det selv }]"));
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        hub = Hub.start(WorldSize.DEMO, TestSignIn.settings(SLOWLY));
        browser = Browser.of(hub);
        hub.social().log().forget();
        before = everything();
        bu = StatementLog.of(TestDatabase.serverLog());
        buLog = Files.size(TestDatabase.serverLog());
    }

    @AfterAll
    static void close() {
        browser.close();
        hub.close();
    }

    @Test
    @Order(1)
    void anOfficerPreparesAndAnotherPersonLocks() {
        String address;
        try (Tab tab = officer("da", 768)) {
            address = draft(tab, "da");
        }
        aCountGoesOnAloneAndSaysThatItWasInterrupted(address);
        draw(address, "da", 768);

        assertThat(
                        number(
                                "select count(*) from draw.draw where state = 'LOCKED' and asked_by = 'ulla' and approved_by = 'gorm'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from candidate where draw = :draw")).isEqualTo(30);
        assertThat(texts("select distinct purpose from access_log where action = 'DRAW'"))
                .containsExactly("UDTRAEK");
    }

    /** Stopped by hand, begun again, and then the hub goes down with it. */
    private static void aCountGoesOnAloneAndSaysThatItWasInterrupted(String address) {
        try (Tab tab = officer("da", 1024);
                Tab plain = browser.plainTab(1024).open("/log-paa").signIn("ulla")) {
            long begun = System.nanoTime();
            begin(tab, address);
            tab.keep("draw-udtraek-taeller-da");
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.page().locator("form[action$='/antal']").count()).isZero();
            plain.open(address);
            assertThat(plain.page().locator("meta[http-equiv=refresh]").count()).isEqualTo(1);
            assertThat(plain.open("/udtraek").page().locator("tbody").innerText())
                    .contains("Bliver talt op");
            int calls = hub.social().log().calls().size();
            assertThat((calls - 1) * GAP).as("the pace is kept").isLessThan(System.nanoTime() - begun);
            tab.page().locator("form[action$='/stop'] button").click();
            assertThat(tab.page().locator(".alert-info").innerText()).contains("Intet er gemt");
            begin(tab, address);
        }
        hub.restart(QUICKLY);
        hub.social().allow(CALLS);
        browser.close();
        browser = Browser.of(hub);
        try (Tab tab = officer("da", 1024).open(address)) {
            tab.keep("draw-udtraek-afbrudt-da");
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.page().locator(".alert-error").innerText()).contains("Samblik blev stoppet imens");
        }
        assertThat(number("select count(*) from draw.draw where fingerprint is null and number = :draw"))
                .as("nothing is kept of a count that did not end")
                .isEqualTo(1);
        assertThat(number("select (select count(*) from draw.tally) + (select count(*) from draw.household_key)"))
                .isZero();
    }

    /** Waits until the social services have been asked about some. */
    private static void begin(Tab tab, String address) {
        tab.open(address).page().locator("form[action$='/antal'] button").click();
        tab.page().locator("#maaler:not([value='0'])").waitFor();
    }

    @Test
    @Order(2)
    void theRegistersWereAskedForTheFlagAndNothingElse() throws IOException {
        assertThat(hub.social().log().calls().stream().map(CallLog.Call::kind).distinct())
                .containsExactlyInAnyOrder("borgere/soeg", "borgere/sager");
        byte[] log = Files.readAllBytes(TestDatabase.serverLog());
        String asked = new String(log, (int) buLog, log.length - (int) buLog, StandardCharsets.UTF_8);
        assertThat(asked).contains("select distinct s.primaer_cpr as cpr");
        assertThat(asked).doesNotContain("s.kle", "sagsnummer", "behandler", "bu.indsats", "bu.elev", "bu.frist");

        Map<String, String> homes = homes();
        Set<String> known = atTheJobCentre().stream().map(homes::get).collect(Collectors.toSet());
        Set<String> enrolled = enrolled();
        assertThat(bu.askedNumbers())
                .isNotEmpty()
                .allMatch(cpr -> known.contains(homes.get(cpr)), "of a household the job centre knows");
        assertThat(bu.askedNumbers()).as("nobody who takes part").noneMatch(enrolled::contains);
        assertThat(hub.social().log().askedNumbers())
                .isNotEmpty()
                .allMatch(cpr -> known.contains(homes.get(cpr)), "of a household the job centre knows");
    }

    @Test
    @Order(3)
    void anybodyRepeatsTheDrawFromItsProtocol() throws Exception {
        try (Tab tab = officer("da", 1280)) {
            tab.open("/udtraek/" + name() + "/protokol");
            tab.keep("udtraek-protokol");
            assertThat(tab.violations()).isEmpty();
            Download file = tab.page()
                    .waitForDownload(() -> tab.page()
                            .locator("form[action$='/protokol/fil'] button")
                            .click());
            Path protocol = file.path();

            assertThat(repeated(protocol)).endsWith("SAME").hasLineCount(31);
            String other = Files.readString(protocol).replaceFirst("seed;.*", "seed;1");
            assertThat(repeated(Files.writeString(Files.createTempFile("protokol", ".csv"), other)))
                    .as("another seed is found out")
                    .endsWith("DIFFERENT");

            assertThat(tab.sheets("udtraek-protokol-udskrift")).isOne();
            Download pdf = tab.page()
                    .waitForDownload(
                            () -> tab.page().locator("a[href$='/protokol/pdf']").click());
            try (TaggedPdf paper = TaggedPdf.of(Files.readAllBytes(pdf.path()))) {
                paper.keep("udtraek-protokol-papir");
                assertThat(paper.sheets()).isOne();
                assertThat(paper.text())
                        .contains("samblik-lot/1", "Gorm Test", "Ulla Test")
                        .doesNotContain("i dag");
            }
        }
    }

    private static String repeated(Path protocol) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "docs/operations/RepeatDraw.java",
                        protocol.toString())
                .redirectErrorStream(true)
                .start();
        return new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    @Order(3)
    void theDrawnAreShownOnlyAfterTheirRowsAreInTheLog() {
        try (Tab tab = officer("da", 768)) {
            tab.open("/udtraek/" + name() + "/husstande");
            tab.keep("udtraek-husstande");
            assertThat(tab.violations()).isEmpty();
            assertThat(tab.page().locator("tbody tr").count()).isEqualTo(30);
            assertThat(tab.sheets("udtraek-husstande-udskrift")).isLessThanOrEqualTo(2);
            assertThat(number(
                            "select count(*) from access_log where action = 'VIEW' and outcome like 'draw % drawn households'"
                                    + " and household_id in (select candidate_id from candidate)"))
                    .isEqualTo(30);
            Download letters = tab.page()
                    .waitForDownload(() ->
                            tab.page().locator("form[action$='/breve'] button").click());
            assertThat(read(letters)).startsWith("\uFEFFNummer;Navn;Adresse").doesNotContain("JC_", "EMPLOYMENT");
            assertThat(
                            number(
                                    "select count(*) from access_log where action = 'EXPORT' and outcome like '% letters OPEN'"))
                    .isEqualTo(read(letters).lines().count() - 1);
        }
    }

    @Test
    @Order(4)
    void nobodyIsShownWhileTheLogCannotBeWritten() {
        try (Tab tab = officer("da", 768)) {
            String address = "/udtraek/" + name() + "/husstande";
            String shown =
                    tab.open(address).page().locator("tbody tr td").first().innerText();
            hub.owner().sql("revoke insert on access_log from hub_audit").update();
            try {
                assertThat(tab.page().navigate(address).status()).isEqualTo(503);
                assertThat(tab.page().content()).doesNotContain(shown);
            } finally {
                hub.owner().sql("grant insert on access_log to hub_audit").update();
            }
            assertThat(tab.page().navigate(address).status()).isEqualTo(200);
        }
    }

    private static String read(Download file) {
        try {
            return Files.readString(file.path());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    @Order(5)
    void afterTheClosingNothingIsLeftOfThoseNotDrawn(CapturedOutput output) throws IOException {
        try (Tab tab = officer("da", 768)) {
            tab.open("/udtraek/" + name());
            Download control = tab.page()
                    .waitForDownload(() -> tab.page()
                            .locator("form[action$='/kontrolgruppe'] button")
                            .click());
            assertThat(read(control).lines()).hasSize(11);
            tab.open("/udtraek/" + name());
            assertThat(tab.page().locator("form[action$='/kontrolgruppe']").count())
                    .isZero();
            tab.page().locator("#laest").check();
            tab.page().locator("form[action$='/luk'] button").click();
            tab.page().waitForLoadState(LoadState.LOAD);
            tab.keep("udtraek-lukket");
            assertThat(tab.violations()).isEmpty();
        }
        assertThat(texts("select distinct part from draw.household_key")).containsExactly("DRAWN");

        Set<String> kept = new HashSet<>(enrolled());
        Set<String> drawn = drawnHomes();
        Map<String, String> homes = homes();
        List<Person> undrawn = people().stream()
                .filter(person -> !kept.contains(person.cpr()) && !drawn.contains(homes.get(person.cpr())))
                .toList();
        assertThat(undrawn).hasSizeGreaterThan(2_000);
        String everything = everything() + output.getAll();
        // Sealed bytes are written in hexadecimal, where ten digits in a row come up by chance
        String unsealed = everything.replaceAll("[0-9a-f]{60,}", "");
        Vault vault = hub.bean(Vault.class);
        Set<String> numbers = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Person person : undrawn) {
            Cpr cpr = Cpr.read(person.cpr()).orElseThrow();
            numbers.addAll(List.of(person.cpr(), cpr.written()));
            hashes.add(HexFormat.of().formatHex(vault.hash(cpr)));
            if (homes.containsKey(person.cpr())) {
                hashes.add(HexFormat.of().formatHex(vault.place(homes.get(person.cpr()))));
            }
        }
        assertThat(standing(numbers, unsealed)).as("somebody who was not drawn").isEmpty();
        // Who said yes for a child elsewhere stands by this hash in that consent, from before there was a draw
        assertThat(standing(hashes, everything)).as("by hash").allMatch(before::contains);
        // The scan finds what is there: those drawn, by the hash that keeps them from being drawn again
        assertThat(standing(
                        drawn.stream()
                                .map(home -> HexFormat.of().formatHex(vault.place(home)))
                                .collect(Collectors.toSet()),
                        everything))
                .hasSize(30);
    }

    /** Which of these stand anywhere in a text, found in one walk through it. */
    private static Set<String> standing(Set<String> wanted, String text) {
        Map<String, List<String>> byBeginning =
                wanted.stream().collect(Collectors.groupingBy(one -> one.substring(0, BEGINNING)));
        Set<String> found = new HashSet<>();
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            for (String one : byBeginning.getOrDefault(text.substring(at, at + BEGINNING), List.of())) {
                if (text.startsWith(one, at)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    /** Every row of every table of the hub, as text. */
    private static String everything() {
        StringBuilder all = new StringBuilder();
        for (String table :
                texts("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and n.nspname in ('public', 'draw')")) {
            texts("select t::text from " + table + " t")
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }

    @Test
    @Order(6)
    void aFamilyIsReferredToTheProgrammeThatDraws() throws IOException {
        Address home = undrawnHome();
        try (Tab tab = browser.tab(1024, "da").open("/log-paa").signIn("kaj").open("/kontakt/henvis")) {
            refer(tab, home);
            clean(tab, "kontakt-trukket-og-henvist", "da");
            assertThat(tab.page().locator("tbody th").allInnerTexts())
                    .as("drawn and referred on one list")
                    .hasSize((int) inTheArea() + 1)
                    .anyMatch(row -> row.contains(name() + "-"))
                    .anyMatch(row -> row.contains("K-0001") && row.contains("Familien Prøve"));
        }
        try (Tab tab = browser.tab(1024, "da").open("/log-paa").signIn("kaj").open("/kontakt/henvis")) {
            refer(tab, home);
            clean(tab, "henvist-to-gange", "da");
            assertThat(tab.page().locator("[data-module=error-summary]").innerText())
                    .contains("står allerede på listen som K-0001");
        }
        assertThat(texts("select encode(key, 'hex') from candidate where way = 'REFERRAL'"))
                .containsExactly(HexFormat.of()
                        .formatHex(hub.bean(Vault.class).place(home.key().toLowerCase(Locale.ROOT))));
    }

    private static void refer(Tab tab, Address home) {
        tab.page().locator("#navn").fill("Familien Prøve");
        tab.page().locator("#adresse").fill(home.spoken());
        tab.page().locator("#grund-0").check();
        tab.page().locator("#fra").selectOption("SCHOOL");
        tab.page().locator("#henvis form button").click();
    }

    /** Of the area whose contact worker refers: known to the job centre, and neither enrolled nor drawn. */
    private static Address undrawnHome() throws IOException {
        Set<String> known = atTheJobCentre();
        Set<String> taken = enrolled();
        Set<String> drawn = drawnHomes();
        Programme programme = hub.bean(Programmes.class).of("FREMSKUDT");
        Map<String, List<Person>> byHome = people().stream()
                .filter(person -> person.residence().address() != null)
                .collect(Collectors.groupingBy(
                        person -> person.residence().address().key().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.toList()));
        byHome.keySet().removeAll(drawn);
        return byHome.values().stream()
                .filter(home -> home.stream()
                        .allMatch(person -> person.residence().status().equals("01")
                                && person.protections().isEmpty()
                                && !taken.contains(person.cpr())))
                .filter(home -> home.stream().anyMatch(person -> known.contains(person.cpr())))
                .map(home -> home.get(0).residence().address())
                .filter(address -> programme.areaOf(address.road(), address.house()).stream()
                        .anyMatch(area -> area.name().equals("Lærkevænget")))
                .findFirst()
                .orElseThrow();
    }

    /** How many were drawn where the one who refers contacts people. */
    private static long inTheArea() {
        return number("select count(*) from candidate where draw = :draw and area = 'Lærkevænget'");
    }

    @Test
    @Order(7)
    void itIsDrawnAgainInEnglishAndNobodyTwiceNorWhoWasReferred() {
        String address;
        try (Tab tab = officer("en", 1280)) {
            address = draft(tab, "en");
        }
        draw(address, "en", 1280);

        assertThat(number("select count(*) from candidate where way = 'DRAW'")).isEqualTo(60);
        assertThat(number("select count(distinct key) from candidate")).isEqualTo(61);
        assertThat(number("select households from draw.tally join draw.draw using (draw_id) where number <> :draw"
                        + " and what = 'DRAWN_BEFORE' and area = 'Lærkevænget'"))
                .as("the one who was referred is left out with those drawn before")
                .isEqualTo(inTheArea() + 1);
    }

    @Test
    @Order(8)
    void aSourceThatIsDownStopsTheCountAndNothingIsTakenForNoCase() {
        hub.social().fault(SocialFault.DOWN);
        try (Tab tab = officer("da", 1280)) {
            tab.page().locator("#beskyttede-0").check();
            tab.page().locator("form[action$='/udtraek'] button").click();
            tab.page().locator("form[action$='/antal'] button").click(new Locator.ClickOptions().setTimeout(MINUTES));
            tab.page().locator(".alert-error").waitFor(new Locator.WaitForOptions().setTimeout(MINUTES));
            tab.keep("draw-udtraek-nede-da");
            assertThat(tab.page().locator(".alert-error").innerText()).contains("svarer ikke");
            assertThat(tab.violations()).isEmpty();
        } finally {
            hub.social().fault(SocialFault.NONE);
        }
        assertThat(number("select count(*) from draw.draw where fingerprint is null"))
                .isEqualTo(1);
    }

    /** A draft over all areas, and where it is. */
    private static String draft(Tab tab, String language) {
        clean(tab, "udtraek-liste", language);
        tab.page().locator("#beskyttede-2").check();
        tab.page().locator("form[action$='/udtraek'] button").click();
        tab.page().waitForURL(url -> url.matches(".*/udtraek/\\d{4}-\\d+"));
        clean(tab, "udtraek-kladde", language);
        return tab.page().url().replaceFirst(".*(?=/udtraek)", "");
    }

    private static void draw(String address, String language, int width) {
        try (Tab tab = officer(language, width).open(address)) {
            tab.page().locator("form[action$='/antal'] button").click(new Locator.ClickOptions().setTimeout(MINUTES));
            tab.page().locator("#antal").waitFor(new Locator.WaitForOptions().setTimeout(MINUTES));
            clean(tab, "udtraek-talt", language);
            tab.page().locator("#antal").fill("30");
            tab.page().locator("#kontrol").fill("10");
            tab.page().locator("form[action$='/lod'] button").click();
            assertThat(tab.page().locator("[data-module=error-summary] li").count())
                    .isEqualTo(1);
            clean(tab, "udtraek-mangler", language);
            tab.page().locator("#godkender").selectOption("gorm");
            tab.page().locator("form[action$='/lod'] button").click();
            tab.page().locator("form[action$='/godkendelse'] button").click();
            tab.page().locator("form[action$='/tilbage']").waitFor();
            clean(tab, "udtraek-venter", language);
            assertThat(tab.page().locator("form[action$='/laas']").count())
                    .as("one person never locks")
                    .isZero();
        }
        try (Tab tab = browser.tab(width, language).open("/log-paa").signIn("gorm")) {
            tab.open(address);
            clean(tab, "udtraek-godkend", language);
            tab.page().locator("form[action$='/laas'] button").click();
            assertThat(tab.page().locator("[data-module=error-summary] li").count())
                    .isEqualTo(1);
            tab.page().locator("#laest").check();
            tab.page().locator("form[action$='/laas'] button").click(new Locator.ClickOptions().setTimeout(MINUTES));
            tab.page().locator("a[href$='/protokol']").waitFor(new Locator.WaitForOptions().setTimeout(MINUTES));
            clean(tab, "udtraek-laast", language);
            assertThat(tab.page().locator("form[action$='/breve']").count()).isZero();
        }
    }

    private static Tab officer(String language, int width) {
        return browser.tab(width, language).open("/log-paa").signIn("ulla");
    }

    private static void clean(Tab tab, String name, String language) {
        tab.page().waitForLoadState(LoadState.LOAD);
        tab.keep("draw-" + name + "-" + language);
        assertThat(tab.violations()).as(name).isEmpty();
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(tab.page().content()).doesNotContain("??");
    }

    /** The number of the first draw. */
    private static String name() {
        return texts("select number from draw.draw order by made_at limit 1").get(0);
    }

    private static List<Person> people() {
        return hub.world().town().people();
    }

    /** Where everybody lives who lives in Fjordsted, by number, present and former; addresses keyed as the register keys them. */
    private static Map<String, String> homes() {
        Map<String, String> homes = new HashMap<>();
        people().stream().filter(person -> person.residence().address() != null).forEach(person -> {
            String home = person.residence().address().key().toLowerCase(Locale.ROOT);
            homes.put(person.cpr(), home);
            if (person.identity().earlier() != null) {
                homes.put(person.identity().earlier(), home);
            }
        });
        return homes;
    }

    /** Whom the job centre's case file knows at all, read without the hub. */
    private static Set<String> atTheJobCentre() throws IOException {
        Path newest;
        try (var files = Files.list(hub.registers().jobcenterFolder())) {
            newest = files.filter(file -> file.getFileName().toString().startsWith("JC_SAG_"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        return Files.readAllLines(newest, Charset.forName("windows-1252")).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .flatMap(cell -> Cpr.read(cell.replace("\"", "")).stream())
                .map(Cpr::digits)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> enrolled() {
        Set<String> enrolled = new TreeSet<>();
        hub.world()
                .desk()
                .households()
                .forEach(household -> household
                        .members()
                        .forEach(member -> enrolled.add(
                                hub.world().town().person(member.person()).cpr())));
        return enrolled;
    }

    private static Set<String> drawnHomes() {
        Set<String> keys = new HashSet<>(texts("select encode(key, 'hex') from candidate"));
        Vault vault = hub.bean(Vault.class);
        return homes().values().stream()
                .filter(home -> keys.contains(HexFormat.of().formatHex(vault.place(home))))
                .collect(Collectors.toSet());
    }

    private static long number(String sql) {
        return hub.owner().sql(sql).param("draw", name()).query(Long.class).single();
    }

    private static List<String> texts(String sql) {
        return hub.owner().sql(sql).query(String.class).list();
    }
}
