package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import dk.samblik.run.Progress;
import dk.samblik.run.Run;
import dk.samblik.run.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which registers are down. One that did not answer is left alone for a short while, so that a night does not wait for it
 * at every chunk; how often it is asked before that is decided here too.
 */
@Component
public class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int MOST_REPEATS = 3;

    /** A register that did not answer in a run, and until when that run does not ask it again. */
    private record Down(String reason, Instant until, RunId run) {}

    private final Registers registers;
    private final RegisterSettings settings;
    private final CivilClock clock;
    private final Progress progress;
    private final Switches switches;
    private final Map<String, Down> down = new ConcurrentHashMap<>();

    Outages(Registers registers, RegisterSettings settings, CivilClock clock, Progress progress, Switches switches) {
        this.registers = registers;
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.switches = switches;
    }

    /**
     * Lets a question through, or throws RegisterUnavailable while the register is left alone or switched off. Another run asks anew:
     * somebody who presses refresh wants to know how it is now.
     */
    public void pass(@Variable("chunk") Chunk chunk, String register) {
        boolean nobody =
                chunk.personsFor(registers.named(register).answersFor()).isEmpty();
        tell(chunk, register, nobody ? Progress.Step.NOT_IN_SCOPE : Progress.Step.FETCHING);
        if (!nobody && !switches.mayAsk(register)) {
            throw new RegisterUnavailable(register, Switches.SWITCHED_OFF);
        }
        Down known = down.get(register);
        boolean ours = known != null && known.run().equals(chunk.run().id());
        if (known != null && ours && clock.now().isBefore(known.until()) && !nobody) {
            throw new RegisterUnavailable(register, known.reason());
        }
    }

    /** Whether a question that failed is asked again: a few times, while its time limit lasts and nobody stops it. */
    public boolean again(Exchange exchange, @ExchangeException Exception failure) {
        int repeats = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
        String register = exchange.getUnitOfWork().getRoute().getRouteId().replaceFirst("^(ask|flag)-", "");
        Duration limit = settings.of(register).limit();
        return repeats < MOST_REPEATS
                && exchange.getClock().elapsed() < limit.toMillis()
                && Reasons.passing(failure)
                && switches.mayGoOn(register);
    }

    /** What is left of a chunk when the register did not answer; the exception's message goes nowhere. */
    public Missed missed(
            Exchange exchange, @Variable("chunk") Chunk chunk, @ExchangeException Exception failure, String register) {
        String reason = Reasons.of(failure);
        if (!(failure instanceof RegisterUnavailable)) {
            down.put(
                    register,
                    new Down(reason, clock.now().plus(LEFT_ALONE), chunk.run().id()));
            FetchTimes.failed(register, Duration.ofMillis(exchange.getClock().elapsed()));
            LOG.warn("register {} is down in run {}: {}", register, chunk.run().id(), reason);
        }
        tell(chunk, register, Progress.Step.DOWN);
        return new Missed(register, registers.named(register).answersFor(), chunk, reason);
    }

    /** Only a refresh is followed; a night has thousands of chunks. */
    private void tell(Chunk chunk, String register, Progress.Step step) {
        if (chunk.run().kind() == Run.Kind.REFRESH) {
            progress.tell(chunk.run().id(), register, step, 0);
        }
    }
}
