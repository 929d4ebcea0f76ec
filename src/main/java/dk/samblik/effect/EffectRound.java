package dk.samblik.effect;

import dk.samblik.run.Switches;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The month's round of the effect figures. What one round did not come to, the next one does: all of it can be done twice. */
@Component("effectRound")
public class EffectRound {

    private static final Logger LOG = LoggerFactory.getLogger(EffectRound.class);

    private final Switches switches;
    private final EffectMonths months;
    private final Releases releases;
    private final Reports reports;

    EffectRound(Switches switches, EffectMonths months, Releases releases, Reports reports) {
        this.switches = switches;
        this.months = months;
        this.releases = releases;
        this.reports = reports;
    }

    /** How many households were computed, and how many half-years released. */
    public record Done(int households, int released) {}

    /** The round at its time. */
    public void monthly() {
        try {
            round();
        } catch (RuntimeException fault) {
            LOG.error(
                    "effect: interrupted; the next round does what is left: {}",
                    fault.getClass().getName());
        }
    }

    /**
     * Computes the months that have ended and releases a half-year that is over, with its report. Empty, and nothing is done,
     * while its route is off.
     */
    public Optional<Done> round() {
        if (switches.isOff("monthly-effect")) {
            return Optional.empty();
        }
        Done done = new Done(months.compute(), releases.make());
        reports.make();
        return Optional.of(done);
    }
}
