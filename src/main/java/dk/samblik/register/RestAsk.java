package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Registers that are asked by calls, as the mapping file describes them; one conversation each, kept open. */
@Component
public class RestAsk {

    private final Registers registers;
    private final RegisterSettings settings;
    private final CivilClock clock;
    private final Switches switches;
    private final Map<String, RestConversation> conversations = new ConcurrentHashMap<>();

    RestAsk(Registers registers, RegisterSettings settings, CivilClock clock, Switches switches) {
        this.registers = registers;
        this.settings = settings;
        this.clock = clock;
        this.switches = switches;
    }

    /** Everything the register says about the people of the chunk; throws when it says nothing that can be used. */
    public Reading ask(@Variable("chunk") Chunk chunk, String register) throws IOException {
        RegisterFile file = registers.named(register);
        List<ConsentedPerson> asked = chunk.personsFor(file.answersFor());
        Findings findings = new Findings(asked);
        if (!asked.isEmpty()) {
            conversations
                    .computeIfAbsent(register, name -> new RestConversation(file, settings.of(name), clock, switches))
                    .ask(chunk.run(), asked, findings);
        }
        return new Reading(
                register,
                chunk,
                clock.now(),
                findings.rows(new JsonRows(file)),
                findings.notAccessible(),
                findings.unread());
    }
}
