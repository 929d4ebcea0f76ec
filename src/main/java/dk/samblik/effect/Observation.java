package dk.samblik.effect;

import dk.samblik.effect.formula.Measured;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** One figure of one month, about a person or a household: as it is computed, before it gets a pseudonym. */
record Observation(UUID who, String indicator, YearMonth month, Measured value, List<String> sources) {
    Observation {
        sources = List.copyOf(sources);
    }
}
