package dk.samblik.enrolment;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programme;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** When each household came into its programme and when it left, and how many came how far. Holds nothing about a citizen. */
@Component
public class Enrolments {

    private static final String ENROLLED = """
            select h.household_id, h.project_code, h.area, h.enrolled, h.exit_date, e.reason
              from household h left join household_end e using (household_id)
            """;

    /** A candidate counts once at each step, in the half-year it first came there; a household without one counts too. */
    private static final String FLOW = """
            with steps (programme, area, half_year, step, households) as (
              select programme, area, half_year, step, households from enrolment_flow
              union all
              select programme, area, half_of(day), step, count(*) from (
                select c.programme, c.area, e.step, min(e.day) as day from candidate c
                  join candidate_event e using (candidate_id)
                 where not e.undone group by c.candidate_id, c.programme, c.area, e.step) first
               group by 1, 2, 3, 4
              union all
              select h.project_code, h.area, half_of(s.day), s.step, count(*) from household h
                cross join lateral (values ('CONSENT_GIVEN', h.enrolled), ('ACTIVE', case when h.view_version > 0 then h.enrolled end),
                  ('ENDED', h.exit_date)) s (step, day)
               where s.day is not null and not exists (select from candidate c where c.household_id = h.household_id)
               group by 1, 2, 3, 4)
            select area, half_year, step, sum(households) as households from steps where programme = :programme
             group by area, half_year, step order by half_year, area, step
            """;

    private static final String PROGRESS = """
            select count(*) filter (where exit_date is null or exit_date >= :today) as active,
                count(*) filter (where exit_date < :today) as ended
              from household where project_code = :programme and enrolled <= :today
            """;

    private final Database web;
    private final CivilClock clock;

    Enrolments(@Qualifier("webDatabase") Database web, CivilClock clock) {
        this.web = web;
        this.clock = clock;
    }

    /**
     * A household's time in its programme. {@code ended} is its last day there, null while it lasts; {@code reason} is null
     * too where a consent taken back ended it.
     */
    public record Enrolment(
            HouseholdId household,
            String programme,
            String area,
            LocalDate enrolled,
            @Nullable LocalDate ended,
            @Nullable String reason) {

        /** The month that baseline and follow-up are counted from. */
        public YearMonth month() {
            return YearMonth.from(enrolled);
        }

        /** The last month that its series may hold: nothing is measured of a household that has left. */
        public Optional<YearMonth> frozenAfter() {
            return Optional.ofNullable(ended).map(YearMonth::from);
        }
    }

    /** How many households came to a step in a half-year, such as {@code 2026-1}. Small ones are not suppressed here. */
    public record Flow(String area, String halfYear, Step step, long households) {}

    /** How far a programme is towards its target. */
    public record Progress(long active, long ended, int target) {

        /** How many have taken part, in all. */
        public long all() {
            return active + ended;
        }
    }

    /** Empty for a household there is not, or not any more. */
    public Optional<Enrolment> of(HouseholdId household) {
        return web.sql()
                .sql(ENROLLED + " where h.household_id = :id")
                .param("id", household.value())
                .query(Enrolments::enrolment)
                .optional();
    }

    /** Every household of the programme that is known, those that left included. */
    public List<Enrolment> in(String programme) {
        return web.sql()
                .sql(ENROLLED + " where h.project_code = :programme order by h.enrolled, h.household_id")
                .param("programme", programme)
                .query(Enrolments::enrolment)
                .list();
    }

    private static Enrolment enrolment(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                new HouseholdId(row.getObject("household_id", UUID.class)),
                row.getString("project_code"),
                row.getString("area"),
                row.getObject("enrolled", LocalDate.class),
                row.getObject("exit_date", LocalDate.class),
                row.getString("reason"));
    }

    /** By half-year, area and step. */
    public List<Flow> flow(String programme) {
        return web.sql()
                .sql(FLOW)
                .param("programme", programme)
                .query((row, number) -> new Flow(
                        row.getString("area"),
                        row.getString("half_year"),
                        Step.valueOf(row.getString("step")),
                        row.getLong("households")))
                .list();
    }

    /** Today's. */
    public Progress progress(Programme programme) {
        return web.sql()
                .sql(PROGRESS)
                .param("programme", programme.code())
                .param("today", clock.today())
                .query((row, number) -> new Progress(
                        row.getLong("active"),
                        row.getLong("ended"),
                        programme.target().households()))
                .single();
    }
}
