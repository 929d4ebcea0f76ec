package dk.samblik.consent;

import dk.samblik.consent.PersonStanding.Signing;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Where somebody's consent stands on a day, in the words of the desk. Made of dates at every read, never stored. */
enum DeskStatus {
    WAITING("badge-info"),
    ACTIVE("badge-success"),
    EXPIRING("badge-warning"),
    WITHDRAWN("sb-neutral"),
    EXPIRED("badge-warning"),
    DECLINED("sb-neutral"),
    MISTAKE("sb-neutral");

    private final String tone;

    DeskStatus(String tone) {
        this.tone = tone;
    }

    /** The shape and colour of its badge; the word beside it says it. */
    public String tone() {
        return tone;
    }

    /** Of a participant; {@code soon}: how long before its end a consent is said to expire. */
    static DeskStatus of(PersonStanding standing, Period soon) {
        Consent consent = standing.consent();
        if (consent == null) {
            return WAITING;
        }
        return switch (consent.status()) {
            case DRAFT -> WAITING;
            case WITHDRAWN -> WITHDRAWN;
            case INVALIDATED -> MISTAKE;
            case EXPIRED, SUPERSEDED -> EXPIRED;
            case ACTIVE -> active(standing, consent, soon);
        };
    }

    private static DeskStatus active(PersonStanding standing, Consent consent, Period soon) {
        LocalDate today = standing.today();
        if (consent.to().isBefore(today)) {
            return EXPIRED;
        }
        if (standing.signing() == Signing.INCOMPLETE) {
            return standing.wasInForce() ? EXPIRED : WAITING;
        }
        if (consent.from().isAfter(today)) {
            return WAITING;
        }
        return consent.to().isAfter(today.plus(soon)) ? ACTIVE : EXPIRING;
    }

    /** Of somebody who is no participant; null for whoever is outside of all this. */
    static @Nullable DeskStatus of(Participation participation) {
        return switch (participation) {
            case DECLINED -> DECLINED;
            case NOT_ASKED, PARTICIPANT -> WAITING;
            case OUTSIDE -> null;
        };
    }
}
