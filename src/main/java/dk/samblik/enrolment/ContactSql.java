package dk.samblik.enrolment;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of one change of a candidate, to be run in one transaction. */
final class ContactSql {

    private static final String STEP = """
            update candidate set step = :step, reason = :reason, step_day = :day, name_until = :nameUntil,
                key_until = :keyUntil
             where candidate_id = :id
            """;

    private static final String EVENT = """
            insert into candidate_event (candidate_id, number, step, reason, day, changed_by, changed_by_name, changed_at)
            select :id, max(number) + 1, :step, :reason, :day, :by, :name, :at from candidate_event where candidate_id = :id
            """;

    /** In force or agreed for later, with nobody's candidate in it yet. A household that left is none. */
    private static final String HOME = """
            select household_id, view_version from household h
             where upper(number) = upper(:number) and area = :area and project_code = :programme and exit_date is null
               and exists (select from consent c where c.household_id = h.household_id and c.status = 'ACTIVE'
                             and c.valid_to >= :day)
               and not exists (select from candidate c where c.household_id = h.household_id)
             for no key update
            """;

    private static final String BEFORE = """
            select step, reason, day from candidate_event where candidate_id = :id and not undone
             order by number desc limit 1
            """;

    private final Database web;
    private final CivilClock clock;
    private final Viewer by;

    ContactSql(Database web, CivilClock clock, Viewer by) {
        this.web = web;
        this.clock = clock;
        this.by = by;
    }

    /** An enrolled household, and whether it has been seen. */
    record Home(UUID id, boolean seen) {}

    private record Before(Step step, @Nullable String reason, LocalDate day) {}

    /** Whether nobody changed it since; nobody else can until the transaction ends. */
    boolean hold(Candidate seen) {
        return web.sql()
                        .sql("update candidate set revision = revision + 1"
                                + " where candidate_id = :id and revision = :revision")
                        .param("id", seen.id())
                        .param("revision", seen.revision())
                        .update()
                == 1;
    }

    Optional<Home> home(Candidate seen, String number) {
        return web.sql()
                .sql(HOME)
                .param("number", number.strip())
                .param("area", seen.area())
                .param("programme", seen.programme())
                .param("day", clock.today())
                .query((row, index) -> new Home(row.getObject(1, UUID.class), row.getInt(2) > 0))
                .optional();
    }

    void write(Candidate seen, Step step, @Nullable String reason, Programme programme) {
        stand(seen, step, reason, clock.today(), programme);
        event(seen, step, reason);
    }

    private void stand(Candidate seen, Step step, @Nullable String reason, LocalDate day, Programme programme) {
        web.sql()
                .sql(STEP)
                .param("step", step.name())
                .param("reason", reason, Types.VARCHAR)
                .param("day", day)
                .param("nameUntil", Until.name(programme, step, day))
                .param("keyUntil", Until.key(programme, step, day))
                .param("id", seen.id())
                .update();
    }

    private void event(Candidate seen, Step step, @Nullable String reason) {
        web.sql()
                .sql(EVENT)
                .param("id", seen.id())
                .param("step", step.name())
                .param("reason", reason, Types.VARCHAR)
                .param("day", clock.today())
                .param("by", by.subject())
                .param("name", by.name())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    /** From now on the household tells the candidate where it stands; what it has to tell already is told here. */
    void link(Candidate seen, Home home) {
        web.sql()
                .sql("update candidate set household_id = :household where candidate_id = :id")
                .param("household", home.id())
                .param("id", seen.id())
                .update();
        if (home.seen()) {
            web.sql()
                    .sql("update candidate set step = 'ACTIVE' where candidate_id = :id")
                    .param("id", seen.id())
                    .update();
            event(seen, Step.ACTIVE, null);
        }
    }

    void undo(Candidate seen, Programme programme) {
        web.sql()
                .sql(
                        "update candidate_event set undone = true where candidate_id = :id and number = (select max(number)"
                                + " from candidate_event where candidate_id = :id and not undone)")
                .param("id", seen.id())
                .update();
        Before before = web.sql()
                .sql(BEFORE)
                .param("id", seen.id())
                .query((row, index) ->
                        new Before(Step.valueOf(row.getString(1)), row.getString(2), row.getObject(3, LocalDate.class)))
                .single();
        stand(seen, before.step(), before.reason(), before.day(), programme);
        web.sql()
                .sql("update candidate set household_id = null where candidate_id = :id")
                .param("id", seen.id())
                .update();
    }
}
