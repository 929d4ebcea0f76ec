package dk.samblik.draw;

import dk.samblik.draw.Draw.Source;
import dk.samblik.population.Dwelling;
import java.util.List;
import java.util.Map;

/**
 * Whom a draw is drawn from, in memory while somebody counts or locks, and nowhere else. {@code strata} are the areas by
 * household key, as the lot takes them; {@code dwellings} the households by the same key; {@code areas} where each lives.
 */
record Pool(
        Map<String, String> strata,
        Map<String, String> areas,
        Map<String, Dwelling> dwellings,
        Tally tally,
        List<Source> sources) {

    Pool {
        strata = Map.copyOf(strata);
        areas = Map.copyOf(areas);
        dwellings = Map.copyOf(dwellings);
        sources = List.copyOf(sources);
    }

    String fingerprint() {
        return Lot.fingerprint(strata);
    }

    @Override
    public String toString() {
        return "Pool[" + strata.size() + " households]";
    }
}
