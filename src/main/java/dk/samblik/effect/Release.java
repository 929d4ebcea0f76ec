package dk.samblik.effect;

import dk.samblik.effect.release.Table;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was released of a half-year, frozen. For B and each F_k it holds those who were enrolled so many halves before, so that
 * everybody is in one release for each of them, and no release can be subtracted from another.
 */
public record Release(String programme, Half half, String version, int suppressBelow, List<Figure> figures) {

    public Release {
        figures = List.copyOf(figures);
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
