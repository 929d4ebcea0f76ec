package dk.samblik.campaign.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.demo.WorldSize;
import dk.samblik.household.Cpr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * IT does its whole job blind: one day of all its tasks, with every page, answer, output, log, metric and row kept that it
 * came to see, and searched for anything of anybody.
 */
class BlindDayIT {

    private static final Campaign CAMPAIGN = Campaign.named("blind-day");
    private static final Path FOLDER =
            Path.of("target", "blind-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{6}-?\\d{4}(?![\\w-])");

    private static MarkedTown town;
    private static BlindDay day;

    @BeforeAll
    static void live() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        town = new MarkedTown(CAMPAIGN.seed(), WorldSize.TINY, FOLDER.resolve("town"));
        day = new BlindDay(town, FOLDER);
        day.live();
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        town.close();
        day.close();
        if (!Boolean.getBoolean("samblik.keep")) {
            FileSystemUtils.deleteRecursively(FOLDER);
        }
    }

    @Test
    void everyTaskIsDoneAsItIsMeantTo() {
        CAMPAIGN.figure("tasks", day.done().size());
        assertThat(day.done()).containsExactlyInAnyOrder(BlindDay.Task.values());
        assertThat(day.unexpected()).isEmpty();
    }

    @Test
    void nothingThatWasSeenHoldsAnythingOfAnybody() throws IOException {
        CanaryScan scan = CanaryScan.of(town.markers());
        Findings findings = scan.scan(day.seen());

        CAMPAIGN.figure("files seen", findings.files());
        CAMPAIGN.figure("bytes seen", findings.bytes());
        CAMPAIGN.figure("markers seen", findings.hits().size());
        assertThat(findings.hits()).isEmpty();
        assertThat(numbers()).as("numbers that may be somebody's").isEmpty();
    }

    /** A scan that could find nothing would prove nothing. */
    @Test
    void aMarkerAndANumberAmongWhatWasSeenWouldBeFound() throws IOException {
        Path planted = day.seen().resolve("planted.txt");
        Marker marker = town.markers().all().stream()
                .filter(one ->
                        one.form() instanceof Marker.Words && !one.field().equals("CPR"))
                .findFirst()
                .orElseThrow();
        Files.writeString(planted, ((Marker.Words) marker.form()).text() + " 120385-9900");
        try {
            assertThat(CanaryScan.of(town.markers()).scan(planted).hits()).isNotEmpty();
            assertThat(numbers()).hasSize(1);
        } finally {
            Files.delete(planted);
        }
    }

    private static List<String> numbers() throws IOException {
        try (Stream<Path> files = Files.walk(day.seen())) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> NUMBER.matcher(text(file))
                            .results()
                            .filter(found -> Cpr.read(found.group()).isPresent())
                            .map(found -> day.seen().relativize(file) + " at " + found.start()))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
