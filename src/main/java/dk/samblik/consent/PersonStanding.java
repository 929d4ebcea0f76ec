package dk.samblik.consent;

import dk.samblik.population.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about one participating member on a day. {@code consent} is the newest version that is no draft;
 * {@code person} is null where the population register does not have him, or where there is no consent to look for him
 * under. {@code wasInForce}: that version has rows that content may hang on.
 */
record PersonStanding(
        LocalDate today,
        ConsentSettings settings,
        Enrolled household,
        Member member,
        @Nullable Consent consent,
        @Nullable Person person,
        Signing signing,
        Whereabouts whereabouts,
        boolean wasInForce) {

    /** How the signatures stand to what is required. */
    enum Signing {
        COMPLETE,
        INCOMPLETE,
        /** Nobody can give the consent; a decision by hand is needed. */
        BLOCKED,
        /** The person is not known, and so neither is who must sign. */
        UNKNOWN
    }

    /** Whether the member still lives with the household, as far as the register tells. */
    enum Whereabouts {
        STAYS,
        MOVED_OUT
    }

    /** Whether the household left the project longer ago than sections are kept. */
    boolean longLeft() {
        return household.exit() != null
                && household.exit().plus(settings.keptAfterExit()).isBefore(today);
    }

    boolean dead() {
        return person != null && person.dead();
    }

    /** Whether death was longer ago than sections are kept. */
    boolean longDead() {
        return person != null
                && person.dead()
                && person.statusSince() != null
                && person.statusSince().plus(settings.keptAfterDeath()).isBefore(today);
    }
}
