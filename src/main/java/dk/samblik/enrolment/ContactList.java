package dk.samblik.enrolment;

import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everybody somebody is to contact, and of these one page; still without names. */
record ContactList(List<Candidate> all, List<Candidate> due, List<Candidate> page, int pages, ContactChoice choice) {

    static final int PAGE = 25;

    ContactList {
        all = List.copyOf(all);
        due = List.copyOf(due);
        page = List.copyOf(page);
    }

    static ContactList of(List<Candidate> all, ContactChoice choice, Programmes programmes, LocalDate today) {
        List<Candidate> due = all.stream()
                .filter(one -> programmes
                        .find(one.programme())
                        .filter(programme -> due(one, programme, today))
                        .isPresent())
                .toList();
        List<Candidate> chosen = switch (choice.way()) {
            case ContactChoice.DUE -> due;
            case ContactChoice.OPEN ->
                all.stream().filter(one -> !one.step().closed()).toList();
            default -> all;
        };
        int pages = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
        int from = (Math.min(choice.page(), pages) - 1) * PAGE;
        return new ContactList(all, due, chosen.subList(from, Math.min(from + PAGE, chosen.size())), pages, choice);
    }

    private static boolean due(Candidate one, Programme programme, LocalDate today) {
        return one.due(
                today, programme.reminders().afterDays(), programme.reminders().atMost());
    }

    /** The one something was written about just now. */
    Optional<Candidate> about() {
        return all.stream()
                .filter(one -> one.id().toString().equals(choice.om()))
                .findFirst();
    }
}
