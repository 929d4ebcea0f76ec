package dk.samblik.oversight;

import dk.samblik.access.LogReading.Used;
import dk.samblik.oversight.MistakenConsent.Assessment;
import dk.samblik.oversight.MistakenConsent.Found;
import dk.samblik.team.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Consents registered by mistake, in words: how long each can have been in force, and what was done meanwhile. */
record MistakesScreen(
        Words words, List<MistakenConsent> mistakes, Map<UUID, Used> used, Map<String, String> names, Instant now) {

    private static final Used NOTHING = new Used(0, 0);

    MistakesScreen {
        mistakes = List.copyOf(mistakes);
        used = Map.copyOf(used);
        names = Map.copyOf(names);
    }

    public Assessment[] assessments() {
        return Assessment.values();
    }

    /** Who marked it, and when. */
    public String marked(MistakenConsent one) {
        return words.say(
                "oversight.mistake.marked",
                name(one.mistake().recordedBy()),
                words.exact(one.mistake().at()));
    }

    /** How long it was recorded as a consent. */
    public String inForce(MistakenConsent one) {
        Instant since = one.mistake().since();
        long days = Duration.between(since, one.mistake().at()).toDays();
        return words.say(
                "oversight.mistake.in-force",
                words.exact(since),
                days == 0 ? words.say("oversight.mistake.day.none") : words.count("oversight.mistake.day", days));
    }

    /** What the log says was fetched and shown under it. */
    public String done(MistakenConsent one) {
        Used done = used.getOrDefault(one.mistake().consent(), NOTHING);
        return done.fetched() == 0 && done.shown() == 0
                ? words.say("oversight.mistake.nothing-done")
                : words.say(
                        "oversight.mistake.done",
                        words.count("oversight.mistake.fetched", done.fetched()),
                        words.count("oversight.mistake.shown", done.shown()));
    }

    /** By when a breach is to be reported, or what was found. */
    public String standing(MistakenConsent one) {
        if (one.isOpen()) {
            return words.say(
                    now.isAfter(one.due()) ? "oversight.mistake.was-due" : "oversight.mistake.due",
                    words.exact(one.due()));
        }
        Found found = Objects.requireNonNull(one.found());
        return words.say("oversight.mistake.found", name(found.by()), words.exact(found.at()));
    }

    private String name(String subject) {
        return names.getOrDefault(subject, subject);
    }
}
