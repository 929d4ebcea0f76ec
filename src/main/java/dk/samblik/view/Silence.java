package dk.samblik.view;

import dk.samblik.consent.Chunk;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.register.Missed;
import dk.samblik.run.Fates;
import dk.samblik.storage.Database;
import java.util.List;
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
    private final KeepLastGood lastGood;

    Silence(@Qualifier("pipelineDatabase") Database database, KeepLastGood lastGood) {
        this.database = database;
        this.lastGood = lastGood;
    }

    /** The answers as they may be published; one that is silence says that nobody could be read. */
    List<Answer> heard(Chunk chunk, List<Answer> answers) {
        return answers.stream()
                .map(answer -> silent(answer) && standing(answer) >= MANY
                        ? lastGood.keep(new Missed(answer.register(), answer.source(), chunk, REASON))
                        : answer)
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
}
