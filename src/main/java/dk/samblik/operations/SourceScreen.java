package dk.samblik.operations;

import dk.samblik.register.HeldDeliveries.Held;
import dk.samblik.register.PlannedOutages.Planned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source: whom to call, how it answers, what waits for a decision, and what the teams are told. {@code saved} just after
 * that was written; {@code asks} whether it is asked by calls.
 */
record SourceScreen(SourceLine line, @Nullable Planned planned, List<Held> held, OutageForm form, boolean saved) {

    SourceScreen {
        held = List.copyOf(held);
    }
}
