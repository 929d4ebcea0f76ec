package dk.samblik.effect.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.effect.release.Suppression.Full;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody with every released table and patience tries to work out a cell that is hidden. */
class AttackerTest {

    private static final int LIMIT = 5;
    private static final List<String> PARTS = List.of("yes", "no");

    /**
     * Every filling of whole numbers that agrees with what is shown is written down, for each count that is hidden. A count
     * with one value in all of them is derived; so is one that is below the limit in all of them.
     */
    @Test
    void nothingHiddenIsDerivedFromFiveHundredReleases() {
        Random random = new Random(20261130);
        int hidden = 0;
        int shown = 0;
        for (int release = 0; release < 500; release++) {
            List<String> areas = areas(2 + random.nextInt(3));
            List<Table> tables = Suppression.released(some(random, areas), areas, LIMIT);
            for (Table table : tables) {
                assertThat(smallCells(table)).as("release %s", release).isEmpty();
                assertThat(derived(table, LIMIT)).as("release %s", release).isEmpty();
                hidden += (int)
                        table.areas().stream().filter(row -> row.cell() == null).count();
                shown += table.areas().size() - hidden(table).size();
            }
        }
        assertThat(hidden).as("areas hidden").isGreaterThan(300);
        assertThat(shown).as("areas shown").isGreaterThan(300);
    }

    /** The attacker derives what hiding the small alone leaves open: else the test above shows nothing. */
    @Test
    void hidingOnlyTheSmallIsBroken() {
        List<Counted> people = new ArrayList<>();
        people.addAll(people("A", 12, 9));
        people.addAll(people("B", 2, 8));
        people.addAll(people("C", 7, 7));
        Table primary = new Table(
                "E1",
                PARTS,
                Stream.of("A", "B", "C")
                        .map(area -> new Table.Row(area, area.equals("B") ? null : cell(people, area)))
                        .toList(),
                Cell.of(people, PARTS));

        assertThat(derived(primary, LIMIT)).containsExactly("B yes", "B no", "B households");
        assertThat(derived(
                        Suppression.released(List.of(full("E1", people)), areas(3), LIMIT)
                                .get(0),
                        LIMIT))
                .isEmpty();
    }

    /**
     * An attacker who knows the rules as well: every possible town is released, and those whose releases look alike are laid
     * side by side. In each such heap a hidden count has several values, and one that is not small.
     */
    @Test
    void knowingTheRulesDoesNotHelp() {
        List<int[]> answers = threeWith(10);
        Map<List<Table>, List<int[]>> alike = new HashMap<>();
        for (int[] yes : answers) {
            for (int[] no : answers) {
                List<Counted> people = new ArrayList<>();
                IntStream.range(0, 3).forEach(at -> people.addAll(people(areas(3).get(at), yes[at], no[at])));
                alike.computeIfAbsent(
                                Suppression.released(List.of(full("E1", people)), areas(3), Suppression.FLOOR),
                                key -> new ArrayList<>())
                        .add(new int[] {yes[0], no[0], yes[1], no[1], yes[2], no[2]});
            }
        }
        List<String> derived = new ArrayList<>();
        alike.forEach((tables, all) -> {
            if (tables.get(0).total() != null) {
                hidden(tables.get(0))
                        .forEach(area -> IntStream.range(0, 2).forEach(part -> {
                            Set<Integer> values = new TreeSet<>(all.stream()
                                    .map(counts -> counts[2 * areas(3).indexOf(area) + part])
                                    .toList());
                            if (values.size() < 2 || values.stream().allMatch(value -> value < Suppression.FLOOR)) {
                                derived.add(tables.get(0).total() + " " + area + " " + values);
                            }
                        }));
            }
        });

        assertThat(derived).isEmpty();
        assertThat(alike.keySet().stream()
                        .filter(tables -> !hidden(tables.get(0)).isEmpty()))
                .hasSizeGreaterThan(50);
    }

    @Test
    void oneTableDoesNotTellWhatAnotherHides() {
        List<Counted> work = new ArrayList<>();
        work.addAll(people("A", 9, 9));
        work.addAll(people("B", 9, 9));
        work.addAll(people("C", 6, 6));
        List<Counted> school = new ArrayList<>();
        school.addAll(people("A", 9, 9));
        school.addAll(people("B", 2, 16));
        school.addAll(people("C", 6, 6));

        List<Table> tables = Suppression.released(List.of(full("E1", work), full("E6", school)), areas(3), LIMIT);

        assertThat(tables).allSatisfy(table -> assertThat(hidden(table)).containsExactly("B", "C"));
        assertThat(tables).allSatisfy(table -> assertThat(table.total()).isNotNull());
    }

    @Test
    void whatIsWithinAnotherIsHiddenWhereTheDifferenceIsSmall() {
        Full any = full("E1", people("A", 12, 12));
        Full half = new Full("E2", PARTS, people("A", 9, 15), "E1");
        Full less = new Full("E2", PARTS, people("A", 7, 17), "E1");

        assertThat(Suppression.released(List.of(any, half), List.of("A"), LIMIT)
                        .get(1)
                        .total())
                .isNull();
        assertThat(Suppression.released(List.of(any, less), List.of("A"), LIMIT)
                        .get(1)
                        .total())
                .isNotNull();
    }

    @Test
    void manyPersonsOfFewHouseholdsAreFew() {
        List<Counted> people = IntStream.range(0, 20)
                .mapToObj(at -> new Counted("A", "h" + at % 4, at % 2 == 0 ? "yes" : "no"))
                .toList();

        assertThat(Suppression.released(List.of(full("E1", people)), List.of("A"), LIMIT)
                        .get(0)
                        .total())
                .isNull();
    }

    @Test
    void aLimitBelowTheFloorIsRefused() {
        assertThatThrownBy(() -> Suppression.released(List.of(), List.of("A"), 2))
                .hasMessage("a cell is never shown of fewer than 3");
    }

    @Test
    void aPercentageNeedsTwenty() {
        assertThat(Cell.of(people("A", 9, 10), PARTS).percent("yes")).isEmpty();
        // 9/20 = 45 %
        assertThat(Cell.of(people("A", 9, 11), PARTS).percent("yes").orElseThrow())
                .isEqualByComparingTo("45.0");
    }

    /** 15 of 50 and 10 of 50, by Newcombe's worked formulas: Wilson 0,191 to 0,438 and 0,112 to 0,330. */
    @Test
    void intervalsAreThoseOfTheBook() {
        assertThat(rounded(Interval.of(15, 50))).isEqualTo("0.191 0.438");
        assertThat(rounded(Interval.of(10, 50))).isEqualTo("0.112 0.330");
        assertThat(Interval.difference(10, 50, 15, 50).spansZero()).isTrue();
        assertThat(Interval.difference(5, 50, 25, 50).spansZero()).isFalse();
        assertThat(rounded(Interval.of(0, 20))).isEqualTo("0.000 0.161");
    }

    private static String rounded(Interval interval) {
        return String.format(java.util.Locale.ROOT, "%.3f %.3f", interval.low(), interval.high());
    }

    private static List<Full> some(Random random, List<String> areas) {
        List<Full> tables = new ArrayList<>();
        int most = 4 + random.nextInt(12);
        for (int table = 0; table < 1 + random.nextInt(3); table++) {
            List<String> parts = random.nextInt(3) == 0 ? List.of("better", "unchanged", "worse") : PARTS;
            List<Counted> people = new ArrayList<>();
            for (String area : areas) {
                for (String part : parts) {
                    int count = random.nextInt(most) + (random.nextInt(4) == 0 ? 0 : LIMIT);
                    for (int one = 0; one < count; one++) {
                        people.add(new Counted(area, area + random.nextInt(6 * most), part));
                    }
                }
            }
            tables.add(new Full("T" + table, parts, people, null));
        }
        return tables;
    }

    private static List<String> smallCells(Table table) {
        List<Cell> cells = new ArrayList<>(table.areas().stream()
                .flatMap(row -> Stream.ofNullable(row.cell()))
                .toList());
        table.shownTotal().ifPresent(cells::add);
        return cells.stream()
                .filter(cell -> cell.households() < LIMIT
                        || cell.parts().values().stream().anyMatch(count -> count < LIMIT))
                .map(Cell::toString)
                .toList();
    }

    /** The hidden counts that have one value, or only small ones, in every filling that agrees with the table. */
    private static List<String> derived(Table table, int limit) {
        List<String> derived = new ArrayList<>();
        for (String area : hidden(table)) {
            table.parts().forEach(part -> derive(table, area, cell -> cell.in(part), part, limit, derived));
            derive(table, area, Cell::households, "households", limit, derived);
        }
        return derived;
    }

    private static void derive(
            Table table, String area, ToIntFunction<Cell> count, String name, int limit, List<String> derived) {
        Cell total = table.total();
        if (total == null) {
            return;
        }
        List<String> hidden = hidden(table);
        int rest = count.applyAsInt(total)
                - table.areas().stream()
                        .flatMap(row -> Stream.ofNullable(row.cell()))
                        .mapToInt(count)
                        .sum();
        Set<Integer> values = new TreeSet<>();
        fill(hidden.size(), rest, new int[hidden.size()], 0, filling -> values.add(filling[hidden.indexOf(area)]));
        if (values.size() < 2 || values.stream().allMatch(value -> value < limit)) {
            derived.add(area + " " + name);
        }
    }

    private static void fill(int areas, int rest, int[] filling, int at, Function<int[], ?> take) {
        if (at == areas - 1) {
            filling[at] = rest;
            take.apply(filling);
            return;
        }
        for (int value = 0; value <= rest; value++) {
            filling[at] = value;
            fill(areas, rest - value, filling, at + 1, take);
        }
    }

    private static List<String> hidden(Table table) {
        return table.areas().stream()
                .filter(row -> row.cell() == null)
                .map(Table.Row::area)
                .toList();
    }

    /** Every three numbers that are together no more than this, so that no heap lacks a town. */
    private static List<int[]> threeWith(int most) {
        List<int[]> all = new ArrayList<>();
        for (int first = 0; first <= most; first++) {
            for (int second = 0; first + second <= most; second++) {
                for (int third = 0; first + second + third <= most; third++) {
                    all.add(new int[] {first, second, third});
                }
            }
        }
        return all;
    }

    private static List<String> areas(int number) {
        return List.of("A", "B", "C", "D").subList(0, number);
    }

    private static Full full(String indicator, List<Counted> people) {
        return new Full(indicator, PARTS, people, null);
    }

    private static Cell cell(List<Counted> people, String area) {
        return Cell.of(people.stream().filter(one -> one.area().equals(area)).toList(), PARTS);
    }

    /** Each in a household alone. */
    private static List<Counted> people(String area, int yes, int no) {
        return IntStream.range(0, yes + no)
                .mapToObj(at -> new Counted(area, area + at, at < yes ? "yes" : "no"))
                .toList();
    }
}
