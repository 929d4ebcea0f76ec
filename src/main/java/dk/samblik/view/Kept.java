package dk.samblik.view;

import dk.samblik.run.Run;
import org.jspecify.annotations.Nullable;

/** An earlier version of a view, or the latest, of what may still be shown; {@code made} null: what made it is not kept. */
public record Kept(HouseholdView view, @Nullable Made made) {

    /** A night, or a refresh by somebody with this role; {@code role} null where that one is not known any more. */
    public record Made(Run.Kind kind, @Nullable String role) {}
}
