package dk.samblik.meeting;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** When a household meets its team next, and when it did. Dates and hours, nothing of what was said. */
@Component
public class Meetings {

    private static final String SETTINGS = """
            select number, day, hour, set_by, set_by_name, set_at from meeting
             where household_id = :household order by number desc
            """;
    private static final String HELD = """
            select meeting_date, recorded_at from household where household_id = :household for no key update
            """;
    private static final String SET = """
            insert into meeting (household_id, number, day, hour, set_by, set_by_name, set_at)
            values (:household, :number, :day, :hour, :by, :byName, :at)
            """;
    /** A date stood on its day where nothing else was set before that day was there. */
    private static final String PAST = """
            with set as (
              select household_id, day, lead((set_at at time zone 'Europe/Copenhagen')::date)
                  over (partition by household_id order by number) as until
                from meeting where household_id = any (cast(:ids as uuid[]))
              union all
              select household_id, meeting_date, null from household h
               where household_id = any (cast(:ids as uuid[]))
                 and not exists (select from meeting m where m.household_id = h.household_id))
            select distinct household_id, day from set where day < :today and (until is null or day <= until) order by day
            """;

    private final Database web;
    private final CivilClock clock;

    public Meetings(@Qualifier("webDatabase") Database web, CivilClock clock) {
        this.web = web;
        this.clock = clock;
    }

    /**
     * What was set as the next meeting, by whom and when; {@code day} is null where none is agreed, {@code hour} where no
     * hour is. {@code setBy} is empty for what was there before anybody set it here. {@code number} counts from 1.
     */
    public record Setting(
            int number,
            @Nullable LocalDate day,
            @Nullable LocalTime hour,
            String setBy,
            String setByName,
            Instant at) {}

    private record Held(@Nullable LocalDate day, Instant recorded) {}

    /** Everything that was set, the newest first; empty where nothing ever was. */
    public List<Setting> settings(HouseholdId household) {
        return web.sql()
                .sql(SETTINGS)
                .param("household", household.value())
                .query((row, number) -> new Setting(
                        row.getInt("number"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("hour", LocalTime.class),
                        row.getString("set_by"),
                        row.getString("set_by_name"),
                        row.getTimestamp("set_at").toInstant()))
                .list();
    }

    /**
     * Sets the next meeting, or with null that none is agreed. False, and nothing is changed, where somebody set it since
     * {@code opened}, the number of the newest setting then (0 for none). That the day is not past is the page's to check.
     */
    public boolean set(
            HouseholdId household, @Nullable LocalDate day, @Nullable LocalTime hour, int opened, Viewer by) {
        return web.inTransaction(() -> {
            Held held = web.sql()
                    .sql(HELD)
                    .param("household", household.value())
                    .query((row, number) -> new Held(
                            row.getObject(1, LocalDate.class),
                            row.getTimestamp(2).toInstant()))
                    .single();
            int newest = settings(household).stream()
                    .mapToInt(Setting::number)
                    .findFirst()
                    .orElse(0);
            if (newest != opened) {
                return false;
            }
            if (newest == 0 && held.day() != null) {
                newest++;
                write(household, new Setting(newest, held.day(), null, "", "", held.recorded()));
            }
            LocalTime time = day == null ? null : hour;
            write(household, new Setting(newest + 1, day, time, by.subject(), by.name(), clock.now()));
            web.sql()
                    .sql(
                            "update household set meeting_date = :day, meeting_time = :hour where household_id = :household")
                    .param("day", day, Types.DATE)
                    .param("hour", time, Types.TIME)
                    .param("household", household.value())
                    .update();
            return true;
        });
    }

    private void write(HouseholdId household, Setting setting) {
        web.sql()
                .sql(SET)
                .param("household", household.value())
                .param("number", setting.number())
                .param("day", setting.day(), Types.DATE)
                .param("hour", setting.hour(), Types.TIME)
                .param("by", setting.setBy())
                .param("byName", setting.setByName())
                .param("at", Timestamp.from(setting.at()))
                .update();
    }

    /** The days one household met before today, the latest first. */
    public List<LocalDate> held(HouseholdId household) {
        return past(List.of(household)).getOrDefault(household, List.of());
    }

    /** The last day before today that each of these met; those that never did are not in it. */
    public Map<HouseholdId, LocalDate> last(Collection<HouseholdId> households) {
        Map<HouseholdId, LocalDate> last = new HashMap<>();
        past(households).forEach((household, days) -> last.put(household, days.get(0)));
        return last;
    }

    private Map<HouseholdId, List<LocalDate>> past(Collection<HouseholdId> households) {
        Map<HouseholdId, List<LocalDate>> past = new HashMap<>();
        web.sql()
                .sql(PAST)
                .param("ids", households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .param("today", clock.today())
                .query(row -> {
                    past.computeIfAbsent(
                                    new HouseholdId(row.getObject(1, UUID.class)), id -> new java.util.ArrayList<>())
                            .add(0, row.getObject(2, LocalDate.class));
                });
        return past;
    }
}
