package dk.samblik.consent;

import dk.samblik.consent.Consent.Status;
import dk.samblik.consent.PersonStanding.Signing;
import dk.samblik.consent.PersonStanding.Whereabouts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a member may not be asked about. All rules there are, in the order they are tried: those that end what is stored
 * before those that only stop the asking. Domain reference, 7.2 and 7.3.
 */
enum PersonRule {
    NOT_YET_MEMBER(Effect.ENDS, s -> s.member().from().isAfter(s.today())),
    NO_LONGER_MEMBER(Effect.ENDS, s -> !s.member().on(s.today())),
    LEFT_THE_PROJECT(Effect.ENDS, PersonStanding::longLeft),
    NO_CONSENT(Effect.ENDS, s -> s.consent() == null || s.consent().status() != Status.ACTIVE),
    CONSENT_TO_COME(Effect.ENDS, s -> s.consent() != null && s.consent().from().isAfter(s.today())),
    CONSENT_ENDED(Effect.EXPIRES, s -> s.consent() != null && s.consent().to().isBefore(s.today())),
    MOVED_OUT(Effect.LEAVES, s -> s.whereabouts() == Whereabouts.MOVED_OUT),
    LONG_DEAD(Effect.ENDS, PersonStanding::longDead),
    GRANTORS_GROWN(Effect.EXPIRES, s -> s.signing() == Signing.INCOMPLETE && s.wasInForce()),
    GRANTOR_MISSING(Effect.ENDS, s -> s.signing() == Signing.INCOMPLETE),
    NOT_IN_POPULATION(Effect.PAUSES, s -> s.person() == null),
    NOBODY_CAN_CONSENT(Effect.PAUSES, s -> s.signing() == Signing.BLOCKED),
    DEAD(Effect.PAUSES, PersonStanding::dead),
    STATUS_NOT_ACTIVE(Effect.PAUSES, s -> s.person() != null && !s.person().active()),
    BLOCKED_BY_HAND(
            Effect.PAUSES, s -> s.settings().blocked().contains(s.member().id().value()));

    /** What a refusal does to what is already stored. */
    enum Effect {
        /** Nothing may be kept. */
        ENDS,
        /** Nothing may be kept, and the consent is over. */
        EXPIRES,
        /** Nothing may be kept, and the membership is over. */
        LEAVES,
        /** Nothing is asked; what there is stays. */
        PAUSES
    }

    private final Effect effect;
    private final Predicate<PersonStanding> refuses;

    PersonRule(Effect effect, Predicate<PersonStanding> refuses) {
        this.effect = effect;
        this.refuses = refuses;
    }

    Effect effect() {
        return effect;
    }

    /** The first rule that refuses; empty when the member may be asked about. */
    static Optional<PersonRule> refusing(PersonStanding standing) {
        return Arrays.stream(values())
                .filter(rule -> rule.refuses.test(standing))
                .findFirst();
    }
}
