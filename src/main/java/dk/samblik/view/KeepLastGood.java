package dk.samblik.view;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.RegisterUnavailable;
import dk.samblik.register.Registers;
import dk.samblik.run.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands in for a register that did not answer: nothing new about anybody, so that all that was good stays. */
@Component("keepLastGood")
public class KeepLastGood {

    private static final String NO_ANSWER = "NO_ANSWER";

    private final Registers registers;
    private final Ledger ledger;

    KeepLastGood(Registers registers, Ledger ledger) {
        this.registers = registers;
        this.ledger = ledger;
    }

    /** An answer without news about everybody the register was asked about; the reason is a code, never a message. */
    public Answer keep(Chunk chunk, String register, Exception cause) {
        Department source =
                registers.find(register).map(RegisterFile::answersFor).orElse(Department.POPULATION);
        String reason = cause instanceof RegisterUnavailable unavailable ? unavailable.reason() : NO_ANSWER;
        Map<PersonId, Outcome> persons = new HashMap<>();
        for (ConsentedPerson person : chunk.personsFor(source)) {
            persons.put(person.id(), new Outcome.Unavailable(reason));
        }
        if (!persons.isEmpty()) {
            ledger.down(chunk.run().id(), register, reason);
        }
        return new Answer(register, source, chunk, "", null, persons, Map.of(), Duration.ZERO);
    }
}
