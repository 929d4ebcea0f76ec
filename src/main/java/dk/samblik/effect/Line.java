package dk.samblik.effect;

import dk.samblik.effect.Release.Figure;
import dk.samblik.effect.release.Cell;
import dk.samblik.effect.release.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a release. Page, file and interface are made of these lines and of nothing else, so that they hide alike.
 * {@code area} is empty for the total. A null is hidden, but {@code median} is null where the figure has none, and {@code
 * part}, {@code count} and {@code percent} where it has.
 */
public record Line(
        String indicator,
        int k,
        String cohort,
        String area,
        boolean hidden,
        @Nullable Integer households,
        @Nullable Integer persons,
        @Nullable String part,
        @Nullable Integer count,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal median) {

    /** The lines of a release, in its order: areas, then the total. */
    public static List<Line> of(Release release) {
        List<Line> lines = new ArrayList<>();
        release.figures().forEach(figure -> lines.addAll(of(figure)));
        return lines;
    }

    private static List<Line> of(Figure figure) {
        Table table = figure.table();
        if (table == null) {
            boolean hidden = figure.median() == null;
            return List.of(new Line(
                    figure.indicator(),
                    figure.k(),
                    figure.cohort().toString(),
                    "",
                    hidden,
                    null,
                    figure.counted(),
                    null,
                    null,
                    null,
                    figure.median()));
        }
        List<Line> lines = new ArrayList<>();
        table.areas().forEach(row -> lines.addAll(of(figure, table, row.area(), row.cell())));
        lines.addAll(of(figure, table, "", table.total()));
        return lines;
    }

    private static List<Line> of(Figure figure, Table table, String area, @Nullable Cell cell) {
        String cohort = figure.cohort().toString();
        return table.parts().stream()
                .map(part -> cell == null
                        ? new Line(
                                figure.indicator(), figure.k(), cohort, area, true, null, null, part, null, null, null)
                        : new Line(
                                figure.indicator(),
                                figure.k(),
                                cohort,
                                area,
                                false,
                                cell.households(),
                                cell.persons(),
                                part,
                                cell.in(part),
                                cell.percent(part).orElse(null),
                                null))
                .toList();
    }
}
