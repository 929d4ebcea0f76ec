package dk.samblik.draw;

import dk.samblik.draw.Tally.What;
import dk.samblik.population.Dwelling;
import dk.samblik.population.Dwelling.Resident;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a household cannot be drawn, told from the population register and the hub's own tables alone: about whom one of
 * these holds, no register is asked. The first that holds is the reason counted.
 */
record LeftOut(What why, Predicate<Dwelling> holds) {

    /**
     * The rules in order. {@code enrolled} tells whether somebody takes part already, {@code before} whether a household
     * was drawn or said no lately; {@code protectedOut} that protected households are left out of this draw.
     */
    static List<LeftOut> rules(Predicate<Resident> enrolled, Predicate<Dwelling> before, boolean protectedOut) {
        return List.of(
                new LeftOut(What.NOT_ACTIVE, home -> home.residents().stream().anyMatch(one -> !one.active())),
                new LeftOut(What.NO_ADULT, home -> home.residents().stream().noneMatch(Resident::adult)),
                new LeftOut(What.ENROLLED, home -> home.residents().stream().anyMatch(enrolled)),
                new LeftOut(What.DRAWN_BEFORE, before),
                new LeftOut(What.PROTECTED_OUT, home -> protectedOut && isProtected(home)));
    }

    static Optional<What> first(List<LeftOut> rules, Dwelling home) {
        return rules.stream()
                .filter(rule -> rule.holds().test(home))
                .map(LeftOut::why)
                .findFirst();
    }

    static boolean isProtected(Dwelling home) {
        return home.residents().stream().anyMatch(Resident::protectedAddress);
    }
}
