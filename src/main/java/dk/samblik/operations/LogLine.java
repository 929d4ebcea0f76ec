package dk.samblik.operations;

import dk.samblik.access.SecondPlace;
import dk.samblik.access.SecondPlace.Trouble;
import dk.samblik.team.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the access log is vouched for, in words.
 *
 * @param alert what is wrong and what to do, null when nothing is
 * @param until until when pages with people are shown; null when nothing is wrong
 */
record LogLine(
        String sentence, @Nullable String alert, @Nullable String until) {

    /** Nothing is said. */
    static final LogLine NONE = new LogLine("", null, null);

    static LogLine of(SecondPlace place, Instant now, Words words) {
        String sentence = place.written()
                .map(at -> words.say("operations.log.written", words.exact(at)))
                .orElseGet(() -> words.say("operations.log.none"));
        return place.trouble()
                .map(trouble -> new LogLine(
                        sentence, words.say("operations.log." + trouble.reason()), until(trouble, now, words)))
                .orElse(new LogLine(sentence, null, null));
    }

    private static String until(Trouble trouble, Instant now, Words words) {
        String key = trouble.closes().isAfter(now) ? "operations.log.closes" : "operations.log.closed";
        return words.say(key, words.exact(trouble.since()), words.exact(trouble.closes()));
    }
}
