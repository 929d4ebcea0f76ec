package dk.samblik.mapping;

import dk.samblik.population.Population;

/** What tests of other packages need of this one: the identities of a chunk, from a population register of their own. */
public final class TestPopulationFacts {

    private TestPopulationFacts() {}

    public static PopulationFacts of(Population population) {
        return new PopulationFacts(population);
    }
}
