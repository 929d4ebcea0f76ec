package dk.samblik.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is remembered of deliveries: their name, how many rows, marks of their bytes, accepted or why not. No content. */
@Component
final class DeliveryLog {

    /** A delivery once accepted: rows and mark of the bytes by table. */
    record Known(Map<String, Long> rows, Map<String, String> marks) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> ROWS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final Database database;
    private final CivilClock clock;

    DeliveryLog(Database pipelineDatabase, CivilClock clock) {
        this.database = pipelineDatabase;
        this.clock = clock;
    }

    /** The last delivery accepted before this one. */
    Optional<Known> acceptedBefore(String register, String name) {
        return known("""
                select table_rows, content_marks from delivery
                where register = :register and name < :name and state = 'ACCEPTED' order by name desc limit 1
                """, register, name);
    }

    /** Whether a later delivery than this has been accepted: then this one's sender has taken a newer one away. */
    boolean acceptedAfter(String register, String name) {
        return database.sql()
                .sql("""
                        select exists (select from delivery
                          where register = :register and name > :name and state = 'ACCEPTED')
                        """)
                .param("register", register)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** This delivery, if it has been accepted already, by us or by somebody in charge. */
    Optional<Known> accepted(String register, String name) {
        return known("""
                select table_rows, content_marks from delivery
                where register = :register and name = :name and state = 'ACCEPTED'
                """, register, name);
    }

    /** This delivery, if somebody in charge has refused it. */
    Optional<Known> refused(String register, String name) {
        return known("""
                select table_rows, content_marks from delivery
                where register = :register and name = :name and reason = 'REFUSED'
                """, register, name);
    }

    private Optional<Known> known(String sql, String register, String name) {
        return database.sql()
                .sql(sql)
                .param("register", register)
                .param("name", name)
                .query((row, number) -> new Known(read(row.getString(1), ROWS), read(row.getString(2), MARKS)))
                .optional();
    }

    void accept(String register, String name, Instant producedAt, Known known) {
        write(register, name, null, producedAt, known);
    }

    /** {@code known} is what was counted in it; empty where it did not come so far. */
    void holdBack(String register, String name, String reason, Known known) {
        write(register, name, reason, null, known);
    }

    private void write(
            String register, String name, @Nullable String reason, @Nullable Instant producedAt, Known known) {
        database.sql()
                .sql("""
                        insert into delivery (register, name, state, reason, table_rows, content_marks, produced_at, seen_at)
                        values (:register, :name, :state, :reason, cast(:rows as jsonb), cast(:marks as jsonb), :produced, :seen)
                        on conflict (register, name) do update set state = excluded.state, reason = excluded.reason,
                          table_rows = excluded.table_rows, content_marks = excluded.content_marks,
                          produced_at = excluded.produced_at, seen_at = excluded.seen_at
                        """)
                .param("register", register)
                .param("name", name)
                .param("state", reason == null ? "ACCEPTED" : "HELD_BACK")
                .param("reason", reason)
                .param("rows", written(known.rows()))
                .param("marks", written(known.marks()))
                .param("produced", producedAt == null ? null : Timestamp.from(producedAt))
                .param("seen", Timestamp.from(clock.now()))
                .update();
    }

    private static String written(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException notPossible) {
            throw new IllegalStateException("counts cannot be written as JSON");
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException("table delivery holds counts that are not JSON");
        }
    }
}
