package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.FieldName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the sections: the household as enrolled, who takes part and with what consent, and the registers
 * there are. Holds no name and nothing from a register.
 *
 * @param number as people say it, for example {@code H-0417}; says nothing about anyone
 * @param coordinator the subject of the coordinator, null while nobody is assigned
 * @param coordinatorName how the coordinator is called, null where not known
 * @param meeting the day of the next meeting, or of the last where no next one is set; null where none was
 * @param meetingTime its hour, null where only the day is set
 * @param exit its last day, null while nobody knows one
 * @param version of the view, 0 before anything is published
 * @param published when this version was published
 * @param participants members who said yes at some time, in force or not
 * @param adultsNotTakingPart adults who said no; they are counted and never named
 * @param registers in the order of the lanes
 */
public record Frame(
        HouseholdId household,
        String number,
        String area,
        @Nullable String coordinator,
        @Nullable String coordinatorName,
        @Nullable LocalDate meeting,
        @Nullable LocalTime meetingTime,
        LocalDate enrolled,
        @Nullable LocalDate exit,
        int version,
        @Nullable Instant published,
        List<Participant> participants,
        int adultsNotTakingPart,
        List<RegisterShown> registers) {

    public Frame {
        participants = List.copyOf(participants);
        registers = List.copyOf(registers);
    }

    /** Whether its last day is over: nothing is fetched any more, and what is stored is deleted after its days. */
    public boolean left(LocalDate today) {
        return exit != null && exit.isBefore(today);
    }

    /** Where a member's consent stands. */
    public enum Standing {
        IN_FORCE,
        NOT_YET,
        EXPIRED,
        WITHDRAWN
    }

    /** What a consent in force lets be asked from one department, how far back and until when (inclusive). */
    public record Scope(Set<Category> categories, Period back, LocalDate until) {
        public Scope {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * A member who said yes. {@code scopes} holds the departments in force now; {@code withdrawn} those taken back, with
     * the moment.
     */
    public record Participant(
            PersonId id,
            String relation,
            Standing standing,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            Map<Department, Scope> scopes,
            Map<Department, Instant> withdrawn) {
        public Participant {
            scopes = Map.copyOf(scopes);
            withdrawn = Map.copyOf(withdrawn);
        }
    }

    /**
     * A register as the view needs it: what people call it, whose it is, when its data are out of date, and by which rules
     * it is read now from which fields.
     */
    public record RegisterShown(
            String register,
            String title,
            Department source,
            Duration staleAfter,
            String mapping,
            List<FieldName> fields) {
        public RegisterShown {
            fields = List.copyOf(fields);
        }

        /** One whose fields nobody asks about. */
        public RegisterShown(String register, String title, Department source, Duration staleAfter) {
            this(register, title, source, staleAfter, "", List.of());
        }
    }
}
