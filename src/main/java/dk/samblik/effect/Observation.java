package dk.samblik.effect;

import dk.samblik.effect.formula.Measured;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * One figure of one month, about a person or a household: as it is computed, before it gets a pseudonym. {@code only}: there is
 * no other of whom it is about, so that it replaces one of another month.
 */
record Observation(UUID who, String indicator, YearMonth month, Measured value, List<String> sources, boolean only) {
    Observation {
        sources = List.copyOf(sources);
    }

    Observation(UUID who, String indicator, YearMonth month, Measured value, List<String> sources) {
        this(who, indicator, month, value, sources, false);
    }
}
