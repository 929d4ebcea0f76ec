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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What somebody at half past six has to know before anything else: what is off, waits, has gone silent, or disagrees. */
@Component
class Signs {

    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A lease is renewed every few seconds; so long after its end its holder is not merely late. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private final Database database;
    private final Switches switches;
    private final HeldDeliveries deliveries;
    private final PlannedOutages outages;
    private final CivilClock clock;

    Signs(
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
    record Sign(String text, String href) {}

    List<Sign> all(Words words) {
        List<Sign> signs = new ArrayList<>();
        outages.closedUntil()
                .ifPresent(
                        until -> signs.add(new Sign(words.say("sign.closed", words.exact(until)), "/drift/lukning")));
        switches.off().values().stream()
                .sorted((one, other) -> one.route().compareTo(other.route()))
                .forEach(off -> signs.add(new Sign(
                        words.say("sign.off." + off.state(), off.route(), words.exact(off.since())),
                        "/drift/rute?id=" + off.route())));
        deliveries
                .all()
                .forEach(held -> signs.add(new Sign(
                        words.say("sign.held", held.register(), held.name()),
                        "/drift/levering?kilde=" + held.register() + "&navn=" + held.name())));
        long lost = lost();
        if (lost > 0) {
            signs.add(new Sign(words.count("sign.lost", lost), ""));
        }
        Duration skew = skew();
        if (skew.compareTo(SKEW) > 0) {
            signs.add(new Sign(words.say("sign.skew", words.took(skew)), ""));
        }
        return signs;
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
