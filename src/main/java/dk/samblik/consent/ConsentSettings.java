package dk.samblik.consent;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the consent rules leave to the municipality. {@code everyAdult}: every adult participant must consent before the
 * household opens. {@code newAdultGrace}: how long a household stays open after an adult nobody has asked moved in. {@code
 * graceAtFifteen}: how long the parents' consent still holds alone. {@code keptAfterDeath}, {@code keptAfterExit}: how
 * long sections stay, unasked for. {@code purpose} and {@code populationPurpose}: what the access log says a fetch, and a
 * look at household and custody, were for. {@code blocked}: persons (ids) not to be asked about, by hand.
 */
@ConfigurationProperties("samblik.consent")
record ConsentSettings(
        @DefaultValue("false") boolean everyAdult,
        @DefaultValue("14d") Period newAdultGrace,
        @DefaultValue("0d") Period graceAtFifteen,
        @DefaultValue("30d") Period keptAfterDeath,
        @DefaultValue("30d") Period keptAfterExit,
        @DefaultValue("HELHEDSINDSATS") String purpose,
        @DefaultValue("HUSSTANDSKONTROL") String populationPurpose,
        @DefaultValue List<UUID> blocked) {

    ConsentSettings {
        blocked = List.copyOf(blocked);
        if (graceAtFifteen.getDays() > 30 || graceAtFifteen.toTotalMonths() > 0 || graceAtFifteen.isNegative()) {
            throw new IllegalArgumentException("samblik.consent.grace-at-fifteen must be between 0d and 30d");
        }
    }

    static ConsentSettings agreed() {
        return new ConsentSettings(
                false,
                Period.ofDays(14),
                Period.ZERO,
                Period.ofDays(30),
                Period.ofDays(30),
                "HELHEDSINDSATS",
                "HUSSTANDSKONTROL",
                List.of());
    }
}
