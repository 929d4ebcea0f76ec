package dk.samblik.effect;

import dk.samblik.effect.EffectStore.Of;
import dk.samblik.effect.Indicator.About;
import dk.samblik.effect.Release.Figure;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Median;
import dk.samblik.effect.formula.Progress;
import dk.samblik.effect.release.Counted;
import dk.samblik.effect.release.Stage;
import dk.samblik.effect.release.Suppression;
import dk.samblik.effect.release.Suppression.Full;
import dk.samblik.programme.Area;
import dk.samblik.programme.Programme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a release of the series: a pure function, and the same for the same series. */
final class Releasing {

    /** B and the follow-ups of three years. */
    static final int LAST = 6;

    private static final int MEDIAN_BASE = 10;

    private final Programme programme;
    private final IndicatorFile file;
    private final Map<Indicator, Map<Of, Series>> series;

    private Releasing(Programme programme, IndicatorFile file, Map<Indicator, Map<Of, Series>> series) {
        this.programme = programme;
        this.file = file;
        this.series = series;
    }

    /** The release of this half-year; {@code came} is how many households came to each step in it. */
    static Release of(
            Programme programme,
            IndicatorFile file,
            Map<Indicator, Map<Of, Series>> series,
            Half half,
            Map<String, Integer> came) {
        Releasing releasing = new Releasing(programme, file, series);
        List<Figure> figures = new ArrayList<>();
        for (int k = 0; k <= LAST; k++) {
            for (About about : About.values()) {
                figures.addAll(releasing.figures(k, half.minus(k), about));
            }
        }
        return new Release(
                programme.code(),
                half,
                file.version(),
                file.suppressBelow(),
                figures,
                Stage.shown(Release.STEPS, came, file.suppressBelow()),
                releasing.toldUntil(half));
    }

    /** By figure; what registers do not tell of has no such month. */
    private Map<String, String> toldUntil(Half half) {
        Map<String, String> told = new TreeMap<>();
        series.forEach((indicator, all) -> all.values().stream()
                .filter(one -> indicator.formula().fromRegisters())
                .flatMap(one -> Stream.concat(Stream.of(one), one.parents().stream()))
                .flatMap(one -> one.months().keySet().stream())
                .filter(month -> !month.isAfter(half.last()))
                .max(Comparator.naturalOrder())
                .ifPresent(month -> told.put(indicator.code(), month.toString())));
        return told;
    }

    private List<Figure> figures(int k, Half cohort, About about) {
        List<Full> full = file.indicators().stream()
                .filter(one -> one.about() == about && !one.parts().isEmpty())
                .filter(one -> k > 0 || one.changedBy() == null)
                .map(one -> new Full(one.code(), one.parts(), counted(one, k, cohort), null))
                .filter(table -> !table.people().isEmpty())
                .toList();
        List<String> areas = programme.areas().stream().map(Area::name).toList();
        Stream<Figure> tables = Suppression.released(full, areas, file.suppressBelow()).stream()
                .map(table -> new Figure(table.indicator(), k, cohort, table, null, null));
        Stream<Figure> medians = file.indicators().stream()
                .filter(one -> one.about() == about && one.parts().isEmpty())
                .flatMap(one -> median(one, k, cohort).stream());
        return Stream.concat(tables, medians).toList();
    }

    private Stream<Map.Entry<Of, Series>> of(Indicator indicator, Half cohort) {
        return series.getOrDefault(indicator, Map.of()).entrySet().stream()
                .filter(one -> Half.of(one.getKey().enrolled()).equals(cohort));
    }

    private List<Counted> counted(Indicator indicator, int k, Half cohort) {
        return of(indicator, cohort)
                .flatMap(one -> part(indicator, one.getValue(), k)
                        .map(part ->
                                new Counted(one.getKey().area(), one.getKey().household(), part))
                        .stream())
                .toList();
    }

    /** Which answer is somebody's; none where there is no value. */
    private static Optional<String> part(Indicator indicator, Series series, int k) {
        if (indicator.reached() != null) {
            Measured value = series.at(k);
            return value.sufficient() ? Optional.of(indicator.reached().holds(value) ? "yes" : "no") : Optional.empty();
        }
        return change(indicator, series, k).map(change -> change.name().toLowerCase(Locale.ROOT));
    }

    /** What became of a figure since the baseline; empty where either has no value or nothing counts as a change. */
    static Optional<Progress.Change> change(Indicator indicator, Series series, int k) {
        return indicator.changedBy() == null || indicator.good() == null
                ? Optional.empty()
                : Progress.of(series.value(0), series.value(k), indicator.changedBy(), indicator.good());
    }

    /** The median of everybody; not of fewer than ten, nor of few households. */
    private Optional<Figure> median(Indicator indicator, int k, Half cohort) {
        List<Map.Entry<Of, BigDecimal>> values = of(indicator, cohort)
                .flatMap(one -> one.getValue().value(k).map(value -> Map.entry(one.getKey(), value)).stream())
                .toList();
        long households =
                values.stream().map(one -> one.getKey().household()).distinct().count();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean shown = values.size() >= MEDIAN_BASE && households >= file.suppressBelow();
        return Optional.of(new Figure(
                indicator.code(),
                k,
                cohort,
                null,
                shown
                        ? Median.of(values.stream().map(Map.Entry::getValue).toList())
                                .orElse(null)
                        : null,
                shown ? values.size() : null));
    }
}
