package dk.samblik.view;

import dk.samblik.household.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers that say different things about a member. All values are kept; {@code rule} says what the page does with
 * them. {@code hidden}: only that they differ may be said.
 */
public record Disagreement(PersonId person, Kind kind, List<Value> values, Rule rule, boolean hidden) {

    public Disagreement {
        values = List.copyOf(values);
    }

    /** What they disagree on. */
    public enum Kind {
        ADDRESS
    }

    /** Both are shown and the citizen is asked; nothing is chosen. */
    public enum Rule {
        BOTH_SHOWN
    }

    /** What one register says, and the source's date of it; {@code text} null where hidden. */
    public record Value(
            String register,
            String title,
            @Nullable String text,
            @Nullable Instant asOf) {}
}
