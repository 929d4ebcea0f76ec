package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.draw.Tally.Cell;
import dk.samblik.draw.Tally.What;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Counts as they are told: none under five, and no sum from which one could be worked out. */
class TallyTest {

    private static final int BELOW = 5;

    private static Map<String, Map<What, Cell>> told(List<Integer> areas) {
        Tally tally = new Tally(
                IntStream.range(0, areas.size()).mapToObj(TallyTest::area).toList());
        for (int area = 0; area < areas.size(); area++) {
            for (int n = 0; n < areas.get(area); n++) {
                tally.add(area(area), What.ELIGIBLE);
            }
        }
        return tally.told(BELOW);
    }

    private static String area(int number) {
        return "Område " + number;
    }

    private static Integer number(Map<String, Map<What, Cell>> told, String area) {
        return told.get(area).get(What.ELIGIBLE).households();
    }

    @Test
    void fiveAreToldAndFourAreNot() {
        assertThat(number(told(List.of(5, 7)), area(0))).isEqualTo(5);
        assertThat(number(told(List.of(5, 7)), Tally.ALL)).isEqualTo(12);
        assertThat(number(told(List.of(4, 7)), area(0))).isNull();
    }

    @Test
    void aSumThatWouldTellTheOneLeftOutIsNotTold() {
        assertThat(number(told(List.of(4, 7)), Tally.ALL)).isNull();
        assertThat(number(told(List.of(4, 4)), Tally.ALL)).isNull();
    }

    @Test
    void nobodyIsFewerThanFiveToo() {
        assertThat(number(told(List.of(0, 7)), area(0))).isNull();
        assertThat(number(told(List.of(9, 7)), area(1))).isEqualTo(7);
        assertThat(told(List.of(9, 7)).get(area(0)).get(What.ENROLLED).households())
                .isNull();
    }

    /** Somebody who knows everything told, and the rule, can think of two numbers for each that is held back. */
    @Property
    void noNumberThatIsHeldBackCanBeWorkedOut(@ForAll @Size(min = 2, max = 4) List<@IntRange(max = 9) Integer> areas) {
        Map<String, Map<What, Cell>> told = told(areas);
        for (int area = 0; area < areas.size(); area++) {
            if (number(told, area(area)) == null) {
                int hidden = area;
                assertThat(IntStream.range(0, BELOW)
                                .filter(guess ->
                                        told(with(areas, hidden, guess)).equals(told))
                                .count())
                        .isEqualTo(BELOW);
            }
        }
    }

    private static List<Integer> with(List<Integer> areas, int at, int number) {
        return IntStream.range(0, areas.size())
                .mapToObj(area -> area == at ? number : areas.get(area))
                .toList();
    }
}
