package dk.samblik.oversight;

import dk.samblik.access.SecondPlace;
import dk.samblik.team.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the second place of the log stands, in words.
 *
 * @param alert what is wrong, null where nothing is
 * @param until when pages with people close, or closed; null where nothing is wrong
 */
record PlaceState(
        String sentence, @Nullable String alert, @Nullable String until) {

    static PlaceState of(SecondPlace place, Instant now, Words words) {
        String sentence = place.written()
                .map(at -> words.say("operations.log.written", words.exact(at)))
                .orElseGet(() -> words.say("operations.log.none"));
        return place.trouble()
                .map(trouble -> new PlaceState(
                        sentence,
                        words.say("oversight.place." + trouble.reason()),
                        words.say(
                                trouble.closes().isAfter(now) ? "operations.log.closes" : "operations.log.closed",
                                words.exact(trouble.since()),
                                words.exact(trouble.closes()))))
                .orElse(new PlaceState(sentence, null, null));
    }
}
