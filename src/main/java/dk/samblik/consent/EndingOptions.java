package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What there is to end in a household: whose consents, and which parts of them. */
record EndingOptions(
        List<DeskPerson> persons, List<Department> sources, List<Category> categories, List<String> recipients) {

    static EndingOptions of(DeskHousehold household, Map<PersonId, Set<String>> recipients) {
        List<DeskPerson> active = household.active();
        return new EndingOptions(
                active,
                all(active, DeskPerson::sources),
                all(active, DeskPerson::categories),
                recipients.values().stream()
                        .flatMap(Set::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static <T extends Comparable<T>> List<T> all(
            List<DeskPerson> persons, Function<DeskPerson, Collection<T>> parts) {
        Stream<T> each = persons.stream().flatMap(person -> parts.apply(person).stream());
        return each.distinct().sorted().toList();
    }
}
