package dk.samblik.team;

import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Coordinators.Candidate;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.view.Frame;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a household's coordinator in words, with everybody there was. {@code called}: what one is called here. {@code undo}: what the button that takes the
 * change back chooses, null where there is nothing to take back.
 */
record CoordinatorScreen(
        HouseholdId household,
        String number,
        Called called,
        @Nullable String now,
        int revision,
        List<Choice> choices,
        List<Line> terms,
        boolean saved,
        @Nullable String undo,
        @Nullable String changedBy) {

    /** Nobody, as a choice of the form. */
    static final String NOBODY = "ingen";

    /** Somebody who may be chosen. */
    record Choice(String value, String name, String about, boolean chosen) {}

    /** Who it was from when to when; {@code until} is null for who it is now, {@code setBy} empty where it is not known. */
    record Line(String name, LocalDate from, @Nullable LocalDate until, String setBy) {}

    /** What stands around the choice: what was there, and what has just happened. */
    record Moment(boolean saved, boolean changedMeanwhile, String reader) {}

    static CoordinatorScreen of(
            Frame household, List<Candidate> candidates, List<Term> terms, Moment moment, Words words) {
        Term newest = terms.isEmpty() ? null : terms.get(0);
        return new CoordinatorScreen(
                household.household(),
                household.number(),
                words.called(household.area()),
                newest == null ? household.coordinatorName() : newest.name(),
                newest == null ? 0 : newest.number(),
                candidates.stream()
                        .map(one -> new Choice(
                                one.subject(),
                                one.name(),
                                Stream.of(one.title(), one.organisation())
                                        .filter(text -> text != null && !text.isBlank())
                                        .collect(Collectors.joining(", ")),
                                one.subject().equals(household.coordinator())))
                        .toList(),
                lines(terms, words),
                moment.saved(),
                moment.saved() ? undo(candidates, terms, moment.reader()) : null,
                moment.changedMeanwhile() && newest != null ? newest.setByName() : null);
    }

    private static List<Line> lines(List<Term> terms, Words words) {
        List<Line> lines = new ArrayList<>();
        LocalDate until = null;
        for (Term term : terms) {
            LocalDate from = words.dayOf(term.since());
            String name = term.name() == null ? words.say("household.no-coordinator") : term.name();
            lines.add(new Line(name, from, until, term.setByName()));
            until = from;
        }
        return lines;
    }

    /** Only one's own change, and only back to somebody who may still be it. */
    private static @Nullable String undo(List<Candidate> candidates, List<Term> terms, String reader) {
        if (terms.isEmpty() || !terms.get(0).setBy().equals(reader)) {
            return null;
        }
        String before = terms.size() < 2 ? null : terms.get(1).subject();
        if (before == null) {
            return NOBODY;
        }
        return candidates.stream().anyMatch(one -> one.subject().equals(before)) ? before : null;
    }
}
