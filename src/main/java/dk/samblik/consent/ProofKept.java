package dk.samblik.consent;

import java.time.LocalDate;

/** How long what was agreed, and that it ended, is kept as proof (GDPR art. 7(1)). */
public interface ProofKept {

    /** The last day it is kept, for a household that leaves the project on this day. */
    LocalDate until(LocalDate left);
}
