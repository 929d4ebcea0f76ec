package dk.samblik.view;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.register.Missed;
import dk.samblik.run.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands in for a register that did not answer: nothing new about anybody, so that all that was good stays. */
@Component("keepLastGood")
public class KeepLastGood {

    private final Ledger ledger;

    KeepLastGood(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An answer without news about everybody the register was asked about; the reason is a code, never a message. */
    public Answer keep(Missed missed) {
        Chunk chunk = missed.chunk();
        Map<PersonId, Outcome> persons = new HashMap<>();
        for (ConsentedPerson person : chunk.personsFor(missed.source())) {
            persons.put(person.id(), new Outcome.Unavailable(missed.reason()));
        }
        if (!persons.isEmpty()) {
            ledger.down(chunk.run().id(), missed.register(), missed.reason());
        }
        return new Answer(missed.register(), missed.source(), chunk, "", null, persons, Map.of(), Duration.ZERO);
    }
}
