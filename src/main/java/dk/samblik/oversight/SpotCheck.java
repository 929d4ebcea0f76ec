package dk.samblik.oversight;

import dk.samblik.team.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The looks drawn for one month's control, and what was found of them. {@code month} is its first day; {@code outOf} how
 * many looks there were from {@code since} to before {@code until}; the same again is drawn by anybody who has {@code seed}.
 */
record SpotCheck(
        UUID id,
        LocalDate month,
        Instant since,
        Instant until,
        long seed,
        long outOf,
        LocalDate due,
        String drawnBy,
        Instant drawnAt,
        List<Look> looks) {

    SpotCheck {
        looks = List.copyOf(looks);
    }

    /** What the reviewer finds of a look. */
    enum Assessment {
        WORK,
        UNCLEAR,
        NOT_WORK
    }

    /** A look by its place in the draw and its number in the log; not assessed yet where {@code assessment} is null. */
    record Look(
            int place,
            long seq,
            @Nullable Assessment assessment,
            @Nullable String by,
            @Nullable Instant at) {}

    int size() {
        return looks.size();
    }

    long assessed() {
        return looks.stream().filter(look -> look.assessment() != null).count();
    }

    long found(Assessment assessment) {
        return looks.stream().filter(look -> look.assessment() == assessment).count();
    }

    boolean done() {
        return assessed() == size();
    }

    boolean overdue(LocalDate today) {
        return !done() && today.isAfter(due);
    }

    Optional<Look> look(int place) {
        return looks.stream().filter(look -> look.place() == place).findFirst();
    }

    /** marts 2026 */
    String month(Words words) {
        return words.longDate(month).replaceFirst("^\\d+\\.? ", "");
    }
}
