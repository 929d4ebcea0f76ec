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

    /**
     * One of them: the household's id and number, the consent and the version that says so, who recorded that (the subject)
     * and when, and since when it was recorded: no earlier can it have been in force.
     */
    public record Mistake(
            HouseholdId household,
            String number,
            UUID consent,
            int version,
            String recordedBy,
            Instant at,
            Instant since) {}

    /** Those put right on this day in Copenhagen or later, the newest first; not a draft, which never was in force. */
    public List<Mistake> since(LocalDate day) {
        return web.sql()
                .sql("""
                        select c.household_id, h.number, c.consent_id, c.version, c.recorded_by, c.recorded_at, before.since
                          from consent c join household h using (household_id)
                          join lateral (select min(recorded_at) as since from consent e
                                         where e.consent_id = c.consent_id and e.version < c.version
                                           and e.status = 'SUPERSEDED') before on before.since is not null
                         where c.status = 'INVALIDATED' and c.recorded_at >= :from
                         order by c.recorded_at desc, c.consent_id
                        """)
                .param("from", day.atStartOfDay(CivilClock.COPENHAGEN).toOffsetDateTime())
                .query((row, number) -> new Mistake(
                        new HouseholdId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }
}
