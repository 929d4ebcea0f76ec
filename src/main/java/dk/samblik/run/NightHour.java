package dk.samblik.run;

import dk.samblik.household.CivilClock;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The hour of the night must exist exactly once every civil day. Between 02:00 and 03:00 it is missing once a year and
 * there twice another time, since the clock is changed then.
 */
final class NightHour {

    private static final int FIRES_LOOKED_AT = 400;

    private NightHour() {}

    /** Refuses a cron that cannot be read or that fires in the hour of the clock's change; the message says the cure. */
    static void check(String cron, Instant from) {
        CronExpression expression;
        try {
            expression = new CronExpression(cron);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(
                    "samblik.run.nightly is no Quartz cron; 0 0 3 * * ? is every night at three");
        }
        expression.setTimeZone(TimeZone.getTimeZone(CivilClock.COPENHAGEN));
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
