package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.PersonSections.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every household, whatever its registers say. */
class MergePropertiesTest {

    private static final LocalDate TODAY = Husstand.TODAY;
    private static final List<String> CASE_REGISTERS = List.of("jobcenter", "boern-og-unge", "social", "bolig");

    @Property(tries = 300)
    void orderAndDoublesLeaveNoTrace(@ForAll("seeds") Told told, @ForAll Random random) {
        Husstand home = told.home();
        List<PersonSections> shuffled = new ArrayList<>();
        for (PersonSections person : home.sections()) {
            for (Section section : person.sections()) {
                shuffled.add(new PersonSections(person.person(), List.of(shuffled(section, random))));
            }
        }
        shuffled.addAll(home.sections());
        Collections.shuffle(shuffled, random);

        assertThat(Merge.merge(home.frame(), shuffled, TODAY, Husstand.NOW)).isEqualTo(home.merged());
    }

    private static Section shuffled(Section s, Random random) {
        List<Fact> facts = new ArrayList<>(s.facts());
        facts.addAll(s.facts());
        Collections.shuffle(facts, random);
        return new Section(
                s.register(),
                s.source(),
                s.outcome(),
                facts,
                s.asked(),
                s.answered(),
                s.asOf(),
                s.staleSince(),
                s.reason(),
                s.mapping(),
                s.quarantined());
    }

    @Property(tries = 200)
    void theSameInputTwiceIsNoChange(@ForAll("seeds") Told told) {
        Husstand home = told.home();

        assertThat(Changes.between(home.merged(), home.merged())).isEmpty();
    }

    @Property(tries = 300)
    void nobodyWithoutConsentIsNamed(@ForAll("seeds") Told told) {
        Husstand home = told.home();
        PersonId gone = home.member("Ukendtsen", LocalDate.of(1990, 4, 4));
        home.answers(gone, "jobcenter", Facts.openCase("J-hemmelig", TODAY));
        List<PersonSections> late = home.sections();
        home.withdrawsAll(gone);

        String all = Merge.merge(home.frame(), late, TODAY, Husstand.NOW).toString();

        assertThat(all).doesNotContain("Ukendtsen").doesNotContain("J-hemmelig");
    }

    @Property(tries = 300)
    void aProtectedMemberHidesEveryPlace(@ForAll("seeds") Told told) {
        Husstand home = told.home();
        home.protectedMember("Lea", LocalDate.of(2018, 1, 1));

        assertThat(home.merged().toString())
                .doesNotContain("Nordskolen")
                .doesNotContain("Leverandør")
                .doesNotContain("Mødelokale")
                .doesNotContain("vej ")
                .doesNotContain("LEJE-");
    }

    @Property(tries = 300)
    void nothingOutsideTheScopeIsShown(@ForAll("seeds") Told told, @ForAll Department left) {
        Husstand home = told.home();
        home.frame().participants().forEach(member -> home.leavesOut(member.id(), left));
        HouseholdView view = home.merged();

        assertThat(view.timeline()).noneMatch(moment -> moment.department() == left);
        assertThat(view.lanes()).filteredOn(lane -> lane.department() == left).allMatch(lane -> lane.facts() == 0);
        assertThat(view.sources())
                .filteredOn(source -> source.source() == left)
                .allMatch(source -> source.outcome() == SourceState.Outcome.NOT_IN_SCOPE);
    }

    @Property(tries = 200)
    void everyFactOfTheSectionsIsCountedOnce(@ForAll("seeds") Told told) {
        Husstand home = told.home();
        long given = home.sections().stream()
                .flatMap(person -> person.sections().stream())
                .filter(section -> !section.register().equals(Shown.POPULATION))
                .mapToLong(section -> section.facts().stream().distinct().count())
                .sum();

        assertThat(home.merged().lanes().stream().mapToLong(Lane::facts).sum()).isEqualTo(given);
    }

    @Property(tries = 200)
    void fewerCategoriesNeverShowMore(@ForAll("seeds") Told told, @ForAll Category kept) {
        Husstand home = told.home();
        int before = home.merged().lanes().stream().mapToInt(Lane::facts).sum();
        home.frame().participants().forEach(member -> home.covers(member.id(), EnumSet.of(kept)));

        assertThat(home.merged().lanes().stream().mapToInt(Lane::facts).sum()).isLessThanOrEqualTo(before);
    }

    /** A made-up household of one to four members; {@code seed} decides what registers say. */
    record Told(int members, long seed) {

        Husstand home() {
            Random random = new Random(seed);
            Husstand home = new Husstand();
            for (int i = 0; i < members; i++) {
                PersonId person = home.member("P" + i, LocalDate.of(1960, 3, 3).plusDays(random.nextInt(20_000)));
                for (String register : CASE_REGISTERS) {
                    home.answersOf(
                            person, register, Husstand.TONIGHT, random.nextInt(2), facts(random, random.nextInt(6)));
                }
            }
            return home;
        }

        private static List<Fact> facts(Random random, int most) {
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                facts.add(fact(random, "k" + random.nextInt(4), TODAY.minusDays(random.nextInt(300) - 100)));
            }
            return facts;
        }

        private static Fact fact(Random random, String key, LocalDate day) {
            return switch (random.nextInt(9)) {
                case 0 -> Facts.openCase(key, day);
                case 1 -> Facts.closedCase(key, day, day.plusDays(9));
                case 2 -> Facts.appointment(key, day, "1" + random.nextInt(10) + ":00", "PLANNED");
                case 3 -> Facts.measure(key, day, null, "ACTIVE");
                case 4 -> Facts.benefit(key, day, random.nextBoolean() ? day.plusDays(40) : null);
                case 5 -> Facts.deadline(key, day, random.nextBoolean() ? day : null);
                case 6 -> Facts.school("Nordskolen", day);
                case 7 -> Facts.tenancy("LEJE-" + key, day, "proevevej 9");
                default -> Facts.worker(key, random.nextBoolean());
            };
        }
    }

    @Provide
    Arbitrary<Told> seeds() {
        return Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.longs())
                .as(Told::new);
    }
}
