package dk.samblik.access;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads the access log for whoever oversees it. To read the log is a look like any other: each reading takes the grant of
 * its own committed row, and answers with what was written before that row.
 */
@Component
public class LogReading {

    /** What a person did of their own accord: not the hub's work, not the list of one's own households, not this reading. */
    private static final String LOOKS = "at >= :from and at < :until and actor_role not in ('HUB', 'DPO')"
            + " and not (action = 'SEARCH' and purpose = 'household-work')";

    private final Database audit;

    LogReading(@Qualifier("auditDatabase") Database audit) {
        this.audit = audit;
    }

    /** Whose doing is looked for. */
    public enum By {
        EVERYBODY,
        /** Not the hub's own work of a night or a refresh. */
        PEOPLE
    }

    /**
     * What is looked for, from a moment to before another; an empty set leaves its question out. Of the rows of a household
     * those about other people than {@code persons} are left out where any are named.
     */
    public record Query(
            Instant from,
            Instant until,
            By by,
            Set<HouseholdId> households,
            Set<PersonId> persons,
            Set<String> actors,
            Set<Access.Action> actions) {
        public Query {
            households = Set.copyOf(households);
            persons = Set.copyOf(persons);
            actors = Set.copyOf(actors);
            actions = Set.copyOf(actions);
        }
    }

    /** The newest rows first, and how many there are in all. */
    public record Found(List<LogRow> rows, long inAll) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** Some looks drawn by lot, by their numbers, and out of how many. */
    public record Sample(List<Long> rows, long outOf) {
        public Sample {
            rows = List.copyOf(rows);
        }
    }

    /** What answers the query, at most so many rows. */
    public Found find(Grant look, Query query, int most) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(query, parameters);
        parameters.put("look", look.seq());
        long inAll = audit.sql()
                .sql("select count(*) from access_log where seq < :look and " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("most", most);
        List<LogRow> rows = audit.sql()
                .sql("select * from access_log where seq < :look and " + where + " order by seq desc limit :most")
                .params(parameters)
                .query((row, number) -> LogRow.read(row))
                .list();
        return new Found(rows, inAll);
    }

    /** Only words of this method stand in the statement; everything asked for is a parameter. */
    private static String where(Query query, Map<String, Object> parameters) {
        parameters.put("from", Timestamp.from(query.from()));
        parameters.put("until", Timestamp.from(query.until()));
        StringBuilder where = new StringBuilder("at >= :from and at < :until");
        if (query.by() == By.PEOPLE) {
            where.append(" and actor_role <> 'HUB'");
        }
        among(where, parameters, "household_id = any(cast(:households as uuid[]))", "households", query.households());
        among(
                where,
                parameters,
                "(person_id is null or person_id = any(cast(:persons as uuid[])))",
                "persons",
                query.persons());
        among(where, parameters, "actor = any(cast(:actors as text[]))", "actors", query.actors());
        among(where, parameters, "action = any(cast(:actions as text[]))", "actions", query.actions());
        return where.toString();
    }

    private static void among(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Set<?> values) {
        if (!values.isEmpty()) {
            where.append(" and ").append(condition);
            parameters.put(name, values.stream().map(Object::toString).toArray(String[]::new));
        }
    }

    /** When the oldest row that is still kept was written; empty where there is none before this look. */
    public Optional<Instant> begins(Grant look) {
        return audit.sql()
                .sql("select at from access_log where seq < :look order by seq limit 1")
                .param("look", look.seq())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The rows of these numbers that are still kept, by number. */
    public Map<Long, LogRow> rows(Grant look, Collection<Long> numbers) {
        return audit
                .sql()
                .sql("select * from access_log where seq < :look and seq = any(cast(:seqs as bigint[])) order by seq")
                .param("look", look.seq())
                .param("seqs", numbers.toArray(Long[]::new))
                .query((row, number) -> LogRow.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(LogRow::seq, row -> row));
    }

    /** How often something was fetched while a consent was in force, and how often its household was shown then. */
    public record Used(long fetched, long shown) {}

    /** What was done under consents of these households, by the consent's id; nothing for one under which nothing was. */
    public Map<UUID, Used> under(Grant look, Set<HouseholdId> households, Set<UUID> consents) {
        return audit
                .sql()
                .sql("select split_part(consent, '/', 1), count(*) filter (where action = 'FETCH'),"
                        + " count(*) filter (where " + LogSignals.SHOWN + ")"
                        + " from access_log cross join lateral unnest(consents) as under (consent)"
                        + " where seq < :look and household_id = any(cast(:households as uuid[]))"
                        + " and purpose <> 'CONSENT_RECEIPT' and split_part(consent, '/', 1) = any(cast(:consents as text[]))"
                        + " group by 1")
                .param("look", look.seq())
                .param("households", households.stream().map(Object::toString).toArray(String[]::new))
                .param("consents", consents.stream().map(Object::toString).toArray(String[]::new))
                .query((row, number) ->
                        Map.entry(UUID.fromString(row.getString(1)), new Used(row.getLong(2), row.getLong(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Looks of people drawn by lot: ordered by the SHA-256 of {@code seed/number}, the first so many. Whoever has the log,
     * the seed and the period draws the same again. What the data protection officer does, and the list of one's own
     * households, which nobody chooses to look at, are not drawn from.
     */
    public Sample sample(Grant look, Instant from, Instant until, long seed, int size) {
        Map<String, Object> period =
                Map.of("look", look.seq(), "from", Timestamp.from(from), "until", Timestamp.from(until));
        long outOf = audit.sql()
                .sql("select count(*) from access_log where seq < :look and " + LOOKS)
                .params(period)
                .query(Long.class)
                .single();
        List<Long> rows = audit.sql()
                .sql("select seq from access_log where seq < :look and " + LOOKS
                        + " order by sha256(convert_to(cast(:seed as text) || '/' || seq, 'UTF8')) limit :size")
                .params(period)
                .param("seed", seed)
                .param("size", size)
                .query(Long.class)
                .list();
        return new Sample(rows, outOf);
    }
}
