package dk.samblik.api;

import dk.samblik.effect.Line;
import dk.samblik.effect.Releases.Kept;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A released half-year, of the same lines as page and file. The names of the lines' parts are those of the file.
 *
 * @param suppressBelow no cell tells of fewer people or households than this
 * @param hash SHA-256 of what was released
 */
record EffectFigures(
        String programme,
        String half,
        Instant releasedAt,
        String formulaVersion,
        int suppressBelow,
        String hash,
        List<Figure> figures,
        List<Stage> flow,
        List<Told> toldUntil,
        List<Correction> corrections) {

    /**
     * One line. {@code followUp} 0 is the half-year before; {@code area} is empty for the total. What is null while {@code
     * suppressed} is hidden; else {@code median} is null where answers are counted, and {@code answer} where they are not.
     */
    record Figure(
            String indicator,
            int followUp,
            String cohort,
            String area,
            boolean suppressed,
            @Nullable Integer households,
            @Nullable Integer persons,
            @Nullable String answer,
            @Nullable Integer count,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal median) {}

    /** How many households came to a step of the way in and out in this half-year; null is hidden. */
    record Stage(String step, @Nullable Integer households) {}

    /** The last month, as 2026-06, that the sources of a figure had told anything of. */
    record Told(String indicator, String month) {}

    /** A figure that would be another today, and not which: a source corrected itself. */
    record Correction(String indicator, int followUp, LocalDate foundOn) {}

    /** Half-years there are, without their figures. */
    record All(List<Item> items) {}

    /** One of them. */
    record Item(String programme, String half, Instant releasedAt) {}

    static EffectFigures of(Kept kept) {
        return new EffectFigures(
                kept.release().programme(),
                kept.release().half().toString(),
                kept.made(),
                kept.release().version(),
                kept.release().suppressBelow(),
                kept.hash(),
                Line.of(kept.release()).stream().map(EffectFigures::figure).toList(),
                kept.release().flow().stream()
                        .map(one -> new Stage(one.step(), one.households()))
                        .toList(),
                kept.release().toldUntil().entrySet().stream()
                        .map(one -> new Told(one.getKey(), one.getValue()))
                        .toList(),
                kept.corrections().stream()
                        .map(one -> new Correction(one.indicator(), one.k(), one.found()))
                        .toList());
    }

    private static Figure figure(Line line) {
        return new Figure(
                line.indicator(),
                line.k(),
                line.cohort(),
                line.area(),
                line.hidden(),
                line.households(),
                line.persons(),
                line.part(),
                line.count(),
                line.percent(),
                line.median());
    }
}
