package dk.samblik.api;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.view.Alert;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Disagreement;
import dk.samblik.view.Frame;
import dk.samblik.view.LaneState;
import dk.samblik.view.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a household's document is made of. Dates are ISO 8601, dates without an hour never get one, moments are UTC, money
 * and numbers are plain. A member is named by id. Null is a value: the register did not say, or it may not be said.
 */
final class Parts {

    private Parts() {}

    /** Where something comes from: the register, its own date of it, when it last answered, the hash of the mapping. */
    record Source(
            String register,
            Department department,
            @Nullable Instant validFrom,
            @Nullable Instant fetchedAt,
            String mappingVersion) {}

    /** A value of a register's code list; {@code known} false: the list did not have it on that day. */
    record Code(String code, String text, @Nullable String canonical, boolean known) {}

    /** Consents as the sentence on the household's page has them. */
    record ConsentInForce(
            int adultsInForce,
            int adults,
            int sourcesInForce,
            int sources,
            @Nullable LocalDate firstEnd,
            @Nullable LocalDate lastEnd) {}

    /** Somebody who takes part. {@code address} is never that of somebody in a home where anybody is protected. */
    record Person(
            UUID id,
            dk.samblik.view.Member.Kind kind,
            int ordinal,
            @Nullable String name,
            @Nullable Integer age,
            String relation,
            boolean protectedAddress,
            @Nullable String address,
            List<Department> involved,
            Frame.Standing consent,
            @Nullable LocalDate consentUntil) {}

    /** How one register stands for one member. */
    record MemberState(
            UUID member,
            LaneState state,
            @Nullable Instant fetchedAt,
            @Nullable Instant validFrom,
            @Nullable Instant staleSince,
            @Nullable String reason,
            @Nullable String mappingVersion) {}

    /** Whom to call. */
    record Contact(
            List<UUID> members,
            @Nullable String name,
            @Nullable Code role,
            boolean primary,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String unit,
            Source source) {}

    /** A case. */
    record Case(
            UUID member,
            String number,
            @Nullable Code subject,
            @Nullable Code kind,
            Code status,
            boolean open,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String unit,
            Source source) {}

    /** A granted measure. */
    record Measure(
            UUID member,
            @Nullable Code kind,
            @Nullable String law,
            @Nullable String provider,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal hoursPerWeek,
            Code status,
            @Nullable LocalDate followUp,
            Source source) {}

    /** Measures that may be counted and not told. */
    record Counted(UUID member, int number, Source source) {}

    /** A benefit period. */
    record Benefit(
            UUID member,
            Code kind,
            @Nullable String rate,
            LocalDate from,
            @Nullable LocalDate until,
            Source source) {}

    /** How the employment department classes somebody. */
    record Classification(
            UUID member,
            @Nullable Code targetGroup,
            @Nullable String personCategory,
            @Nullable String team,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            Source source) {}

    /** Paid hours of a month at one employer; {@code kind} null: the register does not say whether they are ordinary. */
    record PaidHours(
            UUID member,
            YearMonth month,
            BigDecimal hours,
            @Nullable Code kind,
            Source source) {}

    /** An education. */
    record Education(
            UUID member,
            @Nullable String name,
            Code status,
            LocalDate from,
            @Nullable LocalDate until,
            Source source) {}

    /** Hours in the obligatory learning offer in a month: minutes of the days with a time to leave. */
    record CareHours(
            UUID member,
            String institution,
            YearMonth month,
            int days,
            int visits,
            int unnoted,
            int minutes,
            Source source) {}

    /** A planned or past contact; times are local in Copenhagen. */
    record Appointment(
            UUID member,
            Code kind,
            LocalDate date,
            @Nullable LocalTime start,
            @Nullable LocalTime end,
            @Nullable String form,
            @Nullable String place,
            Code status,
            Source source) {}

    /** A legal or agreed date; open while {@code met} is null. */
    record Deadline(
            UUID member,
            Code kind,
            LocalDate date,
            @Nullable LocalDate met,
            Source source) {}

    /** A place in school or day care. */
    record Enrolment(
            UUID member,
            Code kind,
            String institution,
            @Nullable String group,
            LocalDate from,
            @Nullable LocalDate until,
            Source source) {}

    /** School absence of one quarter so far, in days. */
    record Absence(
            UUID member,
            String institution,
            String quarter,
            LocalDate upTo,
            int schoolDays,
            int sick,
            int permitted,
            int unlawful,
            int partial,
            Source source) {}

    /** Day-care attendance of the last 30 days, in days. */
    record Attendance(
            UUID member,
            String institution,
            LocalDate from,
            LocalDate upTo,
            int expected,
            int attended,
            int sick,
            int holiday,
            int free,
            int unmarked,
            Source source) {}

    /** A tenancy and who holds it. */
    record Tenancy(
            List<UUID> members,
            boolean current,
            LocalDate from,
            @Nullable LocalDate until,
            boolean arrears,
            @Nullable LocalDate arrearsSince,
            @Nullable Integer reminderStep,
            @Nullable LocalDate terminated,
            @Nullable LocalDate eviction,
            @Nullable String contact,
            @Nullable String address,
            Source source) {}

    /** A dated fact to know before a meeting; never a judgement. */
    record AlertFact(
            Alert.Kind kind,
            LocalDate date,
            @Nullable UUID member,
            @Nullable Department department,
            @Nullable Code what,
            int number) {}

    /** A date across the departments, from 30 days back to 30 days ahead. */
    record CalendarDate(
            LocalDate date,
            @Nullable LocalTime start,
            @Nullable LocalTime end,
            CalendarEntry.Kind kind,
            @Nullable UUID member,
            @Nullable Department department,
            @Nullable Code what,
            @Nullable Code status,
            @Nullable String form,
            @Nullable String place,
            boolean clash,
            boolean sameDay,
            boolean missed,
            @Nullable Source source) {}

    /** Something that happened. */
    record Event(
            LocalDate date,
            Moment.Kind kind,
            UUID member,
            Department department,
            @Nullable Code what,
            @Nullable String text,
            Source source) {}

    /** Registers that say different things; nothing is chosen. {@code hidden}: only that they differ may be said. */
    record Difference(UUID member, Disagreement.Kind kind, Disagreement.Rule rule, boolean hidden, List<Value> values) {
        /** What one register says. */
        record Value(
                String register,
                @Nullable String text,
                @Nullable Instant validFrom) {}
    }

    /** One member's consent, without what proves it. */
    record MemberConsent(
            UUID member,
            String relation,
            Frame.Standing status,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Scope> scope,
            List<Withdrawn> withdrawn) {
        /** What is agreed for one department, until a day (inclusive). */
        record Scope(Department department, Set<Category> categories, LocalDate until) {}

        /** What was taken back, and when. */
        record Withdrawn(Department department, Instant at) {}
    }
}
