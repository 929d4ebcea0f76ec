package dk.samblik.oversight;

import dk.samblik.access.LogSignals.Limits;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access log is overseen.
 *
 * @param spotCheck how many looks are drawn a month, 1 to 40: one page is assessed at once
 * @param many how many households within an hour of the clock are a signal when one person opens more
 * @param opens the hour at which work begins, 0 to 22, by the clock of Copenhagen; looks before it are a signal
 * @param closes the hour at which it ends, up to 23; looks from then on are a signal
 * @param signalsBack how far back signals are looked for
 */
@ConfigurationProperties("samblik.oversight")
record OversightSettings(
        @DefaultValue("25") int spotCheck,
        @DefaultValue("30") int many,
        @DefaultValue("6") int opens,
        @DefaultValue("19") int closes,
        @DefaultValue("P31D") Period signalsBack) {

    private static final int MOST = 40;
    private static final int LAST_HOUR = 23;

    OversightSettings {
        if (spotCheck < 1 || spotCheck > MOST) {
            throw new IllegalArgumentException("samblik.oversight.spot-check must be from 1 to " + MOST);
        }
        if (many < 1) {
            throw new IllegalArgumentException("samblik.oversight.many must be at least 1");
        }
        if (opens < 0 || closes <= opens || closes > LAST_HOUR) {
            throw new IllegalArgumentException(
                    "samblik.oversight.opens and samblik.oversight.closes must be hours from 0"
                            + " to 23, the second after the first");
        }
    }

    Limits limits() {
        return new Limits(many, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }
}
