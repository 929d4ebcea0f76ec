package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What in the log asks for a second look. None of it is an accusation: there may be a good reason for each. */
@Component
public class LogSignals {

    private static final int MOST = 100;

    /** Somebody was shown something of a household. */
    static final String SHOWN =
            "action in ('VIEW', 'DETAIL', 'REVEAL_CPR', 'REVEAL_ADDRESS', 'PRINT', 'EXPORT', 'API')";

    /** Work that has its own ground and shows nothing of what was fetched under a consent, or all of it to whom it is about. */
    private static final String OTHER_GROUND =
            "purpose in ('" + HouseholdAccess.DESK_PURPOSE + "', 'CONSENT_RECEIPT', 'CONSENT_PAPER', 'GDPR-15')";

    /** The hours are those of Copenhagen. */
    private static final String LOCAL = "(at at time zone 'Europe/Copenhagen')";

    private final Database audit;

    LogSignals(@Qualifier("auditDatabase") Database audit) {
        this.audit = audit;
    }

    /** All kinds there are: what a row must be, what rows are taken together, and from how many they count. */
    public enum Signal {
        /** Refused: the household is of another area, or there is none. */
        OTHER_AREA("action = 'DENIED' and outcome = 'NOT_YOURS'", "day", "true"),
        /** A protected address was shown. */
        PROTECTED("action = 'REVEAL_ADDRESS'", "day", "true"),
        /** One person opened very many households within an hour of the clock. */
        MANY(SHOWN, "hour", "count(distinct household_id) > cast(:many as bigint)"),
        /** On a Saturday or Sunday, or outside the hours of work. */
        AFTER_HOURS(
                "action <> 'CONSENT_WITHDRAWN' and (extract(isodow from " + LOCAL + ") > 5 or cast(" + LOCAL
                        + " as time) < cast(:opens as time) or cast(" + LOCAL + " as time) >= cast(:closes as time))",
                "day",
                "true"),
        /** A household of which no consent was in force at that moment was opened, or asked for after it was taken back. */
        WITHOUT_CONSENT(
                "(action = 'DENIED' and outcome = '" + HouseholdAccess.WITHDRAWN + "' or (" + SHOWN
                        + " or action = 'FETCH') and household_id is not null and cardinality(consents) = 0 and not "
                        + OTHER_GROUND + ")",
                "day",
                "true");

        private final String condition;
        private final String together;
        private final String counts;

        Signal(String condition, String together, String counts) {
            this.condition = condition;
            this.together = together;
            this.counts = counts;
        }

        private String sql() {
            return "select actor, actor_role, min(at), max(at), count(*),"
                    + " array_agg(distinct household_id) filter (where household_id is not null) from access_log"
                    + " where seq < :look and at >= :from and actor_role not in ('HUB', 'DPO') and " + condition
                    + " group by actor, actor_role, date_trunc('" + together + "', " + LOCAL + ") having " + counts
                    + " order by min(at) desc limit " + MOST;
        }
    }

    /** What counts as many households within an hour, and when work begins and ends. */
    public record Limits(int many, LocalTime opens, LocalTime closes) {}

    /** What one person did, from the first row to the last. {@code households} are random ids, each once. */
    public record Noticed(
            String actor, String role, Instant first, Instant last, long rows, List<HouseholdId> households) {
        public Noticed {
            households = List.copyOf(households);
        }
    }

    /**
     * What was noticed since a moment: one person's rows of one day, or hour, together, the newest first and at most
     * {@value #MOST} of a kind.
     */
    public Map<Signal, List<Noticed>> since(Grant look, Instant from, Limits limits) {
        Map<String, Object> asked = Map.of(
                "look", look.seq(),
                "from", Timestamp.from(from),
                "many", limits.many(),
                "opens", limits.opens().toString(),
                "closes", limits.closes().toString());
        Map<Signal, List<Noticed>> noticed = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            noticed.put(signal, noticed(signal.sql(), asked));
        }
        return noticed;
    }

    /** Who opened which household since a moment: each pair once and at most so many, the newest first. */
    public List<Noticed> opened(Grant look, Instant from, int most) {
        return noticed(
                "select actor, actor_role, min(at), max(at), count(*), array[household_id] from access_log"
                        + " where seq < :look and at >= :from and actor_role not in ('HUB', 'DPO')"
                        + " and household_id is not null and " + SHOWN
                        + " group by actor, actor_role, household_id order by max(at) desc limit :most",
                Map.of("look", look.seq(), "from", Timestamp.from(from), "most", most));
    }

    private List<Noticed> noticed(String sql, Map<String, Object> asked) {
        return audit.sql()
                .sql(sql)
                .params(asked)
                .query((row, number) -> new Noticed(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getLong(5),
                        households(row.getArray(6))))
                .list();
    }

    private static List<HouseholdId> households(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Stream.of((UUID[]) ids.getArray()).map(HouseholdId::new).toList();
    }
}
