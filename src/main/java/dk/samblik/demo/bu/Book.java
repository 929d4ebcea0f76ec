package dk.samblik.demo.bu;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the system's rows, and the rows the hub's queries compute from them. */
final class Book {

    private final Setting setting;
    private final List<BuRow> rows = new ArrayList<>();
    private final List<Planted<BuTable>> counted = new ArrayList<>();
    private int ids = 9000;

    Book(Setting setting) {
        this.setting = setting;
    }

    /** A row nobody counts: a list, a party, a day of a calendar. */
    void write(BuTable table, @Nullable Object... values) {
        rows.add(new BuRow(
                table,
                Arrays.stream(values)
                        .map(value -> value == null ? "" : value.toString())
                        .toList()));
    }

    /** A row or computed row of a person that the hub counts; seen only if mapped. */
    void count(BuTable table, Person owner, Fate fate, Seen seen) {
        boolean shown = fate.equals(Fate.MAPPED);
        counted.add(new Planted<>(table, List.of(owner.id()), fate, shown ? List.of(seen) : List.of()));
    }

    /** The number the system has for a person. */
    String cpr(Person person) {
        return setting.numberIn("bu", person);
    }

    /** The next integer key. */
    int nextId() {
        return ids++;
    }

    List<BuRow> rows() {
        return List.copyOf(rows);
    }

    List<Planted<BuTable>> counted() {
        return List.copyOf(counted);
    }
}
