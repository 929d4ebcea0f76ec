package dk.samblik.oversight;

import dk.samblik.access.LogRow;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.oversight.Subjects.Membership;
import dk.samblik.team.LookWords;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log says about one person, for that person: the rows about them, and those about the household while they were a
 * member of it. Rows about others of the household are left out. Says role and unit, and an employee's name only where the
 * names are given.
 */
final class Extract {

    private final List<Membership> memberships;
    private final Map<String, String> names;
    private final Words words;

    Extract(List<Membership> memberships, Map<String, String> names, Words words) {
        this.memberships = memberships;
        this.names = names;
        this.words = words;
    }

    /** A line of the extract; {@code name} is null where names are not shown. */
    record Entry(
            String when,
            String what,
            String purpose,
            String who,
            @Nullable String name) {}

    /** What happens many times a day and says the same each time. */
    private record Alike(LocalDate day, String what, String purpose, String actor, String role, String organisation) {}

    /** The rows that concern the person, as lines, in the rows' order; what is alike within a day is one line. */
    List<Entry> entries(Collection<LogRow> rows) {
        Map<Object, List<LogRow>> together = new LinkedHashMap<>();
        for (LogRow row : rows) {
            if (concerns(row)) {
                together.computeIfAbsent(key(row), first -> new ArrayList<>()).add(row);
            }
        }
        return together.values().stream().map(this::entry).toList();
    }

    /** Whether a row is about the person, or about a household the person was a member of on that day. */
    private boolean concerns(LogRow row) {
        if (row.person() != null) {
            PersonId person = new PersonId(row.person());
            return memberships.stream().anyMatch(one -> one.person().equals(person));
        }
        if (row.household() == null) {
            return false;
        }
        HouseholdId household = new HouseholdId(row.household());
        return memberships.stream().anyMatch(one -> one.household().equals(household) && one.holdsOn(day(row)));
    }

    private static LocalDate day(LogRow row) {
        return LocalDate.ofInstant(row.at(), CivilClock.COPENHAGEN);
    }

    private Object key(LogRow row) {
        String what = what(row);
        boolean often = what.equals("LIST") || what.equals("NIGHT") || what.equals("POPULATION");
        return often
                ? new Alike(day(row), what, row.purpose(), row.actor(), row.actorRole(), row.actorOrg())
                : row.seq();
    }

    private Entry entry(List<LogRow> rows) {
        LogRow row = rows.get(0);
        String when = rows.size() == 1
                ? words.exact(row.at())
                : words.say("oversight.extract.times", words.date(day(row)), words.number(rows.size()));
        return new Entry(
                when,
                LookWords.what(what(row), words),
                Lines.purpose(row, words),
                Lines.role(row, words),
                names.get(row.actor()));
    }

    /** In which words the citizen is told. */
    private static String what(LogRow row) {
        return LookWords.what(row.action(), row.purpose(), row.actorRole(), row.source());
    }
}
