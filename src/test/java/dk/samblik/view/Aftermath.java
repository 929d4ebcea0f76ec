package dk.samblik.view;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.RaceRows.Content;
import dk.samblik.view.RaceRows.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges what stands after races: what outlived its consent, and what else is not as it must be. */
final class Aftermath {

    private final List<RaceCase> races;
    private final RaceRows rows;
    private final Vault vault;

    Aftermath(RaceGround ground, List<RaceCase> races) {
        this.races = races;
        this.rows = RaceRows.in(ground.owner);
        this.vault = ground.vault;
    }

    /** What stands although the consent it needs was taken back, by race. */
    List<String> survivors() {
        return races.stream()
                .flatMap(race -> Stream.concat(outlived(race), kinds(race)).map(what -> named(race, what)))
                .toList();
    }

    private static String named(RaceCase race, String what) {
        return race.name() + " " + race.taken() + ": " + what;
    }

    private Stream<String> outlived(RaceCase race) {
        PersonId person = race.withdrawing();
        Stream<String> content = rows.hanging().getOrDefault(person, List.of()).stream()
                .filter(row -> race.takenBack(person, row.source()))
                .map(row -> row.table() + " of " + row.register());
        Stream<String> consent = rows.inForce().getOrDefault(person, List.of()).stream()
                .filter(row -> race.takenBack(person, row.source()))
                .map(row -> "in force for " + row.source());
        return Stream.concat(content, consent);
    }

    /** Of a kind that was taken back nothing may stand, whichever department it is from. */
    private Stream<String> kinds(RaceCase race) {
        PersonId person = race.withdrawing();
        Stream<String> facts = sections(race.home()).stream()
                .filter(section -> section.person().equals(person))
                .flatMap(section -> open(section).stream()
                        .flatMap(fact -> FactCategory.of(fact).stream())
                        .filter(kind -> race.takenKind(person).equals(java.util.Optional.of(kind)))
                        .map(kind -> kind + " of " + section.register()));
        Stream<String> consents = rows.inForce().getOrDefault(person, List.of()).stream()
                .filter(row -> race.takenKind(person)
                        .filter(row.categories()::contains)
                        .isPresent())
                .map(row -> "in force for a kind from " + row.source());
        return Stream.concat(facts, consents);
    }

    /** All else that is wrong, by race. */
    List<String> faults() {
        return races.stream()
                .flatMap(race -> race.households().stream()
                        .flatMap(household -> faults(race, household).stream())
                        .map(what -> named(race, what)))
                .toList();
    }

    private List<String> faults(RaceCase race, ConsentedHousehold household) {
        List<String> faults = new ArrayList<>();
        List<Item> items = rows.items().getOrDefault(household.id(), List.of());
        if (items.stream().allMatch(item -> item.state().equals("CLAIMED"))) {
            // Nobody published it in this kind of race.
            return faults;
        }
        boolean home = household.equals(race.home());
        Set<String> ends = home ? Set.of("UPDATED", "UNCHANGED", "KEPT") : Set.of("UPDATED");
        items.stream()
                .filter(item ->
                        !ends.contains(item.state()) || item.state().equals("UPDATED") != (item.version() != null))
                .forEach(item -> faults.add("an item ended as " + item.state()));
        boolean left = home && race.taken() == RaceCase.Taken.THE_LAST;
        if (vault.holds(household.id()) == left) {
            faults.add(left ? "the key of a household that left is kept" : "the key is gone");
        }
        faults.addAll(versions(household));
        household.persons().forEach(person -> faults.addAll(standing(race, household, person)));
        return faults;
    }

    /** Versions count from one without a gap, and sections live within them, one at a time. */
    private List<String> versions(ConsentedHousehold household) {
        List<String> faults = new ArrayList<>();
        List<Integer> versions = rows.versions().getOrDefault(household.id(), List.of());
        if (rows.repeated().contains(household.id())) {
            faults.add("a version like the one before");
        }
        if (!versions.equals(IntStream.rangeClosed(1, versions.size()).boxed().toList())) {
            faults.add("versions " + versions);
        }
        Set<String> seen = new HashSet<>();
        for (Content section : sections(household)) {
            int until = section.current() ? versions.size() : section.until();
            if (section.since() > until || until > versions.size()) {
                faults.add("a section of version " + section.since() + " to " + section.until());
            }
            IntStream.rangeClosed(section.since(), until)
                    .filter(version -> !seen.add(version + section.register() + section.person()))
                    .forEach(version -> faults.add("two sections of one version"));
        }
        return faults;
    }

    /** What nobody took back stands as the later run saw it. */
    private List<String> standing(RaceCase race, ConsentedHousehold household, ConsentedPerson person) {
        List<String> faults = new ArrayList<>();
        for (String register : RaceAnswers.REGISTERS) {
            List<Content> current = sections(household).stream()
                    .filter(section -> section.current() && section.person().equals(person.id()))
                    .filter(section -> section.register().equals(register))
                    .toList();
            // A kind that was taken back takes the whole section; it stands again when it is asked for again.
            boolean maybe = race.takenKind(person.id()).isPresent();
            boolean gone = race.takenBack(person.id(), PublishStory.source(register));
            if (!gone && !maybe && (current.size() != 1 || !last(race, household, current.get(0)))) {
                faults.add("what nobody took back does not stand in " + register);
            }
            current.stream()
                    .filter(section -> !told(race, section))
                    .forEach(section -> faults.add("nobody said what stands in " + register));
        }
        return faults;
    }

    private boolean last(RaceCase race, ConsentedHousehold household, Content section) {
        long fence = race.last(household).fence();
        return (section.run().equals(race.last(household).id().value()) || !race.news())
                && rows.hanging().get(section.person()).stream()
                        .filter(row -> row.register().equals(section.register())
                                && !row.table().equals("section"))
                        .allMatch(row -> row.fence() == fence);
    }

    /** Whether a section says what its run was told. */
    private boolean told(RaceCase race, Content section) {
        UUID night = race.night().id().value();
        Set<Fact> told =
                RaceAnswers.facts(race, section.run().equals(night) ? race.night() : race.refresh(), section.register())
                        .stream()
                        .filter(fact -> !race.takenKind(section.person()).equals(FactCategory.of(fact)))
                        .collect(Collectors.toSet());
        return told.equals(Set.copyOf(open(section)));
    }

    private List<Content> sections(ConsentedHousehold household) {
        return rows.sections().getOrDefault(household.id(), List.of());
    }

    private List<Fact> open(Content section) {
        if (!vault.holds(section.household())) {
            return List.of();
        }
        return SectionContent.facts(vault.open(
                TestAccess.grant(section.household()),
                section.household(),
                SectionContent.label(section.person(), section.register(), section.since()),
                section.sealed()));
    }
}
