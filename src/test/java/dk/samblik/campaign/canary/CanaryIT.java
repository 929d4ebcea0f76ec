package dk.samblik.campaign.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.campaign.canary.Findings.Hit;
import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.demo.WorldSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * No consent, no byte; and no plain text at rest. A hub lives through a bad day, then every byte it has written is searched
 * for the markers that stood in its registers.
 */
class CanaryIT {

    private static final Campaign CAMPAIGN = Campaign.named("canary");
    private static final Path FOLDER =
            Path.of("target", "canary-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final Path HOME = FOLDER.resolve("hub");
    private static final WorldSize LARGE = new WorldSize(520, 80, WorldSize.Stories.ALL);

    private static final int TOLD = 20;

    private static final Outside OUTSIDE = new Outside();
    private static MarkedTown town;
    private static BadDay day;
    private static Findings findings;

    @BeforeAll
    static void liveThroughABadDay() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(HOME);
        town = new MarkedTown(CAMPAIGN.seed(), CAMPAIGN.tier(0, 1) == 1 ? LARGE : WorldSize.TINY, FOLDER);
        try (HubProcess hub = new HubProcess(HOME, settings())) {
            day = new BadDay(town, hub, OUTSIDE, HOME);
            day.begin();
            day.pages();
            day.draws();
            day.constraintRefuses();
            day.withdrawnAndKilled();
            day.registersFail();
            day.registersGarble();
            day.populationFails();
            day.end();
        }
        scan();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(town.settings());
        settings.putAll(OUTSIDE.settings(town.areas()));
        settings.put("spring.main.sources", "dk.samblik.browser.TestSignIn");
        settings.put("server.servlet.session.cookie.name", "samblik");
        settings.put("server.servlet.session.cookie.secure", "false");
        settings.put("samblik.draw.municipality", "0998");
        settings.put("samblik.run.nightly", "0 0 3 1 1 ? 2099");
        settings.put("samblik.run.look", "200");
        settings.put("samblik.run.chunk", "5");
        settings.put("samblik.run.lease", "5s");
        return settings;
    }

    private static void scan() throws IOException {
        CanaryScan scan = CanaryScan.of(town.markers());
        findings = scan.scan(HOME);
        CAMPAIGN.figure(
                "persons without consent", town.covered().withoutConsent().size());
        CAMPAIGN.figure("their fields with a marker", town.fieldsWithoutConsent());
        CAMPAIGN.figure("markers planted in fields", town.markers().tokensPlanted());
        CAMPAIGN.figure(
                "markers looked for, numbers and their hashes included",
                town.markers().all().size());
        CAMPAIGN.figure("byte strings looked for", scan.needles());
        CAMPAIGN.figure("events", day.events().size());
        CAMPAIGN.figure("files scanned", findings.files());
        CAMPAIGN.figure("bytes scanned", findings.bytes());
        CAMPAIGN.figure("compressed streams opened", findings.streams());
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        town.close();
        OUTSIDE.close();
        if (Boolean.getBoolean("samblik.keep")) {
            return;
        }
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void theDeliveriesLieAsTheyWereDeliveredAndNothingBesideThem() throws IOException {
        try (Stream<Path> lying = Files.walk(town.delivered())) {
            assertThat(lying.map(path -> town.delivered().relativize(path).toString()))
                    .allMatch(path -> path.matches(
                            "|jobcenter(/JC_\\w+\\.(csv|txt))?|bolig(/BOLIG_\\w+\\.csv)?|cpr(/[SD]\\d{6}\\.L\\d+)?"));
        }
    }

    private static List<Hit> some(List<Hit> hits) {
        return hits.subList(0, Math.min(hits.size(), TOLD));
    }

    private static boolean page(Hit hit) {
        Path within = HOME.relativize(hit.file());
        return within.startsWith("pages") || within.startsWith("pages-after");
    }

    @Test
    void nothingThatNoConsentCoversIsInAnyByteTheHubHasWritten() {
        List<Hit> hits = findings.hits().stream()
                .filter(hit -> hit.marker().reach() == Reach.NOWHERE)
                .toList();

        CAMPAIGN.figure("hits of what may come nowhere", hits.size());
        assertThat(some(hits)).isEmpty();
    }

    @Test
    void whatATeamIsShownIsOnItsPagesAndNowhereAtRest() {
        List<Hit> shown = findings.hits().stream()
                .filter(hit -> hit.marker().reach() == Reach.PAGES)
                .toList();
        List<Hit> atRest = shown.stream().filter(hit -> !page(hit)).toList();

        CAMPAIGN.figure("hits at rest of what pages show", atRest.size());
        CAMPAIGN.figure(
                "different markers recognised on pages",
                shown.stream().map(Hit::marker).distinct().count());
        assertThat(some(atRest)).isEmpty();
        assertThat(shown.stream().map(hit -> hit.marker().register()).distinct())
                .as("the scan recognises what is shown, from every register")
                .containsExactlyInAnyOrder("folkeregister", "jobcenter", "boern-og-unge", "social", "bolig", "typed");
    }

    private static List<Marker> answered(String system) {
        return findings.hits().stream()
                .filter(hit -> HOME.relativize(hit.file()).startsWith(Path.of("pages", system)))
                .map(Hit::marker)
                .distinct()
                .toList();
    }

    @Test
    void anotherSystemIsAnsweredWhatItMayKnow() {
        assertThat(answered(Outside.OWN))
                .extracting(Marker::register)
                .as("the scan recognises what it is answered, from every register")
                .contains("folkeregister", "jobcenter", "boern-og-unge", "social", "bolig");
        assertThat(answered(Outside.TENANCY)).extracting(Marker::register).contains("bolig");
        assertThat(answered(Outside.TENANCY))
                .filteredOn(marker -> !List.of("folkeregister", "bolig").contains(marker.register()))
                .extracting(Marker::person)
                .as("more than the tenancy is for whom a consent names")
                .isSubsetOf(town.naming(Outside.ASSOCIATION));
        assertThat(answered(Outside.ONE_AREA))
                .extracting(Marker::person)
                .isNotEmpty()
                .isSubsetOf(town.livingIn(town.areas().get(0)));
        assertThat(answered(Outside.OPERATIONS)).isEmpty();
        CAMPAIGN.figure(
                "different markers answered to other systems",
                answered(Outside.OWN).size());
    }

    @Test
    void noAddressHeaderTitleWebhookOrSpanNamesAnybody() {
        assertThat(OUTSIDE.traced())
                .as("spans of runs, chunks and questions came")
                .contains("samblik.run", "samblik.register", "boern-og-unge", "chunk", "samblik.fault");
        assertThat(List.of("view.published", "consent.withdrawn", "source.stale", "run.finished"))
                .allMatch(OUTSIDE::told);
        assertThat(findings.hits())
                .filteredOn(hit -> HOME.relativize(hit.file()).startsWith("answers"))
                .isEmpty();
    }

    @Test
    void nobodyWhoHasWithdrawnIsOnAPageAfterwards() {
        assertThat(day.withdrawn()).isNotEmpty();
        assertThat(findings.hits())
                .filteredOn(hit -> HOME.relativize(hit.file()).startsWith("pages-after"))
                .noneMatch(hit -> day.withdrawn().contains(hit.marker().person()));
    }

    @Test
    void everythingHappenedThatWasMeantTo() {
        assertThat(town.covered().withoutConsent()).hasSizeGreaterThanOrEqualTo(CAMPAIGN.tier(100, 1_000));
        assertThat(town.fieldsWithoutConsent()).isGreaterThanOrEqualTo(CAMPAIGN.tier(1_200, 12_000));
        assertThat(day.failed()).as("households the database refused").isPositive();
        assertThat(day.events())
                .contains(
                        "import: true",
                        "withdrawal: true",
                        "night without jobcenter: DONE_WITH_GAPS",
                        "night without bolig: DONE_WITH_GAPS",
                        "night without boern-og-unge: DONE_WITH_GAPS",
                        "night without social: DONE_WITH_GAPS",
                        "night without the population register: FAILED",
                        "refresh with a register that errs: DONE_WITH_GAPS",
                        "refresh with an answer that breaks off: DONE_WITH_GAPS")
                .anyMatch(event -> event.matches("draw: (\\d+) shown of \\1 drawn"))
                .anyMatch(event -> event.matches("night with every register down: DONE_WITH_GAPS"))
                .anyMatch(event -> event.matches("kill and restart in mid-night after a withdrawal: DONE.*"))
                .anyMatch(event -> event.matches("last night: DONE.*"));
    }

    @Test
    void theScanFindsWhatIsPlantedAmongTheseFiles() throws IOException {
        PositiveControl control = new PositiveControl(new Random(CAMPAIGN.seed()));
        int planted = control.plant(List.of(
                HOME.resolve("work/data/pgdata/pg_wal"),
                HOME.resolve("work/data/pgdata/base"),
                HOME.resolve("logs"),
                HOME.resolve("tmp"),
                HOME.resolve("pages")));

        Findings found = CanaryScan.of(control.markers()).scan(HOME);
        control.clear();

        CAMPAIGN.figure("positives planted", planted);
        CAMPAIGN.figure("positives found", planted - control.missed(found).size());
        assertThat(control.missed(found)).isEmpty();
    }
}
