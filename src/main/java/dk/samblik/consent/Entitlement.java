package dk.samblik.consent;

import java.util.List;

/** Who may give a person's consent on a day: these, all of them, or nobody. */
sealed interface Entitlement {

    /** Everybody named must have consented. */
    record Required(List<Requirement> grantors) implements Entitlement {
        public Required {
            grantors = List.copyOf(grantors);
        }
    }

    /** Nobody can give it without a decision made by hand. */
    record Blocked(Reason reason) implements Entitlement {

        enum Reason {
            CUSTODY_UNKNOWN,
            HOLDER_DEAD_OR_DISAPPEARED
        }
    }
}
