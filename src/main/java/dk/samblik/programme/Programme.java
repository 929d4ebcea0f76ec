package dk.samblik.programme;

import dk.samblik.household.Department;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One programme, as its file says it. {@code programme} is the file's name, {@code code} the project code its households
 * carry. {@code starts} and {@code ends} are its first and last day. {@code draw} is null where nobody is drawn, {@code
 * criteria} empty where nobody is referred. {@code indicators} names the file its effect figures come from.
 */
public record Programme(
        String programme,
        String code,
        String name,
        LocalDate starts,
        LocalDate ends,
        Target target,
        List<Area> areas,
        Team team,
        Coordinator coordinator,
        List<Mode> enrolment,
        List<Criterion> criteria,
        ConsentTerms consent,
        @Nullable Draw draw,
        Reminders reminders,
        String indicators,
        Retention retention) {

    /** How households come into a programme. */
    public enum Mode {
        DRAW,
        REFERRAL
    }

    /** What becomes of households with a protected address in a draw. */
    public enum Protected {
        INCLUDE,
        EXCLUDE,
        OTHER_CHANNEL
    }

    /** Whether each area is drawn from for itself, or all are drawn from together. */
    public enum Strata {
        AREA,
        NONE
    }

    /** How many households are to take part, in all. */
    public record Target(int households) {}

    /** What somebody in a team may be called, and the departments a team has people from. */
    public record Team(List<String> roles, List<Department> departments) {

        public Team {
            roles = List.copyOf(roles);
            departments = List.copyOf(departments);
        }

        /** Whether people of a team may be called so; capitals do not matter. */
        public boolean has(String title) {
            return roles.stream().anyMatch(title.strip()::equalsIgnoreCase);
        }
    }

    /** What a household's coordinator is called: {@code tovholder}, {@code tovholderen}, and in English. */
    public record Coordinator(String word, String definite, String english) {}

    /** A reason to refer a household, by its code, as people read it. */
    public record Criterion(String code, String text) {}

    /** What consents in the programme say: the version of the text, for how long they hold, and how far back is asked. */
    public record ConsentTerms(String textVersion, Period valid, Period periodBack) {}

    /**
     * How households are drawn (domain reference, 7.5). {@code version} is that of these criteria. {@code excludeMonths}:
     * who was drawn, or said no, within these is not drawn. {@code controlPercent}: how many of a hundred drawn are the
     * control group. {@code suppressBelow}: a smaller count is not told.
     */
    public record Draw(
            int version,
            int minimumDepartments,
            List<Department> mustInclude,
            int excludeMonths,
            Protected protectedHouseholds,
            Strata strata,
            int controlPercent,
            int suppressBelow) {

        public Draw {
            mustInclude = List.copyOf(mustInclude);
            protectedHouseholds = protectedHouseholds == null ? Protected.OTHER_CHANNEL : protectedHouseholds;
        }
    }

    /** When somebody who has not answered is due to be reminded, and how often at most. Nobody is reminded by the hub. */
    public record Reminders(int afterDays, int atMost) {}

    /**
     * {@code candidateDays}: for how long name and address stay after an answer, or the lack of one, ended the contact.
     * {@code keyMonths}: for how long the keyed hash stays, by which nobody is drawn again. {@code seriesUntil}: the last
     * day of the evaluation, to which pseudonymous series are kept.
     */
    public record Retention(int candidateDays, int keyMonths, LocalDate seriesUntil) {}

    public Programme {
        areas = List.copyOf(areas);
        enrolment = List.copyOf(enrolment);
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }

    Programme in(List<Area> others) {
        return new Programme(
                programme,
                code,
                name,
                starts,
                ends,
                target,
                others,
                team,
                coordinator,
                enrolment,
                criteria,
                consent,
                draw,
                reminders,
                indicators,
                retention);
    }

    /** The area an address is in, by its road code and house number as the population register has them. */
    public Optional<Area> areaOf(String road, String house) {
        return areas.stream().filter(area -> area.holds(road, house)).findFirst();
    }

    /** Whether a household of this area belongs to the programme. */
    public boolean holds(String area) {
        return areas.stream().anyMatch(one -> one.name().equals(area));
    }

    /** Whether households come in this way. */
    public boolean by(Mode mode) {
        return enrolment.contains(mode);
    }
}
