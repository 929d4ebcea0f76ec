package dk.samblik.register;

import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import java.time.Instant;
import java.util.Set;

/**
 * What one register answered to a draw: the numbers, of those it was asked about, that have an open case. {@code asOf} is
 * the source's own date; {@code stale} that it is older than the register's mapping allows; {@code unread} of how many
 * it did not say, because it may not show them or could not read them; they count as having none. Lives in memory for one
 * draw and is stored nowhere.
 */
public record Flags(
        String register, String title, Department answersFor, Instant asOf, boolean stale, Set<Cpr> open, int unread) {

    public Flags {
        open = Set.copyOf(open);
    }

    @Override
    public String toString() {
        return "Flags[" + register + "]";
    }
}
