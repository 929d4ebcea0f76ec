package dk.samblik.consent;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Why a household is closed: no register is asked about anybody in it. All rules there are (domain reference, 7.3). */
enum HouseholdRule {
    NOT_ENROLLED(standing -> !standing.household().on(standing.today())),
    NO_ADULT_CONSENTS(standing -> !standing.anAdultConsents()),
    ADULT_NOT_ASKED(HouseholdStanding::anAdultIsNotAsked),
    NEW_ADULT_NOT_SETTLED(HouseholdStanding::aNewcomerIsNotSettled),
    ADULT_DOES_NOT_CONSENT(standing -> standing.settings().everyAdult() && standing.anAdultParticipantDoesNot());

    private final Predicate<HouseholdStanding> refuses;

    HouseholdRule(Predicate<HouseholdStanding> refuses) {
        this.refuses = refuses;
    }

    /** The first rule that refuses; empty when the household is open. */
    static Optional<HouseholdRule> refusing(HouseholdStanding standing) {
        return Arrays.stream(values())
                .filter(rule -> rule.refuses.test(standing))
                .findFirst();
    }
}
