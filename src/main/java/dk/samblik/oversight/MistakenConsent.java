package dk.samblik.oversight;

import dk.samblik.consent.Mistakes.Mistake;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent that was registered by mistake, and what was found of it; not assessed yet where {@code found} is null. */
record MistakenConsent(Mistake mistake, @Nullable Found found) {

    /** Within which a breach is reported, from when the authority knows of it (GDPR art. 33(1)). */
    private static final Duration TO_REPORT = Duration.ofHours(72);

    /** Whether it was a breach of personal data security, and what was done about it. */
    enum Assessment {
        NO_BREACH,
        /** Unlikely to result in a risk, and so documented only (art. 33(1) and (5)). */
        NOT_REPORTED,
        REPORTED
    }

    /** What was found, by whom (the subject) and when. */
    record Found(Assessment assessment, String by, Instant at) {}

    boolean isOpen() {
        return found == null;
    }

    /** By when a breach must be reported, at the latest; counted from when the mistake was recorded. */
    Instant due() {
        return mistake.at().plus(TO_REPORT);
    }

    /** The name of its choices in the form. */
    public String field() {
        return "fejl-" + mistake.consent() + "-" + mistake.version();
    }

    /** Whether this is what was found. */
    public boolean is(Assessment assessment) {
        return found != null && found.assessment() == assessment;
    }
}
