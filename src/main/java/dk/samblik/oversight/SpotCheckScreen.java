package dk.samblik.oversight;

import dk.samblik.oversight.SpotCheck.Assessment;
import dk.samblik.oversight.SpotCheck.Look;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A spot check to be assessed, or reported: each look in words, or that its row is no longer kept. */
record SpotCheckScreen(Words words, SpotCheck check, Map<Long, Line> lines, LocalDate today, String drawnBy) {

    SpotCheckScreen {
        lines = Map.copyOf(lines);
    }

    public String month() {
        return check.month(words);
    }

    public @Nullable Line line(Look look) {
        return lines.get(look.seq());
    }

    public Assessment[] assessments() {
        return Assessment.values();
    }

    /** Which looks were drawn from, and how the same are drawn again. */
    public String drawn() {
        return words.say(
                "oversight.check.drawn",
                words.count("oversight.lookups", check.size()),
                words.number(check.outOf()),
                words.exact(check.since()),
                words.exact(check.until()),
                String.valueOf(check.seed()));
    }

    public String progress() {
        return words.say(
                "oversight.check.progress",
                words.count("oversight.lookups", check.size()),
                words.number(check.assessed()),
                words.number(check.size() - check.assessed()));
    }

    public String due() {
        return words.say(
                check.overdue(today) ? "oversight.check.overdue-since" : "oversight.check.due",
                words.date(check.due()));
    }

    public String found(Assessment assessment) {
        return words.number(check.found(assessment));
    }

    /** What is said of a look so far. */
    public String said(Look look) {
        Assessment assessment = look.assessment();
        return words.say("oversight.assessment." + (assessment == null ? "none" : assessment.name()));
    }

    /** Those that need a question to the employee's leader. */
    public List<Look> open() {
        return check.looks().stream()
                .filter(look -> look.assessment() == Assessment.UNCLEAR || look.assessment() == Assessment.NOT_WORK)
                .toList();
    }
}
