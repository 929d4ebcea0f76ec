package dk.samblik.draw;

import dk.samblik.draw.Draw.Count;
import dk.samblik.draw.Draw.Criteria;
import dk.samblik.draw.Draw.Lock;
import dk.samblik.draw.Draw.Prepared;
import dk.samblik.draw.Draw.Source;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.Draw.Step;
import dk.samblik.household.Department;
import dk.samblik.programme.Programme.Protected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the draw's tables as what they stand for. */
final class DrawRows {

    private DrawRows() {}

    static Draw draw(ResultSet row, Map<UUID, List<Source>> sources) throws SQLException {
        UUID id = row.getObject("draw_id", UUID.class);
        return new Draw(
                id,
                row.getString("number"),
                row.getString("programme"),
                State.valueOf(row.getString("state")),
                texts(row, "areas"),
                Protected.valueOf(row.getString("protection")),
                criteria(row),
                new Step(row.getString("made_by"), moment(row, "made_at")),
                count(row, sources.getOrDefault(id, List.of())),
                prepared(row),
                step(row, "asked_by", "asked_at"),
                lock(row),
                step(row, "closed_by", "closed_at"),
                Attempts.read(row));
    }

    private static Criteria criteria(ResultSet row) throws SQLException {
        return new Criteria(
                row.getString("criteria_version"),
                row.getInt("minimum_departments"),
                texts(row, "must_include").stream().map(Department::valueOf).toList(),
                row.getInt("exclude_months"));
    }

    private static @Nullable Count count(ResultSet row, List<Source> sources) throws SQLException {
        return row.getObject("counted_at") == null
                ? null
                : new Count(
                        moment(row, "counted_at"),
                        row.getInt("population"),
                        row.getString("fingerprint"),
                        row.getBoolean("stale_accepted"),
                        sources);
    }

    private static @Nullable Prepared prepared(ResultSet row) throws SQLException {
        return row.getString("seed") == null
                ? null
                : new Prepared(
                        row.getInt("wanted"), row.getInt("control"), row.getString("seed"), row.getString("approver"));
    }

    private static @Nullable Lock lock(ResultSet row) throws SQLException {
        return row.getString("approved_by") == null
                ? null
                : new Lock(
                        row.getString("approved_by"),
                        moment(row, "locked_at"),
                        row.getString("algorithm"),
                        row.getObject("protocol_taken_at") == null ? null : moment(row, "protocol_taken_at"),
                        row.getObject("control_taken_at") == null ? null : moment(row, "control_taken_at"));
    }

    private static @Nullable Step step(ResultSet row, String by, String at) throws SQLException {
        String who = row.getString(by);
        return who == null ? null : new Step(who, moment(row, at));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
