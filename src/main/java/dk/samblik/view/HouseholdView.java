package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.util.List;
import java.util.Optional;

/**
 * All that the team may see of one household, in the order a page shows it. A finished snapshot: made by {@link Merge}
 * from sections and nothing else, never changed. Lists are sorted, so equal input gives an equal view.
 *
 * @param consent what is agreed, for the sentence at the top
 * @param alerts at most five dated facts, weightiest first
 * @param members those who take part, adults first (oldest first), then children youngest first
 * @param lanes always EMPLOYMENT, CHILDREN, SOCIAL, HOUSING
 * @param calendar from 30 days back to 30 days ahead over all departments, by date and time
 * @param clashes appointments at the same time, whenever they are
 * @param appointments all that are shown, newest first; the calendar holds those near today
 * @param deadlines all that are shown, newest first
 * @param measures running and planned first, then ended, newest first
 * @param anonymous what may be counted but not told
 * @param incomes one an adult with a benefit or a classification
 * @param children one a child with a place, absence or attendance
 * @param homes one a tenancy, current first
 * @param disagreements all values with their source and date; nothing is silently chosen
 * @param timeline past events, newest first
 * @param sources one for each register and member, in the order of registers, then members
 * @param notCovered what is not asked for, so that silence is not read as "no case"
 * @param addressesHidden somebody here is protected: no address, school, day care, provider or place is in this view
 */
public record HouseholdView(
        Frame frame,
        ConsentSummary consent,
        List<Alert> alerts,
        List<Member> members,
        List<Lane> lanes,
        List<CalendarEntry> calendar,
        List<Clash> clashes,
        List<Sourced<Fact.Appointment>> appointments,
        List<Sourced<Fact.Deadline>> deadlines,
        List<Sourced<Fact.Measure>> measures,
        List<AnonymousCount> anonymous,
        List<Income> incomes,
        List<Child> children,
        List<Home> homes,
        List<Disagreement> disagreements,
        List<Moment> timeline,
        List<SourceState> sources,
        List<NotCovered> notCovered,
        boolean addressesHidden) {

    public HouseholdView {
        alerts = List.copyOf(alerts);
        members = List.copyOf(members);
        lanes = List.copyOf(lanes);
        calendar = List.copyOf(calendar);
        clashes = List.copyOf(clashes);
        appointments = List.copyOf(appointments);
        deadlines = List.copyOf(deadlines);
        measures = List.copyOf(measures);
        anonymous = List.copyOf(anonymous);
        incomes = List.copyOf(incomes);
        children = List.copyOf(children);
        homes = List.copyOf(homes);
        disagreements = List.copyOf(disagreements);
        timeline = List.copyOf(timeline);
        sources = List.copyOf(sources);
        notCovered = List.copyOf(notCovered);
    }

    /** The member with this id, where the view has one. */
    public Optional<Member> member(PersonId id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** The lane of one department. */
    public Optional<Lane> lane(Department department) {
        return lanes.stream().filter(lane -> lane.department() == department).findFirst();
    }
}
