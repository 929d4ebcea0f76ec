package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.campaign.canary.Markers.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts markers into the rows of one delivered table. Rows about nobody with a consent are marked in every field that can
 * hold a text; of the others the fields that are never read, and those that reach a page.
 */
final class MarkedTable {

    private static final String DATE = "\\d\\d[.-]\\d\\d[.-]\\d{4}|\\d\\d:\\d\\d";

    private final MarkedRules rules;
    private final List<String> columns;
    private final Covered covered;
    private final Markers markers;

    MarkedTable(MarkedRules rules, List<String> columns, Covered covered, Markers markers) {
        this.rules = rules;
        this.columns = List.copyOf(columns);
        this.covered = covered;
        this.markers = markers;
    }

    /** Whether its rows are about people. */
    boolean aboutPeople() {
        return columns.stream().anyMatch(MarkedTable::number);
    }

    private static boolean number(String column) {
        return column.equals("CPRNR") || column.endsWith("_CPR");
    }

    /** The row with its markers. */
    List<String> marked(List<String> row) {
        List<String> marked = new ArrayList<>(row);
        for (int i = 0; i < columns.size(); i++) {
            Reach reach = reach(i, row);
            if (reach != null) {
                marked.set(i, markers.token(field(columns.get(i), row), row.get(i), reach));
            }
        }
        return marked;
    }

    private @Nullable Reach reach(int i, List<String> row) {
        String column = columns.get(i);
        String value = row.get(i);
        boolean text = !value.isBlank() && !value.matches(DATE);
        if (number(column)) {
            return null;
        }
        if (!consented(row)) {
            return text ? Reach.NOWHERE : null;
        }
        if (rules.never().contains(column) || sensitive(row) && rules.shown().contains(column)) {
            return Reach.NOWHERE;
        }
        return text && rules.shown().contains(column) ? Reach.PAGES : null;
    }

    private boolean sensitive(List<String> row) {
        int at = columns.indexOf("FOELSOMHED");
        return at >= 0 && row.get(at).equals("4");
    }

    private Field field(String column, List<String> row) {
        return new Field(owner(row), rules.register(), rules.table() + "." + column, rules.letters());
    }

    /** Whether anybody the row is about has a consent for this register. */
    boolean consented(List<String> row) {
        return people(row).stream().anyMatch(person -> covered.by(rules.source(), person));
    }

    private int owner(List<String> row) {
        List<Integer> people = people(row);
        return people.stream()
                .filter(person -> covered.by(rules.source(), person))
                .findFirst()
                .orElse(people.isEmpty() ? 0 : people.get(0));
    }

    private List<Integer> people(List<String> row) {
        List<Integer> people = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (number(columns.get(i)) && covered.person(row.get(i)) != 0) {
                people.add(covered.person(row.get(i)));
            }
        }
        return people;
    }

    /** A row more for every field, with that field unreadable. */
    List<List<String>> broken(List<String> row) {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> copy = new ArrayList<>(row);
            Reach reach = consented(row) ? Reach.PAGES : Reach.NOWHERE;
            copy.set(i, markers.token(field(columns.get(i) + " unreadable", row), "", reach));
            broken.add(copy);
        }
        return broken;
    }

    /** The row with another text in every column that can hold one, so that no two deliveries are alike. */
    List<String> another(List<String> row, String day) {
        List<String> copy = new ArrayList<>(row);
        for (int i = 0; i < columns.size(); i++) {
            if (!number(columns.get(i)) && !row.get(i).matches(DATE)) {
                copy.set(i, markers.token(field(columns.get(i) + " of a day", row), day, Reach.NOWHERE));
            }
        }
        return copy;
    }
}
