package dk.samblik.run;

import dk.samblik.household.CivilClock;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The hour of the night must exist exactly once every civil day. Between 02:00 and 03:00 it is missing once a year and
 * there twice another time, since the clock is changed then.
 */
public final class NightHour {

    private static final int FIRES_LOOKED_AT = 400;
    private static final Duration LOOKED_BACK = Duration.ofDays(8);

    private NightHour() {}

    /** From when to when a night counts as one: since it was last due, until it is due next. */
    record Due(Instant since, Instant next) {}

    /** The night that is due now, by a cron that has been checked; empty when none was in the last eight days. */
    static Optional<Due> due(String cron, Instant now) {
        CronExpression expression = read(cron);
        Date since = null;
        Date fire = expression.getNextValidTimeAfter(Date.from(now.minus(LOOKED_BACK)));
        while (fire != null && !fire.toInstant().isAfter(now)) {
            since = fire;
            fire = expression.getNextValidTimeAfter(fire);
        }
        Instant next = fire == null ? now.plus(LOOKED_BACK) : fire.toInstant();
        return Optional.ofNullable(since).map(last -> new Due(last.toInstant(), next));
    }

    private static CronExpression read(String cron) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(CivilClock.COPENHAGEN));
            return expression;
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(
                    "samblik.run.nightly is no Quartz cron; 0 0 3 * * ? is every night at three");
        }
    }

    /** Refuses a cron that cannot be read or that fires in the hour of the clock's change; the message says the cure. */
    public static void check(String cron, Instant from) {
        CronExpression expression = read(cron);
        Date fire = expression.getNextValidTimeAfter(Date.from(from));
        for (int i = 0; fire != null && i < FIRES_LOOKED_AT; i++) {
            if (fire.toInstant().atZone(CivilClock.COPENHAGEN).getHour() == 2) {
                throw new IllegalArgumentException(
                        "samblik.run.nightly fires between 02:00 and 03:00, an hour that is missing"
                                + " or there twice when the clock is changed; use 03:00 or later, or before 02:00");
            }
            fire = expression.getNextValidTimeAfter(fire);
        }
    }
}
