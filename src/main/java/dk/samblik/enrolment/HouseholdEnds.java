package dk.samblik.enrolment;

import dk.samblik.access.Viewer;
import dk.samblik.consent.KeptAfterExit;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Ends a household's time in its programme by hand. Its last day is the day before: no run and no refresh asks about it from
 * the moment it is ended, its series holds nothing after, and what is stored goes when its days after exit are over.
 */
@Component
public class HouseholdEnds {

    /** Why a household may be ended. */
    public static final List<String> REASONS = List.of("COMPLETED", "MOVED", "OWN_WISH", "NOT_COVERED", "DEAD");

    private static final String STANDS = """
            select number, project_code, enrolled, exit_date from household where household_id = :id for no key update
            """;
    private static final String END = """
            insert into household_end (household_id, reason, ended_by, ended_by_name, ended_at)
            values (:id, :reason, :by, :name, :at)
            """;

    private final Database web;
    private final KeptAfterExit kept;
    private final CivilClock clock;

    HouseholdEnds(@Qualifier("webDatabase") Database web, KeptAfterExit kept, CivilClock clock) {
        this.web = web;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether a household can be ended now, and what it comes to. */
    public record Standing(
            String number,
            String programme,
            LocalDate enrolled,
            @Nullable LocalDate exit) {

        /** Whether it left before today, or is about to. */
        public boolean ended() {
            return exit != null;
        }
    }

    /** Empty where there is no such household. */
    public Optional<Standing> of(HouseholdId household) {
        return web.sql()
                .sql(STANDS)
                .param("id", household.value())
                .query((row, index) -> new Standing(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .optional();
    }

    /** The last day of a household that is ended now. */
    public LocalDate lastDay() {
        return clock.today().minusDays(1);
    }

    /** The first day on which nothing is stored of a household with this last day. */
    public LocalDate goneAfter(LocalDate last) {
        return kept.gone(last);
    }

    /** Whether it came in before today: one that came today has no day it could have ended on. */
    public boolean possible(Standing standing) {
        return !standing.ended() && standing.enrolled().isBefore(clock.today());
    }

    /** Ends it; false, and nothing is changed, where it has ended already or came in today. */
    public boolean end(HouseholdId household, String reason, Viewer by) {
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("no reason to end a household");
        }
        return web.inTransactionOrAgain(() -> {
            boolean may = of(household).filter(this::possible).isPresent();
            if (may) {
                write(household, reason, by);
            }
            return may;
        });
    }

    /** The reason first, as who was asked is told it by the exit; who comes back is enrolled as another household. */
    private void write(HouseholdId household, String reason, Viewer by) {
        web.sql()
                .sql(END)
                .param("id", household.value())
                .param("reason", reason)
                .param("by", by.subject())
                .param("name", by.name())
                .param("at", Timestamp.from(clock.now()))
                .update();
        web.sql()
                .sql("update household set exit_date = :day where household_id = :id")
                .param("day", lastDay())
                .param("id", household.value())
                .update();
        web.sql()
                .sql("update member set member_to = greatest(:day, member_from)"
                        + " where household_id = :id and member_to is null")
                .param("day", lastDay())
                .param("id", household.value())
                .update();
    }
}
