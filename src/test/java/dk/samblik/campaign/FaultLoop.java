package dk.samblik.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fails the operations of a night one after the other, and looks each time at what the next night leaves. */
final class FaultLoop {

    private static final int LINES_SHOWN = 4;

    private final Campaign campaign;
    private final Beginning beginning;
    private final Nights nights;
    private final Dump undisturbed;

    /** Takes the hub as it is now as the beginning of every case. */
    FaultLoop(Campaign campaign, Beginning beginning) {
        this.campaign = campaign;
        this.beginning = beginning;
        this.nights = beginning.nights();
        beginning.again();
        nights.night();
        nights.night();
        this.undisturbed = Dump.of(nights.hub());
    }

    /**
     * Every {@code step}-th operation of this layer meets the fault, in a night of its own, until a night meets none.
     * Where the hub did not come back to what is undisturbed: the site and what differs.
     */
    List<String> through(String layer, Countdown countdown, Fault fault, int step) {
        List<String> harmed = new ArrayList<>();
        Set<String> sites = new TreeSet<>();
        int first = 1 + campaign.random(layer + fault).nextInt(step);
        int cases = 0;
        for (int n = first; ; n += step) {
            String site = meet(countdown, fault, n);
            if (site == null) {
                break;
            }
            cases++;
            sites.add(site);
            String where = layer + " " + fault + " at " + n + ", " + site + ": ";
            harm().ifPresent(harm -> harmed.add(where + harm));
        }
        campaign.count("fault cases, " + layer, cases);
        campaign.figure("operations of a night, " + layer, countdown.passed());
        campaign.count("cases that left another dump, " + layer, harmed.size());
        return harmed;
    }

    private @Nullable String meet(Countdown countdown, Fault fault, int n) {
        beginning.again();
        countdown.arm(n, fault);
        nights.disturbedNight();
        return countdown.disarm();
    }

    /** What is not as it should be after the hub has looked for work again and the next night is over. */
    private Optional<String> harm() {
        List<String> torn = Dump.torn(nights.hub().owner());
        if (!torn.isEmpty()) {
            return Optional.of("torn, " + torn.size() + " times: " + torn.get(0));
        }
        nights.tick();
        if (nights.open()) {
            return Optional.of("the night was left open");
        }
        nights.night();
        List<String> differences = undisturbed.differences(Dump.of(nights.hub()));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(differences.size() + " lines differ, among them "
                        + differences.stream().limit(LINES_SHOWN).toList());
    }
}
