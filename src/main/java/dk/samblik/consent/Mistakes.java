package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Consents that turned out never to have been valid: what was fetched under them is deleted, and the data protection
 * officer is told of each (domain reference, 7.1).
 */
@Component
public class Mistakes {

    private final Database web;

    Mistakes(@Qualifier("webDatabase") Database web) {
        this.web = web;
    }

    /** One of them: the household's id and number, the version that says so, who recorded that (the subject) and when. */
    public record Mistake(HouseholdId household, String number, String consent, String recordedBy, Instant at) {}

    /** Those put right on this day in Copenhagen or later, the newest first. */
    public List<Mistake> since(LocalDate day) {
        return web.sql()
                .sql("""
                        select c.household_id, h.number, c.consent_id || '/' || c.version, c.recorded_by, c.recorded_at
                          from consent c join household h using (household_id)
                         where c.status = 'INVALIDATED' and c.recorded_at >= :from order by c.recorded_at desc
                        """)
                .param("from", day.atStartOfDay(CivilClock.COPENHAGEN).toOffsetDateTime())
                .query((row, number) -> new Mistake(
                        new HouseholdId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }
}
