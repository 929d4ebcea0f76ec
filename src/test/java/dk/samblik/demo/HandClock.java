package dk.samblik.demo;

import dk.samblik.household.CivilClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A clock that goes on from any moment a test puts it to. There is one, since every start of the hub must have the same. */
public final class HandClock extends Clock {

    public static final HandClock CLOCK = new HandClock();

    private volatile Duration ahead = Duration.ZERO;

    private HandClock() {}

    /** Read before the hub's own, which then stands back; no component, so that only a hub that names it has it. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Put {

        @Bean
        CivilClock civilClock() {
            return new CivilClock(CLOCK);
        }
    }

    /** From now on it is this moment in Copenhagen, and goes on from there. */
    void itIs(LocalDate day, LocalTime time) {
        ahead = Duration.between(
                Instant.now(), day.atTime(time).atZone(CivilClock.COPENHAGEN).toInstant());
    }

    /** From now on it is right again: whoever moved it leaves it so to the tests that follow in the same process. */
    void isRight() {
        ahead = Duration.ZERO;
    }

    /** From now on it is so much later, or earlier again. */
    public void goes(Duration ahead) {
        this.ahead = this.ahead.plus(ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("read in UTC only");
    }
}
