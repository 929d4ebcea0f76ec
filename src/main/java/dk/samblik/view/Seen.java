package dk.samblik.view;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which version of a household each member of a team last looked at, so that "new" means new to that one. */
@Component
public class Seen {

    private final Database database;
    private final CivilClock clock;

    Seen(@Qualifier("webDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A look at a version. */
    public record Look(int version, Instant at) {}

    /** Remembers that this one has now looked at this version. */
    public void mark(String subject, HouseholdId household, int version) {
        database.sql()
                .sql("""
                        insert into seen (subject, household_id, version, at) values (:subject, :household, :version, :now)
                        on conflict (subject, household_id) do update set version = excluded.version, at = excluded.at,
                          before_version = case when seen.version = excluded.version then seen.before_version
                            else seen.version end,
                          before_at = case when seen.version = excluded.version then seen.before_at else seen.at end
                        """)
                .param("subject", subject)
                .param("household", household.value())
                .param("version", version)
                .param("now", Timestamp.from(clock.now()))
                .update();
    }

    /** Undoes the look at the newest version: what was new before it is new again. Forgets it where it was the first. */
    public void undo(String subject, HouseholdId household) {
        restore(
                subject,
                household,
                database.sql()
                        .sql(
                                "select before_version as version, before_at as at from seen"
                                        + " where subject = :subject and household_id = :household and before_version is not null")
                        .param("subject", subject)
                        .param("household", household.value())
                        .query((row, number) -> look(row))
                        .optional());
    }

    /** Sets the last look back to an earlier one, or forgets it where there was none. */
    public void restore(String subject, HouseholdId household, Optional<Look> earlier) {
        earlier.ifPresentOrElse(
                look -> database.sql()
                        .sql("""
                                update seen set version = :version, at = :at, before_version = null, before_at = null
                                 where subject = :subject and household_id = :household
                                """)
                        .param("version", look.version())
                        .param("at", Timestamp.from(look.at()))
                        .param("subject", subject)
                        .param("household", household.value())
                        .update(),
                () -> database.sql()
                        .sql("delete from seen where subject = :subject and household_id = :household")
                        .param("subject", subject)
                        .param("household", household.value())
                        .update());
    }

    /** The last look of this one at a household. */
    public Optional<Look> find(String subject, HouseholdId household) {
        return database.sql()
                .sql("select version, at from seen where subject = :subject and household_id = :household")
                .param("subject", subject)
                .param("household", household.value())
                .query((row, number) -> look(row))
                .optional();
    }

    /** All last looks of this one. */
    Map<HouseholdId, Look> all(String subject) {
        Map<HouseholdId, Look> looks = new HashMap<>();
        database.sql()
                .sql("select household_id, version, at from seen where subject = :subject")
                .param("subject", subject)
                .query(row -> {
                    looks.put(new HouseholdId(row.getObject("household_id", UUID.class)), look(row));
                });
        return looks;
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getInt("version"), row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
