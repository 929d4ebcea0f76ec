package dk.samblik.api;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The households of a client's areas of which a consent is in force today, by number, some at a time. Holds no content; that
 * somebody consents is told all the same, so whoever shows it logs first.
 */
@Component
class HouseholdPages {

    private final Database database;
    private final CivilClock clock;

    HouseholdPages(@Qualifier("webDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** At most {@code limit} after this place, which a page before gave; an unreadable one is refused. */
    Household.Page page(Viewer viewer, int limit, String after) {
        List<Household.Item> found = database.sql()
                .sql("""
                        select h.household_id, h.number, h.area, h.view_version, v.published_at from household h
                          left join view_version v on v.household_id = h.household_id and v.version = h.view_version
                         where h.area = any (cast(:areas as text[])) and h.enrolled <= :today
                           and (h.exit_date is null or h.exit_date >= :today) and h.number > :after
                           and exists (select from consent_in_force c where c.household_id = h.household_id
                                        and :today between c.valid_from and c.valid_to)
                         order by h.number limit :most
                        """)
                .param("areas", viewer.areas().toArray(String[]::new))
                .param("today", clock.today())
                .param("after", place(after))
                .param("most", limit + 1)
                .query((row, number) -> new Household.Item(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        instant(row.getTimestamp(5))))
                .list();
        boolean more = found.size() > limit;
        List<Household.Item> items = more ? found.subList(0, limit) : found;
        return new Household.Page(
                items, more ? cursor(items.get(items.size() - 1).number()) : null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String cursor(String number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException notOurs) {
            throw Refused.at(new ProblemBody.Place("/after", "not-a-cursor"));
        }
    }
}
