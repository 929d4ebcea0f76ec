package dk.samblik.register;

import dk.samblik.household.Cpr;
import java.time.Instant;
import java.util.Set;

/** Which of the numbers asked about have an open case by one delivery, and the delivery's own date. */
record OpenInDelivery(Instant asOf, Set<Cpr> open) {

    OpenInDelivery {
        open = Set.copyOf(open);
    }

    @Override
    public String toString() {
        return "OpenInDelivery[" + asOf + "]";
    }
}
