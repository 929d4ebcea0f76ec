package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.household.HouseholdId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What coordinators have to do about consents, as it stands at this moment; computed at every read. */
@Component
public class ConsentTasks {

    private final Standings standings;

    ConsentTasks(Standings standings) {
        this.standings = standings;
    }

    /**
     * One task, as the pages of the desk tell it: {@code kind} is the end of its message keys. {@code person} is what is said
     * of whom it is about, null where it is about nobody who may be named. {@code date}: the day it turns on.
     */
    public record Task(
            HouseholdId household,
            String number,
            String kind,
            @Nullable Who person,
            @Nullable LocalDate date) {}

    /** A member by the place among the adults or the children; a task is often about somebody without consent, so by no name. */
    public record Who(boolean child, int ordinal) {}

    /** The tasks of these households, those that the grant covers, by number of the household, the weightiest first. */
    public List<Task> of(Grant grant, Collection<HouseholdId> households) {
        return standings.read(grant, households).stream()
                .flatMap(household -> household.tasks().stream().map(task -> task(household, task)))
                .toList();
    }

    private static Task task(DeskHousehold household, DeskTask task) {
        DeskPerson person = household.of(task);
        return new Task(
                household.id(),
                household.number(),
                task.kind().name(),
                person == null ? null : new Who(person.child(), person.ordinal()),
                task.date());
    }
}
