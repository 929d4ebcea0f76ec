package dk.samblik.effect.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in and out, with the limit 5: {@code -} is hidden. */
class StageTest {

    private static final List<String> STEPS = List.of("NEW", "YES", "ACTIVE", "ENDED");

    @ParameterizedTest
    @CsvSource({
        // plain
        "60 40 30 8, 60 40 30 8",
        // fewer than five
        "60 40 30 4, 60 40 30 -",
        // three of 41 said yes and are not active
        "60 41 38 8, 60 41 - 8",
        // the hidden one is no measure of the next: 41 and 36 are five apart
        "60 41 38 36, 60 41 - 36",
        // nobody differs, so nobody is told of
        "60 41 41 8, 60 41 41 8",
        // more than before
        "60 63 40 8, 60 - 40 8",
        "0 0 0 0, - - - -",
        "4 5 9 12, - 5 - 12"
    })
    void whatTellsOfFewIsHidden(String counts, String shown) {
        Map<String, Integer> came = new HashMap<>();
        for (int step = 0; step < STEPS.size(); step++) {
            came.put(STEPS.get(step), Integer.valueOf(counts.split(" ")[step]));
        }

        assertThat(Stage.shown(STEPS, came, 5))
                .extracting(stage ->
                        stage.households() == null ? "-" : stage.households().toString())
                .containsExactly(shown.split(" "));
    }
}
