package dk.samblik.view;

import dk.samblik.mapping.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Sections to one household view: a pure function. The day and the moment are given, nothing is stored or asked for; any
 * order of the sections, doubled ones and a second time give the same view. Where registers disagree, all is kept.
 */
public final class Merge {

    private final Frame frame;
    private final Shown raw;
    private final boolean hidden;
    private final Shown shown;
    private final LocalDate today;
    private final Instant now;

    private Merge(Frame frame, List<PersonSections> persons, LocalDate today, Instant now) {
        this.frame = frame;
        this.raw = Shown.of(frame, persons);
        this.hidden = addressesHidden(frame, raw);
        this.shown = hidden ? raw.with(Placeless::of) : raw;
        this.today = today;
        this.now = now;
    }

    /** The view as it stands on a day; {@code now} tells fresh from out of date. */
    public static HouseholdView merge(Frame frame, List<PersonSections> persons, LocalDate today, Instant now) {
        return new Merge(frame, persons, today, now).view();
    }

    /** Whether a view made of these says nothing of where the household lives. */
    static boolean hidesAddresses(Frame frame, List<PersonSections> persons) {
        return addressesHidden(frame, Shown.of(frame, persons));
    }

    private HouseholdView view() {
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
                appointments(),
                deadlines(),
                measures(),
                Consents.anonymous(shown),
                Incomes.of(members, shown, today),
                children,
                homes,
                Disagreements.of(frame, members, raw, hidden, today),
                Timeline.of(shown, today),
                states,
                Consents.notCovered(frame, members),
                hidden);
    }

    private List<Sourced<Fact.Appointment>> appointments() {
        return shown.of(
                Fact.Appointment.class,
                Comparator.comparing(Fact.Appointment::date).reversed());
    }

    private List<Sourced<Fact.Deadline>> deadlines() {
        return shown.of(
                Fact.Deadline.class, Comparator.comparing(Fact.Deadline::date).reversed());
    }

    /** Somebody is protected, or nobody can tell: a member without an identity counts as protected. */
    private static boolean addressesHidden(Frame frame, Shown raw) {
        return frame.participants().stream()
                .filter(participant -> participant.standing() == Frame.Standing.IN_FORCE)
                .anyMatch(participant -> raw.identity(participant.id())
                        .map(identity -> identity.protectedAddress() || identity.protectedHome())
                        .orElse(true));
    }

    private List<Sourced<Fact.Measure>> measures() {
        Comparator<Fact.Measure> runningFirst = Comparator.<Fact.Measure, Boolean>comparing(
                        measure -> !Current.on(today, measure))
                .thenComparing(Fact.Measure::from, Comparator.nullsLast(Comparator.reverseOrder()));
        return shown.of(Fact.Measure.class, runningFirst);
    }
}
