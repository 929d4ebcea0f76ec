package dk.samblik.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.run.OperatorActions;
import dk.samblik.run.OperatorActions.What;
import dk.samblik.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Deliveries that nothing is wrong with but that look suspicious, held for somebody in charge: rows by table then and now,
 * no content. Meanwhile, and after a refusal, the last good one stays. What is decided holds for these bytes only: another
 * file of the same day is judged anew.
 */
@Component
public class HeldDeliveries {

    static final String SHRUNK = "SHRUNK";
    static final String YESTERDAYS_FILE = "YESTERDAYS_FILE";
    static final String REFUSED = "REFUSED";

    /** The reasons that somebody may decide about; the others are faults of a delivery, which its sender has to mend. */
    public static final Set<String> SUSPICIOUS = Set.of(SHRUNK, YESTERDAYS_FILE);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Long>> ROWS = new TypeReference<>() {};

    private final Database database;
    private final OperatorActions actions;

    HeldDeliveries(@Qualifier("opsDatabase") Database database, OperatorActions actions) {
        this.database = database;
        this.actions = actions;
    }

    /** One of them; rows by table, in it and in the last that was accepted. */
    public record Held(
            String register,
            String name,
            String reason,
            Instant seen,
            Map<String, Long> rows,
            Map<String, Long> before) {

        public Held {
            rows = new TreeMap<>(rows);
            before = new TreeMap<>(before);
        }

        /** How much a table has changed, in per cent; 0 where there was nothing before. */
        public long change(String table) {
            long then = before.getOrDefault(table, 0L);
            return then == 0 ? 0 : Math.round(100.0 * (rows.getOrDefault(table, 0L) - then) / then);
        }
    }

    /** All that wait for somebody, the oldest first; one that a later accepted delivery has made idle is not among them. */
    public List<Held> all() {
        return database.sql()
                .sql("""
                        select d.register, d.name, d.reason, d.seen_at, d.table_rows,
                          coalesce((select last.table_rows from delivery last
                            where last.register = d.register and last.state = 'ACCEPTED' and last.name < d.name
                            order by last.name desc limit 1), '{}') as before
                          from delivery d
                         where d.state = 'HELD_BACK' and d.reason in (:suspicious)
                           and not exists (select from delivery later
                             where later.register = d.register and later.state = 'ACCEPTED' and later.name > d.name)
                         order by d.seen_at
                        """)
                .param("suspicious", SUSPICIOUS)
                .query((row, number) -> new Held(
                        row.getString("register"),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getTimestamp("seen_at").toInstant(),
                        read(row.getString("table_rows")),
                        read(row.getString("before"))))
                .list();
    }

    /** One of them, if it still waits. */
    public Optional<Held> find(String register, String name) {
        return all().stream()
                .filter(held -> held.register().equals(register) && held.name().equals(name))
                .findFirst();
    }

    /** Lets it be used from the next question on, and notes who did. */
    public void accept(Held held, String actor) {
        decide(held, actor, What.DELIVERY_ACCEPTED, "update delivery set state = 'ACCEPTED', reason = null");
    }

    /** Leaves it unused for good, and notes who did. */
    public void refuse(Held held, String actor) {
        decide(held, actor, What.DELIVERY_REFUSED, "update delivery set reason = 'REFUSED'");
    }

    private void decide(Held held, String actor, What what, String update) {
        actions.doing(
                actor,
                what,
                held.register() + " " + held.name(),
                held.reason(),
                () -> database.sql()
                        .sql(
                                update
                                        + " where register = :register and name = :name and state = 'HELD_BACK' and reason = :reason")
                        .param("register", held.register())
                        .param("name", held.name())
                        .param("reason", held.reason())
                        .update());
    }

    private static Map<String, Long> read(String json) {
        try {
            return JSON.readValue(json, ROWS);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException("table delivery holds counts that are not JSON");
        }
    }
}
