package dk.samblik.enrolment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is said of one candidate, in plain words: a pile of what happened, and what of it may happen next. */
final class CandidateModel {

    private static final int NAME_DAYS = 60;
    private static final int KEY_MONTHS = 12;
    private static final LocalDate PROGRAMME_ENDS = LocalDate.of(2028, 12, 31);

    /** Written here once more, by hand, so that a change of the table is noticed. */
    private static final Map<String, String> MAY = Map.of(
            "NEW", "INVITED YES NO DROPPED_OUT",
            "INVITED", "REMINDED YES NO NO_ANSWER DROPPED_OUT",
            "REMINDED", "REMINDED YES NO NO_ANSWER DROPPED_OUT",
            "NO_ANSWER", "YES NO DROPPED_OUT",
            "NO", "YES",
            "YES", "CONSENT_GIVEN NO NO_ANSWER DROPPED_OUT");

    record Happened(String step, @Nullable String reason, LocalDate day) {}

    final Deque<Happened> pile = new ArrayDeque<>();
    final List<String> all = new ArrayList<>();
    boolean named = true;
    boolean there = true;
    boolean linked;
    boolean seen;
    boolean left;
    LocalDate today;

    CandidateModel(LocalDate today) {
        this.today = today;
        happen("NEW", null, today);
    }

    String step() {
        return pile.getLast().step();
    }

    private void happen(String step, @Nullable String reason, LocalDate day) {
        pile.addLast(new Happened(step, reason, day));
        all.add(step);
    }

    boolean may(String step) {
        return there
                && named
                && List.of(MAY.getOrDefault(step(), "").split(" ")).contains(step);
    }

    /** Answers whether it may be. */
    boolean choose(String step, @Nullable String reason) {
        if (!may(step) || step.equals("CONSENT_GIVEN") && left) {
            return false;
        }
        happen(step, reason, today);
        if (step.equals("CONSENT_GIVEN")) {
            linked = true;
            if (seen) {
                happen("ACTIVE", null, today);
            }
        }
        return true;
    }

    boolean mayUndo() {
        return there && named && pile.size() > 1 && !step().equals("ACTIVE") && !step().equals("ENDED");
    }

    void undo() {
        if (mayUndo()) {
            linked = linked && !pile.getLast().step().equals("CONSENT_GIVEN");
            pile.removeLast();
        }
    }

    void isSeen() {
        if (linked && !seen && !left) {
            happen("ACTIVE", null, today);
        }
        seen = true;
    }

    void leaves(LocalDate day, String reason) {
        if (linked && !left) {
            happen("ENDED", reason, day);
        }
        left = true;
    }

    private boolean open() {
        return List.of("NEW", "INVITED", "REMINDED", "YES").contains(step());
    }

    /** A household that tells of itself does not make the candidate's name stay longer. */
    private LocalDate day() {
        return pile.stream()
                .filter(one -> !one.step().equals("ACTIVE") && !one.step().equals("ENDED"))
                .reduce((one, next) -> next)
                .orElseThrow()
                .day();
    }

    private LocalDate later(LocalDate day) {
        return day.isAfter(PROGRAMME_ENDS) ? day : PROGRAMME_ENDS;
    }

    LocalDate nameUntil() {
        return (open() ? later(day()) : day()).plusDays(NAME_DAYS);
    }

    LocalDate keyUntil() {
        boolean over = List.of("NO", "NO_ANSWER", "DROPPED_OUT").contains(step());
        return (over ? day() : later(day())).plusMonths(KEY_MONTHS);
    }

    void sweep() {
        named = named && !today.isAfter(nameUntil());
        there = there && !today.isAfter(keyUntil());
        named = named && there;
    }

    /** How often it came to each step, once each, that was not undone. */
    Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        pile.forEach(one -> counted.put(one.step(), 1L));
        return counted;
    }
}
