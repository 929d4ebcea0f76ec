package dk.samblik.consent;

import java.util.Optional;

/** What the rules say about one member. */
record Verdict(PersonStanding standing, Optional<PersonRule> refusal) {

    static Verdict on(PersonStanding standing) {
        return new Verdict(standing, PersonRule.refusing(standing));
    }

    /** Whether the member may be asked about, as far as it depends on the member alone. */
    boolean allows() {
        return refusal.isEmpty();
    }

    boolean has(PersonRule.Effect effect) {
        return refusal.filter(rule -> rule.effect() == effect).isPresent();
    }
}
