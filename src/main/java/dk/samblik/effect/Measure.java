package dk.samblik.effect;

import dk.samblik.effect.Chart.Share;
import dk.samblik.effect.release.Cell;
import dk.samblik.effect.release.Interval;
import dk.samblik.team.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One figure on the page: a sentence with how many it is of, a chart where shares may be shown, and its lines. The chart and
 * the sentence add up the totals of all releases up to the chosen one; the table is the chosen one. {@code late} says that a
 * source was behind; null where none was.
 */
record Measure(
        Words words,
        Indicator indicator,
        List<Line> lines,
        TreeMap<Integer, Cell> totals,
        @Nullable String late) {

    private static final int BASE = 20;
    private static final BigDecimal TEN = BigDecimal.TEN;

    static Measure of(Words words, Indicator indicator, List<Release> releases, Release chosen) {
        TreeMap<Integer, Cell> totals = new TreeMap<>();
        releases.stream()
                .flatMap(release -> release.figures().stream())
                .filter(figure -> figure.indicator().equals(indicator.code()) && figure.table() != null)
                .forEach(figure ->
                        figure.table().shownTotal().ifPresent(cell -> totals.merge(figure.k(), cell, Measure::plus)));
        List<Line> lines = Line.of(chosen).stream()
                .filter(line -> line.indicator().equals(indicator.code()))
                .toList();
        return new Measure(words, indicator, lines, totals, late(words, indicator, chosen));
    }

    /** That the sources had not told of the half-year's last month when it was released. */
    private static @Nullable String late(Words words, Indicator indicator, Release chosen) {
        String told = chosen.toldUntil().get(indicator.code());
        return told == null || told.equals(chosen.half().last().toString())
                ? null
                : words.say("effect.late", words.month(YearMonth.parse(told)));
    }

    /** Different people stand in different releases, so that their cells may be added. */
    private static Cell plus(Cell one, Cell other) {
        TreeMap<String, Integer> parts = new TreeMap<>(one.parts());
        other.parts().forEach((part, count) -> parts.merge(part, count, Integer::sum));
        return new Cell(one.households() + other.households(), one.persons() + other.persons(), parts);
    }

    public String code() {
        return indicator.code();
    }

    public String name() {
        return indicator.name(words.language());
    }

    private String first() {
        return indicator.parts().get(0);
    }

    /** What it comes to, and of how many; or why there is nothing to say. */
    public String sentence() {
        if (indicator.parts().isEmpty()) {
            return lines.stream().anyMatch(line -> !line.hidden())
                    ? words.say(
                            indicator.unit() == Indicator.Unit.COUNT ? "effect.median.sentence" : "effect.median.half")
                    : words.say(lines.isEmpty() ? "effect.not-yet" : "effect.few");
        }
        if (totals.isEmpty()) {
            return words.say(lines.isEmpty() ? "effect.not-yet" : "effect.few");
        }
        Cell last = totals.lastEntry().getValue();
        int k = totals.lastKey();
        String said = indicator.reached() == null ? changed(last, k) : reached(last, k);
        return words.say("effect.of.code", name(), said);
    }

    private String reached(Cell last, int k) {
        Cell before = totals.get(0);
        if (before == null || k == 0) {
            return words.say("effect.reached.alone", share(last), words.number(last.persons()), period(k));
        }
        Interval difference =
                Interval.difference(before.in(first()), before.persons(), last.in(first()), last.persons());
        String chance = difference.spansZero() ? " " + words.say("effect.chance") : "";
        return words.say(
                        "effect.reached.compared",
                        share(last),
                        words.number(last.persons()),
                        period(k),
                        share(before),
                        words.number(before.persons()))
                + chance;
    }

    private String changed(Cell last, int k) {
        return words.say(
                "effect.changed",
                words.number(last.persons()),
                period(k),
                words.number(last.in("better")),
                words.number(last.in("unchanged")),
                words.number(last.in("worse")));
    }

    /** A share in words: per cent, or the bare number where fewer than twenty are counted. */
    private String share(Cell cell) {
        return cell.percent(first())
                .map(this::percent)
                .orElseGet(() ->
                        words.say("effect.so-many", words.number(cell.in(first())), words.number(cell.persons())));
    }

    String percent(BigDecimal percent) {
        return words.percent(percent.multiply(TEN).intValue());
    }

    String period(int k) {
        return k == 0 ? words.say("effect.before") : words.say("effect.follow-up", k, 6 * k);
    }

    /** The picture; none where no share may be told. */
    public Optional<Chart> chart() {
        List<Share> shares = new ArrayList<>();
        totals.forEach((k, cell) -> {
            if (!indicator.parts().isEmpty() && cell.persons() >= BASE) {
                shares.add(new Share(k, cell.in(first()), cell.persons(), share(cell)));
            }
        });
        return shares.isEmpty() ? Optional.empty() : Optional.of(Chart.of(shares));
    }

    /** What the picture says, for who does not see it. */
    public String described() {
        List<String> said = new ArrayList<>();
        totals.forEach((k, cell) -> {
            if (cell.persons() >= BASE) {
                Interval interval = Interval.of(cell.in(first()), cell.persons());
                said.add(words.say(
                        "effect.chart.point",
                        period(k),
                        share(cell),
                        words.number(cell.persons()),
                        words.percent((int) Math.round(interval.low() * 1000)),
                        words.percent((int) Math.round(interval.high() * 1000))));
            }
        });
        return String.join(" ", said);
    }

    public String chartTitle() {
        return words.say("effect.chart.title", name(), words.say("effect.part." + first()));
    }

    /** The table's rows; the hidden answers of one area and time are one, and where nothing at all is told the sentence says it. */
    public List<Row> rows() {
        if (totals.isEmpty() && lines.stream().allMatch(Line::hidden)) {
            return List.of();
        }
        return lines.stream().map(this::row).distinct().toList();
    }

    /** One row, ready to be shown; {@code null} never stands in it. */
    public record Row(String period, String area, String answer, String count, String of, String percent) {}

    private Row row(Line line) {
        String area = line.area().isEmpty() ? words.say("effect.total") : line.area();
        if (line.hidden()) {
            String hidden = words.say("effect.hidden");
            String all = words.say(line.part() == null ? "effect.median" : "effect.all-answers");
            return new Row(period(line.k()), area, all, hidden, hidden, hidden);
        }
        String answer = line.part() == null ? words.say("effect.median") : words.say("effect.part." + line.part());
        return new Row(
                period(line.k()),
                area,
                answer,
                line.median() != null ? words.decimal(line.median()) : number(line.count()),
                of(line),
                line.percent() == null
                        ? words.say(line.median() == null ? "effect.no-percent" : "effect.no-share")
                        : percent(line.percent()));
    }

    private String of(Line line) {
        if (line.households() == null) {
            return number(line.persons());
        }
        return indicator.about() == Indicator.About.HOUSEHOLD
                ? words.say("effect.households", number(line.households()))
                : words.say("effect.persons", number(line.persons()), number(line.households()));
    }

    private String number(@Nullable Integer number) {
        return number == null ? words.say("effect.hidden") : words.number(number);
    }
}
