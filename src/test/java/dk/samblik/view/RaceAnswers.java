package dk.samblik.view;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.mapping.Rejection;
import dk.samblik.run.Fates;
import dk.samblik.run.Run;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What two registers say of everybody in a race: other facts in each run, and a refused row of each person. */
final class RaceAnswers {

    static final List<String> REGISTERS = List.of("jobcenter", "social");
    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);
    private static final Fates FATES = new Fates(2, 1, 0, 0);

    private RaceAnswers() {}

    /** What a register says of anybody in this run of a race. */
    static List<Fact> facts(RaceCase race, Run run, String register) {
        String key = race.news() ? run.kind().name() : "both";
        Fact work = Facts.openCase(register + " " + key, OPENED);
        return register.equals("social") ? List.of(work, Facts.measure(key, OPENED, null, "GRANTED")) : List.of(work);
    }

    /** The answers of a run about these households. */
    static List<Answer> of(RaceCase race, Run run, ConsentedHousehold... households) {
        Chunk chunk = Consenting.chunk(run, households);
        return REGISTERS.stream().map(register -> answer(race, chunk, register)).toList();
    }

    private static Answer answer(RaceCase race, Chunk chunk, String register) {
        Map<PersonId, Outcome> persons = new HashMap<>();
        Map<HouseholdId, Fates> fates = new HashMap<>();
        for (ConsentedHousehold household : chunk.households()) {
            fates.put(household.id(), FATES);
            for (ConsentedPerson person : household.persons()) {
                persons.put(person.id(), answered(race, chunk.run(), register, person.id()));
            }
        }
        return new Answer(
                register,
                PublishStory.source(register),
                chunk,
                register + "@1",
                PublishStory.THREE_AT_NIGHT,
                persons,
                fates,
                Duration.ofMillis(1));
    }

    private static Outcome answered(RaceCase race, Run run, String register, PersonId person) {
        Rejection refused = new Rejection(register, "SAG", run.fence(), Rejection.Reason.Q04, "AFSLUTTET", person);
        return new Outcome.Answered(facts(race, run, register), List.of(refused));
    }

    /** The rows that one household is counted with in each register. */
    static long rows() {
        return FATES.read();
    }
}
