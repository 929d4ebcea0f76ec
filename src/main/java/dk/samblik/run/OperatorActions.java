package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What operators did to the machine, and when: ids, codes and counts, never a person. Nothing in it is ever changed. */
@Component
public class OperatorActions {

    private final Database database;
    private final CivilClock clock;

    OperatorActions(@Qualifier("opsDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an operator may have done. */
    public enum What {
        ROUTE_STARTED,
        ROUTE_PAUSED,
        ROUTE_STOPPED,
        NIGHT_ASKED_FOR,
        SOURCE_ASKED_FOR,
        OUTAGE_PLANNED,
        OUTAGE_TAKEN_BACK,
        DELIVERY_ACCEPTED,
        DELIVERY_REFUSED,
        REPLAY_TRIED,
        REPLAYED,
        DISCARDED
    }

    /** One action; {@code subject} is the id of what it was done to, {@code detail} a code or a count, null where none. */
    public record OperatorAction(
            Instant at,
            String actor,
            What what,
            String subject,
            @Nullable String detail) {}

    /** Does the work and notes it, both or neither. {@code detail} must hold no word about anybody. */
    public void doing(String actor, What what, String subject, @Nullable String detail, Runnable work) {
        database.doInTransaction(() -> {
            database.sql()
                    .sql("""
                            insert into operator_action (at, actor, action, subject, detail)
                            values (:now, :actor, :action, :subject, :detail)
                            """)
                    .param("now", Timestamp.from(clock.now()))
                    .param("actor", actor)
                    .param("action", what.name())
                    .param("subject", subject)
                    .param("detail", detail)
                    .update();
            work.run();
        });
    }

    /** The latest, newest first; of one subject, or of all where it is empty. */
    public List<OperatorAction> latest(String subject, int most) {
        return database.sql()
                .sql("""
                        select at, actor, action, subject, detail from operator_action
                         where :subject in ('', subject) order by action_id desc limit :most
                        """)
                .param("subject", subject)
                .param("most", most)
                .query((row, number) -> new OperatorAction(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        What.valueOf(row.getString("action")),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
