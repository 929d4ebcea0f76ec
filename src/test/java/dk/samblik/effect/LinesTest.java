package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.effect.release.Table;
import dk.samblik.household.CivilClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the page shows and what the file holds, cell by cell. */
class LinesTest {

    private static final dk.samblik.programme.Programme PROGRAMME =
            dk.samblik.programme.Programmes.in(Path.of("programmes")).of("FREMSKUDT");

    private static final String HIDDEN = "vises ikke";

    private static dk.samblik.team.Words words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Clock clock = Clock.fixed(Instant.parse("2026-03-12T05:30:00Z"), ZoneOffset.UTC);
        return new dk.samblik.team.Words(messages, Locale.forLanguageTag("da"), new CivilClock(clock));
    }

    /** With few people everything but a row is hidden in both, on the page in few words; with many nothing is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void pageAndFileAgreeCellByCell(int divide) {
        List<Releases.Kept> all = EffectGallery.releases(divide);
        Release release = all.get(0).release();
        IndicatorFile file = new Indicators(Path.of("indicators")).of(PROGRAMME);
        EffectScreen screen = new EffectScreen(words(), PROGRAMME, file, all, all.get(0), null);
        List<String> page = screen.measures().stream()
                .flatMap(measure -> measure.rows().stream())
                .filter(row -> !row.count().equals(HIDDEN))
                .map(row -> row.area() + "|" + row.count().replace(".", "") + "|"
                        + row.percent().replaceAll("[^0-9,]", "").replace(',', '.'))
                .toList();

        List<String> inFile = csv(release)
                .filter(cells -> !cells[6].equals("true"))
                .sorted((one, other) -> Integer.compare(place(file, one[2]), place(file, other[2])))
                .map(cells -> {
                    String count = cells[12].isEmpty() ? cells[10] : cells[12].replace(".", ",");
                    String percent = cells[11].replace(".0", "");
                    return (cells[5].isEmpty() ? "I alt" : cells[5]) + "|" + count + "|"
                            + (!cells[12].isEmpty() ? "" : percent.isEmpty() ? "20" : percent);
                })
                .toList();

        assertThat(page).hasSizeGreaterThan(divide == 1 ? 10 : -1).containsExactlyElementsOf(inFile);
        assertThat(screen.measures().stream()
                        .flatMap(measure -> measure.rows().stream())
                        .filter(row -> row.count().equals(HIDDEN)))
                .allMatch(row -> row.of().equals(HIDDEN) && row.percent().equals(HIDDEN))
                .doesNotHaveDuplicates();
        assertThat(csv(release).filter(cells -> cells[6].equals("true")))
                .allSatisfy(cells -> assertThat(cells[7] + cells[8] + cells[10] + cells[11] + cells[12])
                        .isEmpty());
    }

    /** Two of 38 are not active, and two have stopped: both are hidden in both. */
    @Test
    void theWayInAndOutIsInTheFileAsOnThePage() {
        List<Releases.Kept> all = EffectGallery.releases(1);
        IndicatorFile file = new Indicators(Path.of("indicators")).of(PROGRAMME);
        EffectScreen screen = new EffectScreen(words(), PROGRAMME, file, all, all.get(0), null);

        List<String> lines = lines(all.get(0).release())
                .filter(line -> line.contains(EffectCsv.FLOW))
                .toList();

        assertThat(lines)
                .containsExactly(
                        "FREMSKUDT;2025-H2;FLOW;;;;false;64;;NEW;;;",
                        "FREMSKUDT;2025-H2;FLOW;;;;false;41;;YES;;;",
                        "FREMSKUDT;2025-H2;FLOW;;;;true;;;CONSENT_GIVEN;;;",
                        "FREMSKUDT;2025-H2;FLOW;;;;false;36;;ACTIVE;;;",
                        "FREMSKUDT;2025-H2;FLOW;;;;true;;;ENDED;;;");
        assertThat(screen.flow().get(0).households())
                .isEqualTo(lines.stream()
                        .map(line -> line.split(";", -1)[7])
                        .map(households -> households.isEmpty() ? HIDDEN : households)
                        .toList());
    }

    /** Areas are named by people in a file of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+4512345678", "-1", "@SUM(A1)", "=1;2"})
    void anAreaThatWouldBeAFormulaIsText(String area) {
        Table table = new Table("H1", List.of("yes"), List.of(new Table.Row(area, null)), null);
        Half half = new Half(2025, 2);
        Release release = new Release(
                "FREMSKUDT",
                half,
                "2026-1",
                5,
                List.of(new Release.Figure("H1", 0, half, table, null, null)),
                List.of(),
                Map.of());

        assertThat(new String(EffectCsv.of(release), StandardCharsets.UTF_8))
                .contains("'" + area)
                .doesNotContain(";" + area, "\"" + area);
    }

    private static int place(IndicatorFile file, String code) {
        return file.indicators().indexOf(file.find(code).orElseThrow());
    }

    /** The figures' lines. */
    private static Stream<String[]> csv(Release release) {
        return lines(release).map(line -> line.split(";", -1)).filter(cells -> !cells[2].equals(EffectCsv.FLOW));
    }

    private static Stream<String> lines(Release release) {
        return new String(EffectCsv.of(release), StandardCharsets.UTF_8).lines().skip(1);
    }
}
