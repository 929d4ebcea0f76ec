package dk.samblik.draw;

import dk.samblik.draw.Attempt.Came;
import dk.samblik.draw.Attempt.Stage;
import dk.samblik.draw.Attempt.What;
import dk.samblik.draw.Draw.State;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The tries to count or lock, one at a time for each draw. Whoever works on one writes under its id: a try that was taken
 * for lost and begun again by somebody else can write nothing more.
 */
@Component
class Attempts {

    /** Only from the state it belongs to, and not while another goes on. */
    private static final String BEGIN = """
            insert into draw.attempt (draw_id, attempt_id, what, started_by, started_at, seen_at, stage, percent)
            select draw_id, cast(:attempt as uuid), :what, :by, cast(:now as timestamptz), cast(:now as timestamptz),
              'WAITING', 0 from draw.draw where draw_id = :draw and state = :state
            on conflict (draw_id) do update set attempt_id = excluded.attempt_id, what = excluded.what,
              started_by = excluded.started_by, started_at = excluded.started_at, seen_at = excluded.seen_at,
              stage = excluded.stage, percent = excluded.percent, ended_at = null, came = null, register = null
             where attempt.ended_at is not null or attempt.seen_at <= :lost
            """;

    private final Database database;
    private final CivilClock clock;

    Attempts(@Qualifier("drawDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The id of a new one; empty where one goes on already, or the draw is not in that state. */
    Optional<UUID> begin(Draw draw, What what, String by) {
        UUID attempt = UUID.randomUUID();
        int begun = database.sql()
                .sql(BEGIN)
                .param("attempt", attempt)
                .param("what", what.name())
                .param("by", by)
                .param("now", Timestamp.from(clock.now()))
                .param("lost", Timestamp.from(clock.now().minus(Attempt.LOST)))
                .param("draw", draw.id())
                .param("state", (what == What.COUNT ? State.DRAFT : State.AWAITING_APPROVAL).name())
                .update();
        return Draws.changed(begun) ? Optional.of(attempt) : Optional.empty();
    }

    /** Says that it is being worked on, and how far it is; false where it has ended meanwhile. */
    boolean goesOn(UUID attempt, Stage stage, int percent) {
        return Draws.changed(database.sql()
                .sql("update draw.attempt set seen_at = :now, stage = :stage, percent = :percent"
                        + " where attempt_id = :attempt and ended_at is null")
                .param("now", Timestamp.from(clock.now()))
                .param("stage", stage.name())
                .param("percent", percent)
                .param("attempt", attempt)
                .update());
    }

    /** Ends it; false where somebody had ended it already, and then nothing of it may be kept. */
    boolean end(UUID attempt, Came came, @Nullable String register) {
        return Draws.changed(database.sql()
                .sql("update draw.attempt set ended_at = :now, came = :came, register = :register"
                        + " where attempt_id = :attempt and ended_at is null")
                .param("now", Timestamp.from(clock.now()))
                .param("came", came.name())
                .param("register", register, Types.VARCHAR)
                .param("attempt", attempt)
                .update());
    }

    static @Nullable Attempt read(ResultSet row) throws SQLException {
        UUID id = row.getObject("attempt_id", UUID.class);
        if (id == null) {
            return null;
        }
        String came = row.getString("came");
        return new Attempt(
                id,
                What.valueOf(row.getString("what")),
                row.getString("started_by"),
                DrawRows.moment(row, "started_at"),
                DrawRows.moment(row, "seen_at"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("percent"),
                came == null ? null : DrawRows.moment(row, "ended_at"),
                came == null ? null : Came.valueOf(came),
                row.getString("register"));
    }
}
