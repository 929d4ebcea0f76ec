package dk.samblik.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the erasure journal about a household: random ids, a time, and what was taken away in words and days.
 *
 * @param person whom it was about; null for the whole household
 * @param what nothing for a destroyed key; else {@code row SOURCE}, {@code member DAY}, {@code left DAY}, or {@code consent}
 *     with the sources and categories that are left (comma between, {@code -} for none) and its last day
 */
public record Erased(UUID household, Instant at, @Nullable UUID person, List<String> what) {

    /** Begins every line that is not a key's: none of these, cut short by a crash, may look like one. */
    private static final String MORE = "erased";

    public Erased {
        what = List.copyOf(what);
    }

    /** Whether the household's key was destroyed. */
    public boolean key() {
        return what.isEmpty();
    }

    /** Reads a line; empty for one that is none, as the mark of a backup, or one that a crash cut short. */
    static Optional<Erased> read(String line) {
        List<String> words = List.of(line.split(" "));
        boolean more = words.get(0).equals(MORE);
        List<String> said = more ? words.subList(1, words.size()) : words;
        try {
            UUID household = UUID.fromString(said.get(0));
            Instant at = Instant.parse(said.get(1));
            if (!more) {
                return said.size() == 2 ? Optional.of(new Erased(household, at, null, List.of())) : Optional.empty();
            }
            UUID person = said.get(2).equals("-") ? null : UUID.fromString(said.get(2));
            List<String> what = said.subList(3, said.size());
            return what.isEmpty() ? Optional.empty() : Optional.of(new Erased(household, at, person, what));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException noLine) {
            return Optional.empty();
        }
    }

    /** The line, without its end. */
    public String line() {
        return key()
                ? household + " " + at
                : MORE + " " + household + " " + at + " " + (person == null ? "-" : person) + " "
                        + String.join(" ", what);
    }
}
