package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Change.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is new about where the household lives. Of hidden addresses only what gives no place away. */
final class HomeChanges {

    private final HouseholdView before;
    private final List<Change> changes = new ArrayList<>();

    private HomeChanges(HouseholdView before) {
        this.before = before;
    }

    static List<Change> between(HouseholdView before, HouseholdView after) {
        HomeChanges found = new HomeChanges(before);
        after.homes().forEach(found::ofHome);
        if (!before.addressesHidden() && !after.addressesHidden()) {
            after.members().forEach(found::ofMember);
        }
        found.ofDisagreements(after);
        return found.changes;
    }

    private void ofHome(Home home) {
        Optional<Home> known = before.homes().stream()
                .filter(then -> then.tenancy().from().equals(home.tenancy().from())
                        && (then.hidden()
                                || home.hidden()
                                || then.tenancy().key().equals(home.tenancy().key())))
                .findFirst();
        if (known.isEmpty()) {
            if (home.current()) {
                add(Kind.MOVED, home, home.tenancy().from());
            }
            return;
        }
        Fact.Tenancy then = known.get().tenancy();
        Fact.Tenancy now = home.tenancy();
        if (now.eviction() != null && !Objects.equals(then.eviction(), now.eviction())) {
            add(Kind.EVICTION_SET, home, now.eviction());
        }
        if (now.terminated() != null && !Objects.equals(then.terminated(), now.terminated())) {
            add(Kind.TENANCY_TERMINATED, home, now.terminated());
        }
        if (then.arrears() != now.arrears()) {
            add(now.arrears() ? Kind.ARREARS_STARTED : Kind.ARREARS_ENDED, home, now.arrearsSince());
        }
    }

    private void ofMember(Member member) {
        before.member(member.id())
                .filter(then -> then.addressKey() != null && member.addressKey() != null)
                .filter(then -> !Objects.equals(then.addressKey(), member.addressKey()))
                .ifPresent(then ->
                        changes.add(new Change(Kind.MOVED, member.id(), Department.POPULATION, null, null, null)));
    }

    private void ofDisagreements(HouseholdView after) {
        Set<PersonId> then = disagreeing(before);
        Set<PersonId> now = disagreeing(after);
        now.stream().filter(person -> !then.contains(person)).forEach(person -> add(Kind.DISAGREEMENT_NEW, person));
        then.stream()
                .filter(person -> !now.contains(person) && covered(after, person))
                .forEach(person -> add(Kind.DISAGREEMENT_GONE, person));
    }

    private static boolean covered(HouseholdView after, PersonId person) {
        return after.member(person)
                        .filter(member -> member.consent() == Frame.Standing.IN_FORCE)
                        .isPresent()
                && after.homes().stream().anyMatch(home -> home.persons().contains(person));
    }

    private static Set<PersonId> disagreeing(HouseholdView view) {
        Set<PersonId> persons = new HashSet<>();
        view.disagreements().forEach(disagreement -> persons.add(disagreement.person()));
        return persons;
    }

    private void add(Kind kind, Home home, @Nullable LocalDate date) {
        changes.add(new Change(kind, home.persons().get(0), home.from().source(), null, null, date));
    }

    private void add(Kind kind, PersonId person) {
        changes.add(new Change(kind, person, null, null, null, null));
    }
}
