package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tenancies, each once with all members who hold it. Takes what is not hidden yet, so that two stay two. */
final class Homes {

    private Homes() {}

    private record Key(String register, Fact.Tenancy tenancy) {}

    static List<Home> of(Shown shown, boolean hidden, LocalDate today) {
        Comparator<Fact.Tenancy> currentFirst = Comparator.<Fact.Tenancy, Boolean>comparing(
                        tenancy -> !Current.on(today, tenancy))
                .thenComparing(Fact.Tenancy::from, Comparator.reverseOrder());
        Map<Key, List<Sourced<Fact.Tenancy>>> tenancies = new LinkedHashMap<>();
        for (Sourced<Fact.Tenancy> sourced : shown.of(Fact.Tenancy.class, currentFirst)) {
            tenancies
                    .computeIfAbsent(new Key(sourced.from().register(), sourced.fact()), key -> new ArrayList<>())
                    .add(sourced);
        }
        return tenancies.values().stream()
                .map(holders -> home(holders, hidden, today))
                .toList();
    }

    private static Home home(List<Sourced<Fact.Tenancy>> holders, boolean hidden, LocalDate today) {
        Sourced<Fact.Tenancy> first = holders.get(0);
        List<PersonId> persons =
                holders.stream().map(Sourced::person).distinct().toList();
        Fact.Tenancy tenancy = hidden ? Placeless.tenancy(first.fact()) : first.fact();
        return new Home(persons, tenancy, Current.on(today, first.fact()), first.from(), hidden);
    }
}
