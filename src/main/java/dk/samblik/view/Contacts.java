package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Lane.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom to call in a department: each of its people once, whatever the number of members and cases. */
final class Contacts {

    private static final Comparator<Contact> PRIMARY_FIRST = Comparator.<Contact, Boolean>comparing(
                    contact -> !contact.primary())
            .thenComparing(contact -> contact.name() == null)
            .thenComparing(Contact::toString);

    private Contacts() {}

    static List<Contact> of(Department department, Shown shown, LocalDate today) {
        Map<String, List<Contact>> same = shown.all().stream()
                .filter(sourced -> sourced.from().source() == department)
                .flatMap(sourced -> contact(sourced, today))
                .collect(Collectors.groupingBy(Contacts::who, TreeMap::new, Collectors.toList()));
        List<Contact> contacts = new ArrayList<>();
        same.values()
                .forEach(lines -> contacts.add(lines.stream()
                        .sorted(PRIMARY_FIRST)
                        .reduce(Contacts::together)
                        .orElseThrow()));
        contacts.sort(PRIMARY_FIRST);
        return contacts;
    }

    private static Stream<Contact> contact(Sourced<? extends Fact> sourced, LocalDate today) {
        if (sourced.fact() instanceof Fact.Worker w && Current.on(today, w.from(), w.until())) {
            return Stream.of(worker(sourced, w)).filter(Contacts::known);
        }
        if (sourced.fact() instanceof Fact.Case c && c.open()) {
            return Stream.of(ofCase(sourced, c)).filter(Contacts::known);
        }
        return Stream.empty();
    }

    private static Contact worker(Sourced<? extends Fact> from, Fact.Worker w) {
        return new Contact(
                List.of(from.person()),
                w.name(),
                w.role(),
                w.primary(),
                w.title(),
                w.phone(),
                w.email(),
                w.unit(),
                from.from());
    }

    private static Contact ofCase(Sourced<? extends Fact> from, Fact.Case c) {
        return new Contact(
                List.of(from.person()),
                c.workerName(),
                null,
                c.workerName() != null,
                c.workerTitle(),
                c.workerPhone(),
                c.workerEmail(),
                c.unit(),
                from.from());
    }

    private static boolean known(Contact contact) {
        return contact.name() != null || contact.unit() != null;
    }

    private static String who(Contact contact) {
        return contact.name() == null
                ? "unit " + contact.unit()
                : "name " + contact.name() + " " + Objects.toString(contact.phone(), "");
    }

    private static Contact together(Contact one, Contact other) {
        List<PersonId> persons = Stream.concat(one.persons().stream(), other.persons().stream())
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
        return new Contact(
                persons,
                one.name(),
                one.role() == null ? other.role() : one.role(),
                one.primary() || other.primary(),
                one.title() == null ? other.title() : one.title(),
                one.phone() == null ? other.phone() : one.phone(),
                one.email() == null ? other.email() : one.email(),
                one.unit() == null ? other.unit() : one.unit(),
                one.from());
    }
}
