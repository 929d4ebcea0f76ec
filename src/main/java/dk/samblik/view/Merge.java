package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sections to one household view: a pure function. The day and the moment are given, nothing is stored or asked for; any
 * order of the sections, doubled ones and a second time give the same view. Where registers disagree, all is kept.
 */
public final class Merge {

    private Merge() {}

    /** The view as it stands on a day; {@code now} tells fresh from out of date. */
    public static HouseholdView merge(Frame frame, List<PersonSections> persons, LocalDate today, Instant now) {
        Shown raw = Shown.of(frame, persons);
        boolean hidden = addressesHidden(frame, raw);
        Shown shown = hidden ? raw.with(Placeless::of) : raw;
        List<Member> members = Members.of(frame, shown, today);
        List<Clash> clashes = Clashes.of(shown);
        List<CalendarEntry> calendar = Calendar.of(frame, shown, clashes, today);
        List<SourceState> states = SourceStates.of(frame, members, shown, now);
        List<Child> children = Children.of(members, shown, today);
        List<Home> homes = Homes.of(raw, hidden, today);
        return new HouseholdView(
                frame,
                Consents.summary(frame, members),
                Alerts.of(frame, shown, homes, children, clashes, today),
                members,
                Lanes.of(frame, shown, states, calendar, today),
                calendar,
                clashes,
                shown.of(
                        Fact.Appointment.class,
                        Comparator.comparing(Fact.Appointment::date).reversed()),
                shown.of(
                        Fact.Deadline.class,
                        Comparator.comparing(Fact.Deadline::date).reversed()),
                shown.of(Fact.Measure.class, runningFirst(today)),
                Consents.anonymous(shown),
                incomes(members, shown, today),
                children,
                homes,
                Disagreements.of(frame, members, raw, hidden, today),
                Timeline.of(shown, today),
                states,
                Consents.notCovered(frame, members),
                hidden);
    }

    /** Somebody is protected, or nobody can tell: a member without an identity counts as protected. */
    private static boolean addressesHidden(Frame frame, Shown raw) {
        return frame.participants().stream()
                .filter(participant -> participant.standing() == Frame.Standing.IN_FORCE)
                .anyMatch(participant -> raw.identity(participant.id())
                        .map(identity -> identity.protectedAddress() || identity.protectedHome())
                        .orElse(true));
    }

    private static Comparator<Fact.Measure> runningFirst(LocalDate today) {
        return Comparator.<Fact.Measure, Boolean>comparing(measure -> !Current.on(today, measure))
                .thenComparing(Fact.Measure::from, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    private static List<Income> incomes(List<Member> members, Shown shown, LocalDate today) {
        List<Sourced<Fact.Benefit>> benefits = shown.of(
                Fact.Benefit.class,
                Comparator.<Fact.Benefit, Boolean>comparing(
                                benefit -> !Current.on(today, benefit.from(), benefit.until()))
                        .thenComparing(Fact.Benefit::from, Comparator.reverseOrder()));
        List<Sourced<Fact.Classification>> classes =
                shown.of(Fact.Classification.class, Comparator.comparing(Fact.Classification::toString));
        List<Income> incomes = new ArrayList<>();
        for (Member member : members) {
            Income income = new Income(member.id(), of(member.id(), benefits), of(member.id(), classes));
            if (!income.benefits().isEmpty() || !income.classifications().isEmpty()) {
                incomes.add(income);
            }
        }
        return incomes;
    }

    private static <F extends Fact> List<Sourced<F>> of(PersonId person, List<Sourced<F>> all) {
        return all.stream().filter(sourced -> sourced.person().equals(person)).toList();
    }
}
