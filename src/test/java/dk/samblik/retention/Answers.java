package dk.samblik.retention;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.mapping.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two registers say of each household on a day; {@code number} counts days from 0. */
record Answers(Map<String, ConsentedHousehold> open, Chunk chunk, int number, Instant now) {

    private static final String CHILDREN = "boern-og-unge";
    private static final String SOCIAL = "social";

    List<Answer> all() {
        return List.of(answer(CHILDREN, Department.CHILDREN), answer(SOCIAL, Department.SOCIAL));
    }

    private Answer answer(String register, Department source) {
        Map<PersonId, Outcome> outcomes = new LinkedHashMap<>();
        open.forEach((name, household) -> {
            ConsentedPerson person = household.persons().get(0);
            outcomes.put(person.id(), register.equals(SOCIAL) ? social(person) : children(name));
        });
        return new Answer(register, source, chunk, register + "@1", now, outcomes, Map.of(), Duration.ofMillis(1));
    }

    private Outcome children(String name) {
        int days = switch (name) {
            case "Carl" -> 1;
            case "Bente" -> number / 30;
            default -> number / 7;
        };
        Fact absence = new Fact.Absence("Nordskolen", YearMonth.of(2026, 10), Years.FIRST, 100 + days, 1, 0, 0, 0);
        return new Outcome.Answered(List.of(absence), List.of());
    }

    /** Refuses a row now and then, and is then down for so long that nothing takes the row's place. */
    private Outcome social(ConsentedPerson person) {
        if (number % 130 > 3) {
            return new Outcome.Unavailable("NO_ANSWER");
        }
        Rejection refused = new Rejection(SOCIAL, "SAG", number, Rejection.Reason.Q04, "AFSLUTTET", person.id());
        return new Outcome.Answered(List.of(), List.of(refused));
    }
}
