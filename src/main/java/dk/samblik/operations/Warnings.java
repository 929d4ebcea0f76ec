package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.register.HeldDeliveries;
import dk.samblik.register.PlannedOutages;
import dk.samblik.run.Switches;
import dk.samblik.storage.Database;
import dk.samblik.team.Words;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What somebody at half past six has to know before anything else: what is off, waits, has gone silent, or disagrees. */
@Component
class Warnings {

    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A night a day, and time to run it: figures that are older say nothing of today. */
    private static final Duration FIGURES_LAST = Duration.ofHours(26);

    /** A lease is renewed every few seconds; so long after its end its holder is not merely late. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final Database database;
    private final Switches switches;
    private final HeldDeliveries deliveries;
    private final PlannedOutages outages;
    private final CivilClock clock;

    Warnings(
            @Qualifier("opsDatabase") Database database,
            Switches switches,
            HeldDeliveries deliveries,
            PlannedOutages outages,
            CivilClock clock) {
        this.database = database;
        this.switches = switches;
        this.deliveries = deliveries;
        this.outages = outages;
        this.clock = clock;
    }

    /** One of them, and where something can be done about it (empty where nowhere). */
    record Warning(String text, String href) {}

    List<Warning> all(Words words) {
        List<Warning> warnings = new ArrayList<>();
        outages.closedUntil()
                .ifPresent(until ->
                        warnings.add(new Warning(words.say("warning.closed", words.exact(until)), "/drift/lukning")));
        switches.off().values().stream()
                .sorted((one, other) -> one.route().compareTo(other.route()))
                .forEach(off -> warnings.add(new Warning(
                        words.say("warning.off." + off.state(), off.route(), words.exact(off.since())),
                        "/drift/rute?id=" + off.route())));
        deliveries
                .all()
                .forEach(held -> warnings.add(new Warning(
                        words.say("warning.held", held.register(), held.name()),
                        "/drift/levering?kilde=" + held.register() + "&navn=" + held.name())));
        lastMeasured()
                .filter(measured -> old(measured, clock.now()))
                .ifPresent(measured ->
                        warnings.add(new Warning(words.say("warning.old", words.exact(measured)), "/drift#koersler")));
        long lost = lost();
        if (lost > 0) {
            warnings.add(new Warning(words.count("warning.lost", lost), ""));
        }
        Duration skew = skew();
        if (skew.compareTo(SKEW) > 0) {
            warnings.add(new Warning(words.say("warning.skew", words.took(skew)), ""));
        }
        return warnings;
    }

    /** Whether figures of then no longer say how something stands. */
    static boolean old(Instant measured, Instant now) {
        return measured.isBefore(now.minus(FIGURES_LAST));
    }

    /** When a night last ended, well or not; empty where none ever did. */
    private Optional<Instant> lastMeasured() {
        return database.sql()
                .sql(
                        "select ended_at from run where kind = 'NIGHTLY' and ended_at is not null order by ended_at desc limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Runs whose holder has gone silent and that nobody has taken on; one that is paused has no holder. */
    private long lost() {
        return database.sql()
                .sql("""
                        select count(*) from run where state = 'RUNNING' and lease_until < :before
                          and not exists (select from route_switch s where s.part in ('LINE', run.kind))
                        """)
                .param("before", Timestamp.from(clock.now().minus(SILENT)))
                .query(Long.class)
                .single();
    }

    /** How far the clocks of the database and of this node are apart. */
    private Duration skew() {
        Instant there = database.sql()
                .sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
        return Duration.between(there, clock.now()).abs();
    }
}
