package dk.samblik.oversight;

import dk.samblik.access.LogVerify.Flaw;
import dk.samblik.access.LogVerify.Verdict;
import dk.samblik.team.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log is unbroken, in words.
 *
 * @param alert where it is broken, null where it is not or nobody knows yet
 * @param proven how far nobody can have written it anew, or where the first walk is under way nothing
 */
record LogState(String sentence, @Nullable String alert, String proven) {

    static LogState of(Optional<Proof.Found> found, Words words) {
        return found.map(known -> of(known, words))
                .orElseGet(() -> new LogState(words.say("oversight.proof.under-way"), null, ""));
    }

    private static LogState of(Proof.Found found, Words words) {
        Verdict verdict = found.verdict();
        String at = words.exact(found.at());
        String proven = verdict.provenAt()
                .map(checkpoint ->
                        words.say("oversight.proof.proven", words.number(verdict.provenTo()), words.exact(checkpoint)))
                .orElseGet(() -> words.say("oversight.proof.not-proven"));
        if (verdict.holds()) {
            return new LogState(words.say("oversight.proof.unbroken", at), null, proven);
        }
        String where = verdict.firstBad().isPresent()
                ? words.say(
                        "oversight.proof.broken."
                                + verdict.flaw().map(Flaw::name).orElse("CHANGED"),
                        words.number(verdict.firstBad().getAsLong()))
                : words.say(
                        "oversight.proof.broken.checkpoint",
                        words.number(verdict.firstBadCheckpoint().orElse(0)));
        return new LogState(words.say("oversight.proof.broken", at), where, proven);
    }
}
