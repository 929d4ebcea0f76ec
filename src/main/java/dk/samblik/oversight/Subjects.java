package dk.samblik.oversight;

import dk.samblik.access.Vault;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whom a question to the log is about: households by their number, people by their CPR number, employees by name. */
@Component
class Subjects {

    private final Database web;
    private final Vault vault;
    private final Population population;

    Subjects(@Qualifier("webDatabase") Database web, Vault vault, Population population) {
        this.web = web;
        this.vault = vault;
        this.population = population;
    }

    /** That a person is, or was, a member of a household: from a day until another, the last one included. */
    record Membership(
            PersonId person,
            HouseholdId household,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** The household of this number; empty where there is none. */
    Optional<HouseholdId> household(String number) {
        return web.sql()
                .sql("select household_id from household where number = :number")
                .param("number", number)
                .query((row, at) -> new HouseholdId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** The numbers of these households, as far as they are still there. */
    Map<HouseholdId, String> numbers(Set<HouseholdId> households) {
        return web
                .sql()
                .sql("select household_id, number from household where household_id = any(cast(:ids as uuid[]))")
                .param("ids", households.stream().map(Object::toString).toArray(String[]::new))
                .query((row, at) -> Map.entry(new HouseholdId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The name of the person with this number as the population register has it; empty where it cannot be asked. */
    Optional<String> name(Cpr cpr) {
        return registered(cpr)
                .map(person -> Stream.of(person.firstName(), person.surname())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isBlank());
    }

    /** Where this person is or was a member, under this number or an earlier one; empty for somebody unknown. */
    List<Membership> memberships(Cpr cpr) {
        Set<Cpr> numbers = registered(cpr).map(Person::numbers).orElse(Set.of(cpr));
        return web.sql()
                .sql("select person_id, household_id, member_from, member_to from member where cpr_hash ="
                        + " any(cast(:hashes as bytea[]))")
                .param(
                        "hashes",
                        Stream.concat(Stream.of(cpr), numbers.stream())
                                .distinct()
                                .map(vault::hash)
                                .toArray(byte[][]::new))
                .query((row, at) -> new Membership(
                        new PersonId(row.getObject(1, UUID.class)),
                        new HouseholdId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    private Optional<Person> registered(Cpr cpr) {
        try {
            return Optional.ofNullable(population.find(List.of(cpr)).get(cpr));
        } catch (PopulationUnavailable notNow) {
            return Optional.empty();
        }
    }

    /** Those of the staff whose name holds this text, and whoever signs in, or did, under exactly this. */
    Set<String> employees(String text) {
        return Stream.concat(
                        Stream.of(text),
                        web
                                .sql()
                                .sql("select subject from staff where position(lower(:text) in lower(name)) > 0"
                                        + " or right(subject, length(:text) + 1) = '#' || :text")
                                .param("text", text)
                                .query(String.class)
                                .list()
                                .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What these subjects are called, as far as they are still in the staff table. */
    Map<String, String> names(Set<String> subjects) {
        return web
                .sql()
                .sql("select distinct on (subject) subject, name from staff"
                        + " where subject = any(cast(:subjects as text[])) order by subject, team")
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, at) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
