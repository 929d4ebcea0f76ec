package dk.samblik.consent;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the list of consents counts. {@code soon}: how long before its end a consent is said to expire, and before a birthday
 * that matters it is a task. {@code movedShown}: how long after somebody left a household that is still a task. {@code
 * leftShown}: how long a household that has left stands on the list.
 */
@ConfigurationProperties("samblik.consent.tasks")
record TaskSettings(
        @DefaultValue("30d") Period soon,
        @DefaultValue("30d") Period movedShown,
        @DefaultValue("30d") Period leftShown) {

    private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

    TaskSettings {
        atLeastADay("soon", soon);
        atLeastADay("moved-shown", movedShown);
        atLeastADay("left-shown", leftShown);
    }

    private static void atLeastADay(String key, Period period) {
        if (!SOME_DAY.plus(period).isAfter(SOME_DAY)) {
            throw new IllegalArgumentException("samblik.consent.tasks." + key + " must be at least 1d");
        }
    }

    static TaskSettings agreed() {
        return new TaskSettings(Period.ofDays(30), Period.ofDays(30), Period.ofDays(30));
    }
}
