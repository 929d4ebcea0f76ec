package dk.samblik.team;

import dk.samblik.run.Switches;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a lane stands, in a sentence that says what was looked for and when. Silence is never left to be guessed at. */
final class LaneSentence {

    private final Lane.Note note;
    private final Lane lane;
    private final LaneState state;
    private final String name;
    private final Words words;

    private LaneSentence(Lane lane, LaneState state, String name, Words words) {
        this.state = state;
        this.lane = lane;
        this.note = lane.note();
        this.name = name;
        this.words = words;
    }

    static String of(Lane lane, LaneState state, String name, Words words) {
        return new LaneSentence(lane, state, name, words).said();
    }

    private String said() {
        return switch (state) {
            case FRESH -> fetched();
            case STALE -> stale();
            case FETCHING ->
                note.fetched() == null
                        ? words.say("state.FETCHING.first", name)
                        : words.say("state.FETCHING.text", name, moment(note.fetched()));
            case NOTHING_FOUND -> nothingFound();
            case PARTLY_QUARANTINED -> refused() + " " + fetched();
            case WITHDRAWN -> withdrawn();
            case DOWN_EMPTY -> words.say(switchedOff() ? "state.DOWN_EMPTY.off" : "state.DOWN_EMPTY.text", name);
            case NOT_IN_SCOPE, NOT_ACCESSIBLE, ROLE_HIDDEN -> words.say("state." + state + ".text", name);
        };
    }

    /** It did not answer, it delivered nothing new, or only some of the members could be asked about. */
    private String stale() {
        if (lane.members().stream().noneMatch(member -> member.state() == LaneState.STALE)) {
            return fetched();
        }
        if (switchedOff()) {
            return words.say("state.STALE.off", name, moment(note.fetched()));
        }
        return note.reason() == null || note.staleSince() == null
                ? words.say("state.STALE.old", name, moment(note.asOf()))
                : words.say("state.STALE.silent", name, moment(note.staleSince()), moment(note.fetched()));
    }

    /** Nothing is wrong with the source: operations has it off. */
    private boolean switchedOff() {
        return Switches.SWITCHED_OFF.equals(note.reason());
    }

    private String nothingFound() {
        return note.looksBack() == null
                ? words.say("state.NOTHING_FOUND.text", name)
                : words.say("state.NOTHING_FOUND.since", name, words.longDate(note.looksBack()));
    }

    private String refused() {
        return words.say(
                "state.PARTLY_QUARANTINED." + (note.quarantined() == 1 ? "one" : "many"), name, note.quarantined());
    }

    private String withdrawn() {
        return note.withdrawn() == null
                ? words.say("state.WITHDRAWN.text")
                : words.say("state.WITHDRAWN.since", words.longDate(words.dayOf(note.withdrawn())));
    }

    /** When it was fetched; the source's own date too where that is another day. Both are named, neither is "the date". */
    private String fetched() {
        String fetched = words.say("state.FRESH.text", moment(note.fetched()));
        Instant asOf = note.asOf();
        if (asOf == null || note.fetched() == null || words.dayOf(asOf).equals(words.dayOf(note.fetched()))) {
            return fetched;
        }
        return fetched + " " + words.say("state.FRESH.as-of", words.date(words.dayOf(asOf)));
    }

    private String moment(@Nullable Instant instant) {
        return instant == null ? words.say("state.never") : words.moment(instant);
    }
}
