package dk.samblik.mapping;

import dk.samblik.register.Reading;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Turns what a register answered into facts, by the register's mapping file. Every row about somebody who was asked for
 * has one fate in each household; a row that cannot be used is a rejection and stops nothing.
 */
@Component
public class Mapper {

    private final Mappings mappings;

    Mapper(Mappings mappings) {
        this.mappings = mappings;
    }

    /** The answer of one register about one chunk. Gives the same for the same rows, in whatever order the kinds come. */
    public Answer map(Reading reading) {
        long started = System.nanoTime();
        MappingFile mapping = mappings.find(reading.register())
                .orElseThrow(() -> new IllegalStateException("no mapping file for " + reading.register()));
        Judging judging = new Judging(mapping, reading);
        return new Answer(
                mapping.register(),
                mapping.source(),
                reading.chunk(),
                mapping.version(),
                reading.asOf(),
                judging.outcomes(),
                judging.fates(),
                Duration.ofNanos(System.nanoTime() - started));
    }
}
