package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects planted rows in the order of the files and spoils a number now and then. */
final class Sheet {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final String FOREVER = "31-12-9999";

    private final List<Planted<JobCenterRow>> rows = new ArrayList<>();

    /** A row about a client, with what must be seen of it if it is mapped. */
    void add(Client client, Table table, Fate fate, List<Seen> seen, @Nullable Object... values) {
        List<String> written = new ArrayList<>(
                Arrays.stream(values).map(v -> v == null ? "" : v.toString()).toList());
        Fate left = fate;
        if (fate.equals(Fate.MAPPED) && client.dice().chance(0.003)) {
            written.set(table.cprColumn(), letters(client.cpr(), client.dice()));
            left = Fate.NOBODYS;
        } else if (client.dice().chance(0.03)) {
            String cpr = client.cpr();
            written.set(table.cprColumn(), cpr.substring(0, 6) + "-" + cpr.substring(6));
        }
        List<Integer> owners = left.equals(Fate.NOBODYS) ? List.of() : List.of(client.id());
        rows.add(new Planted<>(
                new JobCenterRow(table, written), owners, left, left.equals(Fate.MAPPED) ? seen : List.of()));
    }

    /** A row that is about nobody the hub may ask for. */
    void addForeign(Table table, Object... values) {
        List<String> written = Arrays.stream(values).map(Object::toString).toList();
        rows.add(new Planted<>(
                new JobCenterRow(table, written), List.of(), table.read() ? Fate.MAPPED : Fate.UNREAD, List.of()));
    }

    List<Planted<JobCenterRow>> rows() {
        return List.copyOf(rows);
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DATE);
    }

    /** An open end as blank or, one in ten, as the end of time. */
    static String end(@Nullable LocalDate date, Dice dice) {
        boolean forever = dice.chance(0.1);
        return date == null && forever ? FOREVER : date(date);
    }

    private static String letters(String cpr, Dice dice) {
        int at = dice.between(6, 9);
        return cpr.substring(0, at) + dice.any("O", "l", "X") + cpr.substring(at + 1);
    }
}
