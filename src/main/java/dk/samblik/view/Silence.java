package dk.samblik.view;

import dk.samblik.consent.Chunk;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.run.Fates;
import dk.samblik.run.Ledger;
import dk.samblik.storage.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Does not take silence for an answer. A register that held something of many people of a chunk and now has no row about
 * anybody is being emptied or filled, not up to date: what stands is kept, marked, as when it does not answer.
 */
@Component
class Silence {

    /** The reason that is shown. */
    static final String REASON = "NO_ROWS";

    /** From so many people with content on, nothing about anybody is not believed; fewer may have moved on in one day. */
    static final int MANY = 10;

    private final Database database;
    private final Ledger ledger;

    Silence(@Qualifier("pipelineDatabase") Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** The answers as they may be published; one that is silence says that nobody could be read. */
    List<Answer> heard(Chunk chunk, List<Answer> answers) {
        return answers.stream()
                .map(answer -> silent(answer) && standing(answer) >= MANY ? kept(chunk, answer) : answer)
                .toList();
    }

    private static boolean silent(Answer answer) {
        return answer.persons().size() >= MANY
                && answer.fates().values().stream().allMatch(Fates.NONE::equals)
                && answer.persons().values().stream().allMatch(Silence::nothing);
    }

    private static boolean nothing(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered && answered.facts().isEmpty();
    }

    private long standing(Answer answer) {
        return database.sql()
                .sql("""
                        select count(*) from section
                         where register = :register and until_version is null and person_id = any (cast(:persons as uuid[]))
                        """)
                .param("register", answer.register())
                .param(
                        "persons",
                        answer.persons().keySet().stream()
                                .map(PersonId::toString)
                                .toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private Answer kept(Chunk chunk, Answer answer) {
        ledger.down(chunk.run().id(), answer.register(), REASON);
        Map<PersonId, Outcome> persons = new HashMap<>();
        answer.persons().keySet().forEach(person -> persons.put(person, new Outcome.Unavailable(REASON)));
        return new Answer(
                answer.register(), answer.source(), chunk, answer.mapping(), null, persons, Map.of(), answer.took());
    }
}
