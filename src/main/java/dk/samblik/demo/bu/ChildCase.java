package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case while its rows are written. One that is hidden the SQL of the hub must not take, nor anything under it. */
record ChildCase(
        UUID id,
        String number,
        Person primary,
        LocalDate opened,
        @Nullable LocalDate closed,
        Fate fate,
        String status,
        Dice dice) {

    boolean open() {
        return CaseDraft.OPEN.contains(status);
    }

    boolean hidden() {
        return fate.equals(Fate.UNREAD);
    }

    /** The fate of something under this case that would have this fate itself. */
    Fate under(Fate own) {
        return hidden() ? Fate.UNREAD : own;
    }

    /** The case number as a measure of this person may show it. */
    String shownTo(Person person) {
        return fate.equals(Fate.MAPPED) && person.id() == primary.id() ? number : "";
    }
}
