package dk.samblik.alarm;

import dk.samblik.alarm.Alarm.Kind;
import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The alarms there are and were, and what is to be told of them. Several hubs share it: an alarm begins once whoever finds
 * it, ends when none has found it for a while, and each message is sent by the one that claims it.
 */
@Component
@EnableConfigurationProperties(AlarmSettings.class)
class AlarmBook {

    /** Answers with those that were not there before. */
    private static final String FOUND = """
            insert into alarm (kind, source, begun_at, seen_at)
            select kind, source, :now, :now from unnest(cast(:kinds as text[]), cast(:sources as text[])) as n (kind, source)
             order by kind, source
            on conflict (kind, source) where ended_at is null do update set seen_at = greatest(alarm.seen_at, excluded.seen_at)
            returning alarm_id, kind, xmax = 0 as fresh
            """;

    private static final String ENDED = """
            update alarm set ended_at = :now where ended_at is null and seen_at < :calm returning alarm_id, kind, true as fresh
            """;

    /** That it ended is never told before that it began. */
    private static final String CLAIM = """
            update alarm_message m set attempts = attempts + 1,
              due = cast(:now as timestamptz) + least(power(2, m.attempts), 60) * interval '1 minute'
              from alarm a
             where a.alarm_id = m.alarm_id and (m.alarm_id, m.receiver, m.ended) = (
               select w.alarm_id, w.receiver, w.ended from alarm_message w
                where w.settled_at is null and w.due <= :now and not (w.ended and exists (
                  select from alarm_message b where b.alarm_id = w.alarm_id and b.receiver = w.receiver and not b.ended
                    and b.settled_at is null))
                order by w.alarm_id, w.ended limit 1 for update skip locked)
            returning m.alarm_id, m.receiver, m.ended, m.attempts, a.kind, a.source, a.begun_at, a.ended_at
            """;

    private final Database ops;
    private final AlarmSettings settings;
    private final CivilClock clock;

    AlarmBook(@Qualifier("opsDatabase") Database ops, AlarmSettings settings, CivilClock clock) {
        this.ops = ops;
        this.settings = settings;
        this.clock = clock;
    }

    private record Turn(long id, Kind kind, boolean fresh) {}

    /** Something to tell one receiver; {@code attempt} counts this one, from 1. */
    record Message(long id, String receiver, boolean ended, int attempt, Alarm alarm) {}

    /** Writes down what is wrong now: what is new begins, and what nobody has found for a while ends. */
    void found(Collection<Sign> signs) {
        Timestamp now = Timestamp.from(clock.now());
        ops.doInTransaction(() -> {
            List<Turn> begun = ops.sql()
                    .sql(FOUND)
                    .param("now", now)
                    .param("kinds", texts(signs, sign -> sign.kind().name()))
                    .param("sources", texts(signs, Sign::source))
                    .query(AlarmBook::turn)
                    .list();
            begun.stream().filter(Turn::fresh).forEach(turn -> note(turn, false));
            List<Turn> ended = ops.sql()
                    .sql(ENDED)
                    .param("now", now)
                    .param("calm", Timestamp.from(clock.now().minus(settings.calm())))
                    .query(AlarmBook::turn)
                    .list();
            ended.forEach(turn -> note(turn, true));
        });
    }

    private void note(Turn turn, boolean ended) {
        settings.receivers().forEach((name, receiver) -> {
            if (receiver.wants(turn.kind())) {
                ops.sql()
                        .sql(
                                "insert into alarm_message (alarm_id, receiver, ended, due) values (:id, :name, :ended, :due)")
                        .param("id", turn.id())
                        .param("name", name)
                        .param("ended", ended)
                        .param("due", Timestamp.from(receiver.due(clock.local())))
                        .update();
            }
        });
    }

    /** The next message that is due; another hub takes another one. Empty where none is. */
    Optional<Message> claim() {
        return ops.sql()
                .sql(CLAIM)
                .param("now", Timestamp.from(clock.now()))
                .query((row, number) -> new Message(
                        row.getLong("alarm_id"),
                        row.getString("receiver"),
                        row.getBoolean("ended"),
                        row.getInt("attempts"),
                        alarm(row)))
                .optional();
    }

    /** It was sent, or never will be. */
    void settle(Message message) {
        ops.sql()
                .sql("update alarm_message set settled_at = :now"
                        + " where alarm_id = :id and receiver = :receiver and ended = :ended")
                .param("now", Timestamp.from(clock.now()))
                .param("id", message.id())
                .param("receiver", message.receiver())
                .param("ended", message.ended())
                .update();
    }

    /** Those that last, the newest first, and after them those that ended since a moment. */
    List<Alarm> since(Instant since) {
        return ops.sql()
                .sql("select kind, source, begun_at, ended_at from alarm where ended_at is null or ended_at > :since"
                        + " order by ended_at is null desc, coalesce(ended_at, begun_at) desc, kind, source")
                .param("since", Timestamp.from(since))
                .query((row, number) -> alarm(row))
                .list();
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(row.getLong("alarm_id"), Kind.valueOf(row.getString("kind")), row.getBoolean("fresh"));
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Alarm(
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getTimestamp("begun_at").toInstant(),
                instant(ended));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String[] texts(Collection<Sign> signs, Function<Sign, String> text) {
        return signs.stream().map(text).toArray(String[]::new);
    }
}
