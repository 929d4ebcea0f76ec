package dk.samblik.register;

import dk.samblik.household.CivilClock;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.OperatorActions.What;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What operators tell the teams beforehand of a register that will be away, or of the hub itself, which is closed then. Of
 * each the latest word counts.
 */
@Component
public class PlannedOutages {

    /** In a register's place: the hub itself. */
    public static final String HUB = "samblik";

    /** So long before the hub closes the teams are told of it. */
    private static final Duration WARNED = Duration.ofHours(24);

    /** The longest that may be written. */
    public static final int LONGEST = 300;

    private final Database web;
    private final Database operations;
    private final OperatorActions actions;
    private final Registers registers;
    private final CivilClock clock;

    PlannedOutages(
            @Qualifier("webDatabase") Database web,
            @Qualifier("opsDatabase") Database operations,
            OperatorActions actions,
            Registers registers,
            CivilClock clock) {
        this.web = web;
        this.operations = operations;
        this.actions = actions;
        this.registers = registers;
        this.clock = clock;
    }

    /** One of them, from a moment up to another; {@code title} is what people call the register. */
    public record Planned(long id, String register, String title, String message, Instant from, Instant until) {}

    private static final String LATEST = """
            select distinct on (register) outage_id, register, message, from_at, until_at
              from planned_outage order by register, outage_id desc
            """;

    /** Those that the teams are to be told of now; that the hub will close is told a day before. */
    public List<Planned> now() {
        Instant now = clock.now();
        return web.sql()
                .sql(
                        "select * from (" + LATEST
                                + ") as latest where from_at <= case register when :hub then cast(:warned as timestamptz) else :now end and until_at > :now")
                .param("hub", HUB)
                .param("now", Timestamp.from(now))
                .param("warned", Timestamp.from(now.plus(WARNED)))
                .query(this::planned)
                .list();
    }

    /** When the hub opens again; empty where it is open. */
    public Optional<Instant> closedUntil() {
        return web.sql()
                .sql("""
                        select until_at
                          from (select from_at, until_at from planned_outage where register = :hub
                                 order by outage_id desc limit 1) as latest
                         where from_at <= :now and until_at > :now
                        """)
                .param("hub", HUB)
                .param("now", Timestamp.from(clock.now()))
                .query((row, number) -> row.getTimestamp("until_at").toInstant())
                .optional();
    }

    /** The latest of a register, if it is not over. */
    public Optional<Planned> latest(String register) {
        return operations
                .sql()
                .sql("select * from (" + LATEST + ") as latest where register = :register and until_at > :now")
                .param("register", register)
                .param("now", Timestamp.from(clock.now()))
                .query(this::planned)
                .optional();
    }

    private Planned planned(ResultSet row, int number) throws SQLException {
        String register = row.getString("register");
        return new Planned(
                row.getLong("outage_id"),
                register,
                HUB.equals(register)
                        ? "Samblik"
                        : registers.find(register).map(RegisterFile::title).orElse(register),
                row.getString("message"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant());
    }

    /** Writes what the teams are told, and notes who did. */
    public void plan(String register, String message, Instant from, Instant until, String actor) {
        actions.doing(
                actor,
                What.OUTAGE_PLANNED,
                register,
                null,
                () -> operations
                        .sql()
                        .sql("""
                        insert into planned_outage (register, message, from_at, until_at)
                        values (:register, :message, :from, :until)
                        """)
                        .param("register", register)
                        .param("message", message)
                        .param("from", Timestamp.from(from))
                        .param("until", Timestamp.from(until))
                        .update());
    }

    /** Takes back the latest of a register, so that the one before stands again; notes who did. */
    public void takeBack(Planned planned, String actor) {
        actions.doing(
                actor,
                What.OUTAGE_TAKEN_BACK,
                planned.register(),
                null,
                () -> operations
                        .sql()
                        .sql("delete from planned_outage where outage_id = :id")
                        .param("id", planned.id())
                        .update());
    }
}
