package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.draw.Lot.Outcome;
import dk.samblik.draw.Lot.Place;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lot: the same again by anybody, to each area its share, and to nobody more than another over 2,000 seeds. */
class LotTest {

    private static final int SEEDS = 2_000;
    private static final int WANTED = 30;

    /** Three areas of 20, 40 and 60 households, whose keys stand side by side in the sorted list. */
    private static final SortedMap<String, String> POPULATION = population();

    private static SortedMap<String, String> population() {
        SortedMap<String, String> areas = new TreeMap<>();
        for (int n = 0; n < 120; n++) {
            areas.put(key(n), n < 20 ? "Nord" : n < 60 ? "Syd" : "Vest");
        }
        return areas;
    }

    private static String key(int n) {
        return HexFormat.of().formatHex(ByteBuffer.allocate(32).putInt(28, n).array());
    }

    @Test
    void theSameSeedDrawsTheSameWhateverOrderTheHouseholdsCameIn() {
        Map<String, String> shuffled = new HashMap<>(POPULATION);

        assertThat(new Lot("48213", shuffled).draw(WANTED, 10))
                .isEqualTo(new Lot("48213", POPULATION).draw(WANTED, 10));
        assertThat(new Lot("48214", POPULATION).draw(WANTED, 10))
                .isNotEqualTo(new Lot("48213", POPULATION).draw(WANTED, 10));
    }

    /** By sha256sum, "1" and 32 zero bytes give 0df9…, "1" and 32 bytes ff give 8dc0…. */
    @Test
    void theOrderIsThatOfTheHashOfSeedAndKey() {
        Map<String, String> two = Map.of("00".repeat(32), "Nord", "ff".repeat(32), "Nord");

        assertThat(new Lot("1", two).draw(2, 0).drawn())
                .extracting(Place::key)
                .containsExactly("00".repeat(32), "ff".repeat(32));
    }

    @Test
    void eachAreaGetsItsShareByLargestRemainders() {
        assertThat(Lot.shares(new TreeMap<>(Map.of("Nord", 20, "Syd", 40, "Vest", 60)), 30))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("Nord", 5, "Syd", 10, "Vest", 15)));
        // 7 of 10, 10 and 10: 2.33 each; the one that is left goes by name
        assertThat(Lot.shares(new TreeMap<>(Map.of("Nord", 10, "Syd", 10, "Vest", 10)), 7))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("Nord", 3, "Syd", 2, "Vest", 2)));
        // 5 of 9 and 4: 3.46 and 1.54; the one that is left goes to the larger remainder
        assertThat(Lot.shares(new TreeMap<>(Map.of("Nord", 9, "Syd", 4)), 5))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("Nord", 3, "Syd", 2)));
    }

    @Test
    void noMoreAreDrawnThanThereAre() {
        Outcome outcome = new Lot("1", POPULATION).draw(115, 10);

        assertThat(outcome.drawn()).hasSize(115);
        assertThat(outcome.control()).hasSize(5);
        assertThat(Stream.concat(outcome.drawn().stream(), outcome.control().stream())
                        .map(Place::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsDrawnMoreOftenForTheAreaOrForThePlaceInTheList() {
        Map<String, Integer> times = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Place> drawn =
                    new Lot(Integer.toString(seed), POPULATION).draw(WANTED, 0).drawn();
            drawn.forEach(place -> times.merge(place.key(), 1, Integer::sum));
            first.merge(drawn.get(0).key(), 1, Integer::sum);
        }
        // Drawing without putting back makes the counts tighter than Pearson's; the factor undoes it (Cochran 1952).
        double tighter = (POPULATION.size() - 1.0) / (POPULATION.size() - WANTED);

        assertThat(chiSquare(times, 500) * tighter).isLessThan(limit(119));
        assertThat(chiSquare(first, SEEDS / 120.0)).isLessThan(limit(119));
        assertThat(byTenth(times)).isLessThan(limit(9));
    }

    /** A lot that favours the beginning of the list is found. */
    @Test
    void aBiasOfThreePerCentWouldBeSeen() {
        Map<String, Integer> times = new HashMap<>();
        POPULATION.keySet().forEach(key -> times.put(key, times.size() < 60 ? 530 : 470));

        assertThat(byTenth(times)).isGreaterThan(limit(9));
    }

    private static double byTenth(Map<String, Integer> times) {
        List<String> keys = new ArrayList<>(POPULATION.keySet());
        Map<String, Integer> tenths = new HashMap<>();
        times.forEach((key, count) -> tenths.merge("" + keys.indexOf(key) / 12, count, Integer::sum));
        return chiSquare(tenths, SEEDS * WANTED / 10.0);
    }

    private static double chiSquare(Map<String, Integer> counts, double expected) {
        long cells =
                Math.round(counts.values().stream().mapToInt(Integer::intValue).sum() / expected);
        double seen = counts.values().stream()
                .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                .sum();
        return seen + (cells - counts.size()) * expected;
    }

    /** The value that chi-square exceeds once in a thousand, by Wilson and Hilferty. */
    private static double limit(int degrees) {
        double part = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - part + 3.09 * Math.sqrt(part), 3);
    }
}
