package dk.samblik.view;

import static dk.samblik.view.Facts.absence;
import static dk.samblik.view.Facts.appointment;
import static dk.samblik.view.Facts.benefit;
import static dk.samblik.view.Facts.closedCase;
import static dk.samblik.view.Facts.deadline;
import static dk.samblik.view.Facts.evicted;
import static dk.samblik.view.Facts.measure;
import static dk.samblik.view.Facts.openCase;
import static dk.samblik.view.Facts.school;
import static dk.samblik.view.Facts.tenancy;
import static dk.samblik.view.Facts.worker;
import static dk.samblik.view.Husstand.TODAY;
import static dk.samblik.view.Husstand.TONIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Alert.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the team reads of a household, told as stories. */
class MergeTest {

    private final Husstand home = new Husstand();
    private final PersonId amina = home.member("Amina", LocalDate.of(1985, 2, 1));

    @Test
    void adultsComeOldestFirstThenChildrenYoungestFirst() {
        home.member("Karim", LocalDate.of(1982, 5, 5));
        home.member("Yusuf", LocalDate.of(2012, 1, 1));
        home.member("Lea", LocalDate.of(2020, 1, 1));

        assertThat(home.merged().members())
                .extracting(Member::firstName, Member::kind, Member::ordinal)
                .containsExactly(
                        tuple("Karim", Member.Kind.ADULT, 1),
                        tuple("Amina", Member.Kind.ADULT, 2),
                        tuple("Lea", Member.Kind.CHILD, 1),
                        tuple("Yusuf", Member.Kind.CHILD, 2));
    }

    @Test
    void theEighteenthBirthdayMakesAnAdult() {
        PersonId young = home.member("Noor", TODAY.minusYears(18));
        PersonId younger = home.member("Omar", TODAY.minusYears(18).plusDays(1));

        assertThat(home.merged().member(young).orElseThrow().kind()).isEqualTo(Member.Kind.ADULT);
        assertThat(home.merged().member(younger).orElseThrow().age()).isEqualTo(17);
    }

    @Test
    void lanesStandInOneOrderWhateverAnswered() {
        assertThat(home.merged().lanes())
                .extracting(Lane::department)
                .containsExactly(Department.EMPLOYMENT, Department.CHILDREN, Department.SOCIAL, Department.HOUSING);
    }

    @Test
    void aRegisterThatWasAskedAndHoldsNothingSaysSo() {
        home.answers(amina, "jobcenter");

        assertThat(state(Department.EMPLOYMENT)).isEqualTo(LaneState.NOTHING_FOUND);
    }

    @Test
    void aDepartmentOutsideTheConsentIsNotTakenForNoCase() {
        home.leavesOut(amina, Department.SOCIAL);

        assertThat(state(Department.SOCIAL)).isEqualTo(LaneState.NOT_IN_SCOPE);
        assertThat(home.merged().notCovered()).extracting(NotCovered::source).containsExactly(Department.SOCIAL);
    }

    @Test
    void aSectionOutsideTheConsentIsNotShownEvenIfItIsThere() {
        home.answers(amina, "social", openCase("S-1", TODAY.minusDays(9)));
        home.leavesOut(amina, Department.SOCIAL);

        assertThat(home.merged().lane(Department.SOCIAL).orElseThrow().open()).isEmpty();
    }

    @Test
    void whatWasTakenBackIsDatedAndEmpty() {
        home.answers(amina, "social", openCase("S-1", TODAY.minusDays(9)));
        home.withdraws(amina, Department.SOCIAL);

        Lane lane = home.merged().lane(Department.SOCIAL).orElseThrow();
        assertThat(lane.state()).isEqualTo(LaneState.WITHDRAWN);
        assertThat(lane.note().withdrawn()).isEqualTo(Husstand.NOW);
        assertThat(lane.open()).isEmpty();
    }

    @Test
    void whoeverTookEverythingBackKeepsNoName() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        home.withdrawsAll(karim);

        Member member = home.merged().member(karim).orElseThrow();
        assertThat(member.name()).isNull();
        assertThat(member.consent()).isEqualTo(Frame.Standing.WITHDRAWN);
        assertThat(home.merged().consent().adultsInForce()).isEqualTo(1);
        assertThat(home.merged().consent().adults()).isEqualTo(2);
    }

    @Test
    void aRegisterThatFailsKeepsItsLastGoodAnswerMarked() {
        home.silent(amina, "social", TONIGHT, TONIGHT.minusSeconds(86400), openCase("S-1", TODAY.minusDays(9)));

        Lane lane = home.merged().lane(Department.SOCIAL).orElseThrow();
        assertThat(lane.state()).isEqualTo(LaneState.STALE);
        assertThat(lane.note().staleSince()).isEqualTo(TONIGHT);
        assertThat(lane.open()).hasSize(1);
    }

    @Test
    void aRegisterThatNeverAnsweredIsNotFetchedRatherThanEmpty() {
        home.silent(amina, "social", TONIGHT, null);

        assertThat(state(Department.SOCIAL)).isEqualTo(LaneState.DOWN_EMPTY);
    }

    @Test
    void oldDataOfASourceThatAnswersAreOutOfDateByItsOwnDate() {
        home.answersOf(amina, "jobcenter", Husstand.NOW.minusSeconds(27 * 3600), 0, List.of(openCase("J-1", TODAY)));

        assertThat(state(Department.EMPLOYMENT)).isEqualTo(LaneState.STALE);
    }

    @Test
    void aWeeklyDeliveryMayBeAWeekOld() {
        home.answersOf(
                amina,
                "bolig",
                Husstand.NOW.minusSeconds(7 * 86400),
                0,
                List.of(tenancy("1-2-3", TODAY.minusYears(2), "eksempelvej 1")));

        assertThat(state(Department.HOUSING)).isEqualTo(LaneState.FRESH);
    }

    @Test
    void aRefusedRowIsSaid() {
        home.answersOf(amina, "jobcenter", TONIGHT, 1, List.of(openCase("J-1", TODAY)));

        assertThat(state(Department.EMPLOYMENT)).isEqualTo(LaneState.PARTLY_QUARANTINED);
    }

    @Test
    void notAccessibleIsAnAnswerWithNothingBehind() {
        home.notAccessible(amina, "social");

        assertThat(home.merged().sources())
                .filteredOn(source -> source.register().equals("social"))
                .extracting(SourceState::outcome, SourceState::facts)
                .containsExactly(tuple(SourceState.Outcome.NOT_ACCESSIBLE, 0));
    }

    @Test
    void aKindOfInformationThatIsNotCoveredGoesAtOnce() {
        home.answers(
                amina,
                "jobcenter",
                openCase("J-1", TODAY.minusDays(5)),
                benefit("Kontanthjælp", TODAY.minusYears(1), null));
        home.covers(amina, EnumSet.of(Category.CASE_OVERVIEW));

        HouseholdView view = home.merged();
        assertThat(view.incomes()).isEmpty();
        Fact.Case shown =
                view.lane(Department.EMPLOYMENT).orElseThrow().open().get(0).fact();
        assertThat(shown.workerName()).isNull();
    }

    @Test
    void twoAppointmentsAtTheSameTimeAreAClashAcrossDepartments() {
        PersonId yusuf = home.member("Yusuf", LocalDate.of(2012, 1, 1));
        home.answers(amina, "jobcenter", appointment("a", TODAY.plusDays(6), "10:00", "PLANNED"));
        home.answers(yusuf, "boern-og-unge", appointment("b", TODAY.plusDays(6), "10:59", "PLANNED"));

        HouseholdView view = home.merged();
        assertThat(view.clashes())
                .extracting(clash -> clash.appointments().size())
                .containsExactly(2);
        assertThat(view.calendar()).allMatch(CalendarEntry::clash).allMatch(CalendarEntry::sameDay);
        assertThat(view.alerts()).extracting(Alert::kind).containsExactly(Kind.CLASH);
    }

    @Test
    void anHourLaterIsTheSameDayAndNoClash() {
        home.answers(amina, "jobcenter", appointment("a", TODAY.plusDays(6), "10:00", "PLANNED"));
        home.answers(amina, "social", appointment("b", TODAY.plusDays(6), "11:00", "PLANNED"));

        assertThat(home.merged().clashes()).isEmpty();
        assertThat(home.merged().calendar()).allMatch(CalendarEntry::sameDay);
    }

    @Test
    void theCalendarEndsThirtyDaysAheadAndHoldsTheMeeting() {
        home.meeting(TODAY.plusDays(2));
        home.answers(
                amina,
                "jobcenter",
                appointment("a", TODAY.plusDays(30), "10:00", "PLANNED"),
                appointment("b", TODAY.plusDays(31), "10:00", "PLANNED"));

        assertThat(home.merged().calendar())
                .extracting(CalendarEntry::kind)
                .containsExactly(CalendarEntry.Kind.MEETING, CalendarEntry.Kind.APPOINTMENT);
        assertThat(home.merged().appointments()).hasSize(2);
    }

    @Test
    void alertsAreAtMostFiveAndTheWeightiestComeFirst() {
        home.answers(amina, "bolig", evicted("1-2-3", TODAY.minusYears(1), TODAY.plusDays(20)));
        home.answers(
                amina,
                "jobcenter",
                benefit("Kontanthjælp", TODAY.minusYears(1), TODAY.plusDays(9)),
                appointment("a", TODAY.minusDays(3), "09:00", "MISSED"),
                appointment("b", TODAY.minusDays(33), "09:00", "MISSED"),
                appointment("c", TODAY.minusDays(60), "09:00", "MISSED"));
        home.answers(
                amina,
                "boern-og-unge",
                absence(YearMonth.of(2026, 3), 40, 4),
                deadline("d", TODAY.minusDays(1), null),
                deadline("e", TODAY.minusDays(2), null));

        assertThat(home.merged().alerts())
                .extracting(Alert::kind)
                .containsExactly(
                        Kind.EVICTION,
                        Kind.BENEFIT_ENDING,
                        Kind.UNLAWFUL_ABSENCE,
                        Kind.DEADLINE_PASSED,
                        Kind.DEADLINE_PASSED);
    }

    @Test
    void absenceIsInDaysAndThousandthsOfSchoolDays() {
        PersonId lea = home.member("Lea", LocalDate.of(2018, 1, 1));
        home.answers(
                lea, "boern-og-unge", absence(YearMonth.of(2026, 3), 40, 3), absence(YearMonth.of(2025, 12), 60, 0));

        Child child = home.merged().children().get(0);
        assertThat(child.thisQuarter()).extracting(Child.Quarter::awayPermille).isEqualTo(100);
        assertThat(child.thisQuarter())
                .extracting(Child.Quarter::unlawfulPermille)
                .isEqualTo(75);
        assertThat(child.lastQuarter()).extracting(Child.Quarter::away).isEqualTo(1);
    }

    @Test
    void aTenancyOfTwoIsOneHome() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        Fact.Tenancy lease = tenancy("1-2-3", TODAY.minusYears(2), "eksempelvej 1");
        home.answers(amina, "bolig", lease);
        home.answers(karim, "bolig", lease);

        assertThat(home.merged().homes()).hasSize(1);
        assertThat(home.merged().homes().get(0).persons()).containsExactlyInAnyOrder(amina, karim);
        assertThat(home.merged().disagreements()).isEmpty();
    }

    @Test
    void twoAddressesAreBothShownAndNoneIsChosen() {
        home.answers(amina, "bolig", tenancy("1-2-3", TODAY.minusYears(2), "proevevej 9"));

        Disagreement found = home.merged().disagreements().get(0);
        assertThat(found.rule()).isEqualTo(Disagreement.Rule.BOTH_SHOWN);
        assertThat(found.values())
                .extracting(Disagreement.Value::text)
                .containsExactly("Eksempelvej 1, 8800 Viborg", "Prøvevej 9, 8800 Viborg");
    }

    @Test
    void noFixedAddressIsAFactAndNoDisagreement() {
        PersonId drifter = home.member(new Fact.Identity(
                "Bo", "Testesen", LocalDate.of(1970, 2, 2), "03", false, false, null, null, List.of()));
        home.answers(drifter, "bolig", tenancy("1-2-3", TODAY.minusYears(2), "proevevej 9"));

        assertThat(home.merged().disagreements()).isEmpty();
    }

    @Test
    void oneProtectedMemberHidesThePlacesOfAll() {
        PersonId lea = home.protectedMember("Lea", LocalDate.of(2018, 1, 1));
        home.answers(
                lea, "boern-og-unge", school("Nordskolen", TODAY.minusYears(1)), absence(YearMonth.of(2026, 3), 40, 3));
        home.answers(amina, "bolig", tenancy("1-2-3", TODAY.minusYears(2), "proevevej 9"));
        home.answers(
                amina,
                "jobcenter",
                appointment("a", TODAY.plusDays(1), "10:00", "PLANNED"),
                measure("m", TODAY.minusDays(20), null, "ACTIVE"));

        HouseholdView view = home.merged();
        assertThat(view.addressesHidden()).isTrue();
        assertThat(view.disagreements()).extracting(Disagreement::hidden).containsExactly(true);
        assertThat(view.toString())
                .doesNotContain("Nordskolen")
                .doesNotContain("3.B")
                .doesNotContain("vej ")
                .doesNotContain("1-2-3")
                .doesNotContain("Mødelokale")
                .doesNotContain("Leverandør");
        assertThat(view.homes()).extracting(Home::current).containsExactly(true);
    }

    @Test
    void whoseIdentityIsUnknownCountsAsProtected() {
        home.answers(amina, "bolig", tenancy("1-2-3", TODAY.minusYears(2), "proevevej 9"));
        Frame frame = home.frame();
        List<PersonSections> nobodyKnown = home.sections().stream()
                .map(person -> new PersonSections(
                        person.person(),
                        person.sections().stream()
                                .filter(section -> !section.register().equals(Shown.POPULATION))
                                .toList()))
                .toList();

        assertThat(Merge.merge(frame, nobodyKnown, TODAY, Husstand.NOW).addressesHidden())
                .isTrue();
    }

    @Test
    void eachOfADepartmentsPeopleStandsOnceWithTheirMembers() {
        PersonId karim = home.member("Karim", LocalDate.of(1982, 5, 5));
        home.answers(amina, "jobcenter", worker("Mia Test", true), worker("Ole Test", false));
        home.answers(karim, "jobcenter", worker("Mia Test", false));

        Lane lane = home.merged().lane(Department.EMPLOYMENT).orElseThrow();
        assertThat(lane.contacts())
                .extracting(Lane.Contact::name, contact -> contact.persons().size())
                .containsExactly(tuple("Mia Test", 2), tuple("Ole Test", 1));
        assertThat(lane.caseworkers()).isEqualTo(2);
    }

    @Test
    void closedCasesAreApartAndOnTheTimeline() {
        home.answers(
                amina,
                "jobcenter",
                openCase("J-2", TODAY.minusDays(5)),
                closedCase("J-1", TODAY.minusDays(100), TODAY.minusDays(10)));

        Lane lane = home.merged().lane(Department.EMPLOYMENT).orElseThrow();
        assertThat(lane.open()).hasSize(1);
        assertThat(lane.closed()).hasSize(1);
        assertThat(home.merged().timeline())
                .extracting(Moment::kind)
                .containsExactly(Moment.Kind.CASE_OPENED, Moment.Kind.CASE_CLOSED, Moment.Kind.CASE_OPENED);
    }

    @Test
    void adultsWhoSaidNoAreCountedAndNowhereElse() {
        home.declined(1);

        assertThat(home.merged().consent().adults()).isEqualTo(2);
        assertThat(home.merged().members()).hasSize(1);
    }

    private LaneState state(Department department) {
        return home.merged().lane(department).orElseThrow().state();
    }
}
