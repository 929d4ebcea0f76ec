package dk.samblik.team;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.LaneState;
import dk.samblik.view.Member;
import dk.samblik.view.SourceState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What does not apply to a household, in words, so that an empty place is never taken for an answer: no children, a child
 * cared for at home, somebody with a pension, a kind of information no consent covers.
 */
final class Applies {

    private static final int SOON = 30;
    /** Children of this age go to school (folkeskoleloven, section 34: the year they turn six). */
    private static final int SCHOOL_AGE = 6;

    private static final Set<String> PENSIONS = Set.of("DISABILITY_PENSION", "SENIOR_PENSION", "STATE_PENSION");

    private final HouseholdView view;
    private final People people;
    private final Words words;

    Applies(HouseholdView view, People people, Words words) {
        this.view = view;
        this.people = people;
        this.words = words;
    }

    /** Why a part holds nothing: nobody it could be about, not asked for, or asked for and nothing there. */
    public String nothing(String part) {
        Part asked = Part.valueOf(part);
        if (asked == Part.CHILDREN && children().findAny().isEmpty()) {
            return words.say("applies.no-children");
        }
        List<SourceState> those = view.sources().stream()
                .filter(source -> departments(asked).contains(source.source())
                        && covers(source.person(), source.source(), kinds(asked)))
                .toList();
        if (those.isEmpty()) {
            return words.say("applies.not-asked");
        }
        if (those.stream().allMatch(source -> source.answered() == null)) {
            return words.say("applies.not-fetched");
        }
        boolean silent = those.stream().anyMatch(source -> source.state() == LaneState.DOWN_EMPTY);
        String none = words.say("applies.nothing." + asked);
        return silent ? none + " " + words.say("applies.not-all-answered") : none;
    }

    /** Whose registers hold what stands in a part; a consent names kinds for all of them alike. */
    private static Set<Department> departments(Part part) {
        return switch (part) {
            case MEASURES -> Set.of(Department.EMPLOYMENT, Department.CHILDREN, Department.SOCIAL);
            case BENEFITS -> Set.of(Department.EMPLOYMENT);
            case CHILDREN -> Set.of(Department.CHILDREN);
            case HOUSING -> Set.of(Department.HOUSING);
            case MEMBERS, LANES, DATES -> Set.of(Department.values());
        };
    }

    private static Set<Category> kinds(Part part) {
        return switch (part) {
            case MEASURES -> Set.of(Category.MEASURES);
            case BENEFITS -> Set.of(Category.BENEFITS);
            case CHILDREN -> Set.of(Category.SCHOOL_ATTENDANCE, Category.DAYCARE_ATTENDANCE);
            case HOUSING -> Set.of(Category.TENANCY);
            case MEMBERS, LANES, DATES -> Set.of(Category.CASE_OVERVIEW);
        };
    }

    private Stream<Member> children() {
        return view.members().stream().filter(member -> member.kind() == Member.Kind.CHILD);
    }

    private boolean covers(PersonId person, Department source, Set<Category> kinds) {
        return participant(person)
                .map(participant -> participant.scopes().get(source))
                .filter(scope -> scope.categories().stream().anyMatch(kinds::contains))
                .isPresent();
    }

    private Optional<Frame.Participant> participant(PersonId person) {
        return view.frame().participants().stream()
                .filter(one -> one.id().equals(person))
                .findFirst();
    }

    /** Children without a place: cared for at home while under school age, else a place that nobody gave. */
    public List<String> withoutPlace() {
        return children()
                .filter(child -> answered(child.id(), Department.CHILDREN))
                .flatMap(child -> withoutPlace(child).stream())
                .toList();
    }

    private Optional<String> withoutPlace(Member child) {
        Integer age = child.age();
        if (age == null || placed(child.id())) {
            return Optional.empty();
        }
        Category needed = age < SCHOOL_AGE ? Category.DAYCARE_ATTENDANCE : Category.SCHOOL_ATTENDANCE;
        return covers(child.id(), Department.CHILDREN, Set.of(needed))
                ? Optional.of(words.say(
                        age < SCHOOL_AGE ? "applies.at-home" : "applies.no-school",
                        people.name(child),
                        words.say("department." + Department.CHILDREN)))
                : Optional.empty();
    }

    private boolean placed(PersonId child) {
        return view.children().stream()
                .filter(one -> one.person().equals(child))
                .flatMap(one -> one.enrolments().stream())
                .anyMatch(place -> runs(place.fact().from(), place.fact().until()));
    }

    private boolean runs(LocalDate from, @Nullable LocalDate until) {
        return !from.isAfter(words.today()) && (until == null || !until.isBefore(words.today()));
    }

    private boolean answered(PersonId person, Department department) {
        return view.sources().stream()
                .filter(source -> source.person().equals(person) && source.source() == department)
                .map(SourceState::state)
                .anyMatch(state -> state == LaneState.FRESH
                        || state == LaneState.NOTHING_FOUND
                        || state == LaneState.PARTLY_QUARANTINED);
    }

    /** Adults for whom a department's work does not apply: whoever has a pension is not looking for work. */
    public List<String> without(Department department) {
        return department != Department.EMPLOYMENT
                ? List.of()
                : view.incomes().stream()
                        .flatMap(income -> income.benefits().stream())
                        .filter(benefit -> benefit.fact().kind().canonical() != null
                                && PENSIONS.contains(benefit.fact().kind().canonical())
                                && runs(benefit.fact().from(), benefit.fact().until()))
                        .map(benefit -> words.say(
                                "applies.pension",
                                people.name(benefit.person()),
                                benefit.fact().kind().text()))
                        .distinct()
                        .toList();
    }

    /** Who turns 15 within 30 days, and what that means for the consent. */
    public List<String> turningFifteen() {
        return view.members().stream()
                .flatMap(member -> fifteen(member).stream())
                .toList();
    }

    private Optional<String> fifteen(Member member) {
        if (member.born() == null) {
            return Optional.empty();
        }
        LocalDate day = member.born().plusYears(15);
        boolean soon = day.isAfter(words.today()) && !day.isAfter(words.today().plusDays(SOON));
        return soon
                ? Optional.of(words.say("task.TURNS_15", people.name(member), words.longDate(day)) + " "
                        + words.say("task.TURNS_15.do", people.name(member)))
                : Optional.empty();
    }
}
