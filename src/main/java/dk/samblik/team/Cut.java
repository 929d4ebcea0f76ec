package dk.samblik.team;

import static dk.samblik.access.Sight.BUSY;
import static dk.samblik.access.Sight.OWN;

import dk.samblik.access.Information;
import dk.samblik.access.Sight;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Alert;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Home;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Moment;
import dk.samblik.view.Sourced;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A view cut down to what one reader, or one sheet of paper, may hold: person by person and kind by kind. What is cut is
 * gone, not marked; the page says in words what its reader does not see.
 */
final class Cut {

    /** How much of a kind of information about a person is left. */
    interface Sights {
        Sight of(Information what, PersonId person);
    }

    private final Sights sights;
    private final HouseholdView whole;

    private Cut(Sights sights, HouseholdView whole) {
        this.sights = sights;
        this.whole = whole;
    }

    static HouseholdView of(HouseholdView whole, Sights sights) {
        return new Cut(sights, whole).view();
    }

    private HouseholdView view() {
        return new HouseholdView(
                whole.frame(),
                whole.consent(),
                whole.alerts().stream().filter(this::told).toList(),
                whole.members().stream().map(new CutMembers(this, whole)::of).toList(),
                whole.lanes().stream().map(new CutLanes(this, whole)::of).toList(),
                whole.calendar().stream()
                        .map(this::entry)
                        .filter(Objects::nonNull)
                        .toList(),
                whole.clashes().stream()
                        .filter(clash -> clash.appointments().stream().allMatch(this::dated))
                        .toList(),
                whole.appointments().stream().filter(this::dated).toList(),
                whole.deadlines().stream().filter(this::dated).toList(),
                of(Information.MEASURES, whole.measures()),
                whole.anonymous().stream()
                        .filter(count -> all(Information.MEASURES, count.person()))
                        .toList(),
                whole.incomes().stream()
                        .filter(income -> all(Information.BENEFITS, income.person()))
                        .toList(),
                whole.children().stream()
                        .filter(child -> all(Information.ATTENDANCE, child.person()))
                        .toList(),
                whole.homes().stream()
                        .map(this::home)
                        .filter(home -> !home.persons().isEmpty())
                        .toList(),
                whole.disagreements().stream()
                        .filter(each -> all(Information.ADDRESS, each.person()))
                        .toList(),
                whole.timeline().stream().filter(this::told).toList(),
                whole.sources().stream()
                        .filter(source -> answers(source.source(), source.person()))
                        .toList(),
                whole.notCovered().stream()
                        .filter(item -> answers(item.source(), item.person()))
                        .toList(),
                whole.addressesHidden());
    }

    Sight sight(Information what, PersonId person) {
        return sights.of(what, person);
    }

    boolean all(Information what, @Nullable PersonId person) {
        return person != null && sights.of(what, person).whole();
    }

    boolean own(Information what, @Nullable PersonId person) {
        return person != null && (sights.of(what, person) == OWN || all(what, person));
    }

    <S extends Sourced<?>> List<S> of(Information what, List<S> all) {
        return all.stream().filter(one -> all(what, one.person())).toList();
    }

    private boolean dated(Sourced<?> one) {
        return all(Information.APPOINTMENTS, one.person());
    }

    /** Whether how a register stands for somebody may be told: it says as much as its cases would. */
    boolean answers(Department department, PersonId person) {
        return department == Department.HOUSING
                ? own(Information.TENANCY, person)
                : all(Information.CASE_OVERVIEW, person);
    }

    private boolean told(Alert alert) {
        return switch (alert.kind()) {
            case EVICTION, TENANCY_TERMINATED -> own(Information.TENANCY, alert.person());
            case BENEFIT_ENDING -> all(Information.BENEFITS, alert.person());
            case UNLAWFUL_ABSENCE -> all(Information.ATTENDANCE, alert.person());
            case DEADLINE_PASSED, MISSED_APPOINTMENTS -> all(Information.APPOINTMENTS, alert.person());
            case CLASH -> whole.members().stream().allMatch(member -> all(Information.APPOINTMENTS, member.id()));
            case CONSENT_ENDING -> true;
        };
    }

    private boolean told(Moment moment) {
        return switch (moment.kind()) {
            case CASE_OPENED, CASE_CLOSED -> all(Information.CASE_OVERVIEW, moment.person());
            case MEASURE_STARTED, MEASURE_ENDED -> all(Information.MEASURES, moment.person());
            case BENEFIT_STARTED, BENEFIT_ENDED, EDUCATION_STARTED, EDUCATION_COMPLETED, EDUCATION_BROKEN_OFF ->
                all(Information.BENEFITS, moment.person());
            case APPOINTMENT_HELD, APPOINTMENT_MISSED, DEADLINE_MET -> all(Information.APPOINTMENTS, moment.person());
            case PLACE_STARTED, PLACE_ENDED -> all(Information.ATTENDANCE, moment.person());
            case MOVED_IN, MOVED_OUT -> own(Information.TENANCY, moment.person());
        };
    }

    private Home home(Home home) {
        return new Home(
                home.persons().stream()
                        .filter(person -> own(Information.TENANCY, person))
                        .toList(),
                home.tenancy(),
                home.current(),
                home.from(),
                home.hidden());
    }

    private @Nullable CalendarEntry entry(CalendarEntry entry) {
        if (entry.kind() == CalendarEntry.Kind.MEETING || all(Information.APPOINTMENTS, entry.person())) {
            return entry;
        }
        boolean busy = entry.kind() == CalendarEntry.Kind.APPOINTMENT
                && !entry.cancelled()
                && entry.person() != null
                && sights.of(Information.APPOINTMENTS, entry.person()) == BUSY;
        return busy ? Cut.busy(entry) : null;
    }

    /** The hour, and nothing of whose it is or whether it meets another. */
    static CalendarEntry busy(CalendarEntry entry) {
        return new CalendarEntry(
                entry.date(),
                entry.start(),
                entry.end(),
                CalendarEntry.Kind.APPOINTMENT,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null);
    }
}
