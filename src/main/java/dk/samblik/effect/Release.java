package dk.samblik.effect;

import dk.samblik.effect.release.Stage;
import dk.samblik.effect.release.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was released of a half-year, frozen. For B and each F_k it holds those who were enrolled so many halves before, so that
 * everybody is in one release for each of them, and no release can be subtracted from another. {@code flow} is the way of
 * households into the programme and out of it in this half-year; {@code toldUntil} the last month, as {@code 2026-06}, that
 * the sources of a figure had told anything of.
 */
public record Release(
        String programme,
        Half half,
        String version,
        int suppressBelow,
        List<Figure> figures,
        List<Stage> flow,
        Map<String, String> toldUntil) {

    /** The steps of the way in and out that are told of. */
    static final List<String> STEPS = List.of("NEW", "YES", "CONSENT_GIVEN", "ACTIVE", "ENDED");

    public Release {
        figures = List.copyOf(figures);
        flow = flow == null ? List.of() : List.copyOf(flow);
        toldUntil = toldUntil == null ? Map.of() : new TreeMap<>(toldUntil);
    }

    /**
     * One figure at B (0) or F_k of those enrolled in {@code cohort}. {@code table} is null where a median is shown instead,
     * {@code median} where it is not, or too few are counted; {@code counted} is how many the median is of.
     */
    public record Figure(
            String indicator,
            int k,
            Half cohort,
            @Nullable Table table,
            @Nullable BigDecimal median,
            @Nullable Integer counted) {}
}
