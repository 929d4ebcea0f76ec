package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A person the job centre knows. {@code cpr} as it knows the number; {@code back} how far back the hub may show him;
 * {@code clash} a moment to put an appointment at.
 */
record Client(
        Person person,
        String cpr,
        String targetGroup,
        LocalDate since,
        LocalDate night,
        LocalDate back,
        @Nullable LocalDateTime clash,
        Dice dice) {

    int id() {
        return person.id();
    }

    String name() {
        return person.shownName();
    }

    LocalDate daysAgo(int first, int last) {
        return night.minusDays(dice.between(first, last));
    }
}
