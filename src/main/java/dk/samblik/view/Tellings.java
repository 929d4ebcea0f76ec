package dk.samblik.view;

import dk.samblik.household.CivilClock;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.PersonSections.Outcome;
import dk.samblik.view.PersonSections.Section;
import dk.samblik.view.Told.Spoken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which days each register has told of: back as far as the consent reaches, up to the day before the source's own date. */
final class Tellings {

    private Tellings() {}

    static Told of(Frame frame, List<PersonSections> persons, LocalDate today) {
        Shown shown = Shown.of(frame, persons);
        List<Spoken> spoken = new ArrayList<>();
        for (Participant participant : frame.participants()) {
            frame.registers().stream()
                    .flatMap(register -> shown.section(participant.id(), register.register()).stream())
                    .flatMap(section -> spoken(participant, section).stream())
                    .forEach(spoken::add);
        }
        return new Told(frame, Members.of(frame, shown, today), shown.all(), spoken);
    }

    private static Optional<Spoken> spoken(Participant participant, Section section) {
        Scope scope = participant.scopes().get(section.source());
        Instant told = section.asOf() == null ? section.answered() : section.asOf();
        if (scope == null || told == null || section.outcome() == Outcome.NOT_ACCESSIBLE) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(told, CivilClock.COPENHAGEN);
        return Optional.of(new Spoken(
                participant.id(),
                section.register(),
                section.source(),
                scope.categories(),
                day.minus(scope.back()),
                day.minusDays(1),
                section.mapping() == null ? "" : section.mapping()));
    }
}
