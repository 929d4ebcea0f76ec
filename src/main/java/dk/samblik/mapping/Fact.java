package dk.samblik.mapping;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a register says about one person, in our vocabulary (domain reference, section 5). A null component means
 * that the source did not say. No component holds free text of a register.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Case.class, name = "case"),
    @JsonSubTypes.Type(value = Fact.Worker.class, name = "worker"),
    @JsonSubTypes.Type(value = Fact.Measure.class, name = "measure"),
    @JsonSubTypes.Type(value = Fact.Anonymous.class, name = "anonymous"),
    @JsonSubTypes.Type(value = Fact.Benefit.class, name = "benefit"),
    @JsonSubTypes.Type(value = Fact.Classification.class, name = "classification"),
    @JsonSubTypes.Type(value = Fact.PaidHours.class, name = "paid-hours"),
    @JsonSubTypes.Type(value = Fact.Education.class, name = "education"),
    @JsonSubTypes.Type(value = Fact.Appointment.class, name = "appointment"),
    @JsonSubTypes.Type(value = Fact.Deadline.class, name = "deadline"),
    @JsonSubTypes.Type(value = Fact.Enrolment.class, name = "enrolment"),
    @JsonSubTypes.Type(value = Fact.Absence.class, name = "absence"),
    @JsonSubTypes.Type(value = Fact.Attendance.class, name = "attendance"),
    @JsonSubTypes.Type(value = Fact.CareHours.class, name = "care-hours"),
    @JsonSubTypes.Type(value = Fact.Tenancy.class, name = "tenancy"),
    @JsonSubTypes.Type(value = Fact.Identity.class, name = "identity")
})
public sealed interface Fact {

    /** A case (sag). {@code number} as people know it; {@code key} the register's own key. {@code open}: see mapping. */
    record Case(
            String key,
            String number,
            @Nullable Coded subject,
            @Nullable Coded kind,
            Coded status,
            boolean open,
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable String unit,
            @Nullable String workerName,
            @Nullable String workerTitle,
            @Nullable String workerPhone,
            @Nullable String workerEmail)
            implements Fact {}

    /** Somebody responsible for the person. {@code name} null: the person has left, only the unit is known. */
    record Worker(
            String key,
            @Nullable String name,
            Coded role,
            boolean primary,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {}

    /** A granted measure. {@code law} normalised, or the raw text where it cannot be read ({@code lawKnown} false). */
    record Measure(
            String key,
            @Nullable Coded kind,
            @Nullable String law,
            boolean lawKnown,
            @Nullable String provider,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal hoursPerWeek,
            Coded status,
            @Nullable LocalDate followUp,
            @Nullable String caseKey)
            implements Fact {

        /** The same measure, for somebody who is not shown the case it stands under. */
        Measure withoutCase() {
            return new Measure(key, kind, law, lawKnown, provider, from, until, hoursPerWeek, status, followUp, null);
        }
    }

    /** A measure that may only be counted (abuse treatment): nothing but that it is one. */
    record Anonymous(String key) implements Fact {}

    /** A benefit period. */
    record Benefit(
            Coded kind,
            @Nullable String rate,
            LocalDate from,
            @Nullable LocalDate until) implements Fact {}

    /** Target group and person category of the employment department. */
    record Classification(
            @Nullable Coded targetGroup,
            @Nullable String personCategory,
            @Nullable String team,
            @Nullable LocalDate since,
            @Nullable LocalDate until)
            implements Fact {}

    /** Paid hours of a month at one employer. Canonical kind ORDINARY, SUBSIDISED; null: the register does not say which. */
    record PaidHours(
            YearMonth month, BigDecimal hours, @Nullable Coded kind) implements Fact {}

    /** An education. Canonical status ACTIVE, COMPLETED, BROKEN_OFF; what is over without a date ended nobody knows when. */
    record Education(
            @Nullable String name,
            Coded status,
            LocalDate from,
            @Nullable LocalDate until) implements Fact {}

    /** A planned or past contact; times are local in Copenhagen. Canonical status PLANNED, HELD, MISSED, CANCELLED. */
    record Appointment(
            String key,
            Coded kind,
            LocalDate date,
            @Nullable LocalTime start,
            @Nullable LocalTime end,
            @Nullable String form,
            @Nullable String place,
            Coded status,
            @Nullable String workerName)
            implements Fact {}

    /** A legal or agreed date under a case; open while {@code met} is null. */
    record Deadline(
            String key,
            Coded kind,
            LocalDate date,
            @Nullable LocalDate met,
            @Nullable String caseKey) implements Fact {

        /** The same deadline, for somebody who is not shown the case it stands under. */
        Deadline withoutCase() {
            return new Deadline(key, kind, date, met, null);
        }
    }

    /** A place in school or day care. Canonical kind SCHOOL, DAGPLEJE, VUGGESTUE, BOERNEHAVE, SFO, KLUB. */
    record Enrolment(
            String key,
            Coded kind,
            String institution,
            @Nullable String group,
            LocalDate from,
            @Nullable LocalDate until,
            boolean compulsory)
            implements Fact {}

    /** School absence of one month so far, in days; partial days apart (they count 0 in the official figure). */
    record Absence(
            String institution,
            YearMonth month,
            LocalDate upTo,
            int schoolDays,
            int sick,
            int permitted,
            int unlawful,
            int partial)
            implements Fact {

        /** The quarter the month is in, as {@code 2026-Q4}. */
        public String quarter() {
            return month.getYear() + "-Q" + month.get(IsoFields.QUARTER_OF_YEAR);
        }
    }

    /** Day-care attendance of the last 30 days, in days. {@code expected} counts weekdays less closing days. */
    record Attendance(
            String institution,
            LocalDate from,
            LocalDate upTo,
            int expected,
            int attended,
            int sick,
            int holiday,
            int free,
            int unmarked)
            implements Fact {}

    /**
     * Hours in the obligatory learning offer in a month that is over: the days the child had the place, how often it came,
     * how often nobody noted when it left, and the minutes of the other days, in all and in the middle.
     */
    record CareHours(
            String institution,
            YearMonth month,
            int days,
            int visits,
            int unnoted,
            int minutes,
            @Nullable BigDecimal median)
            implements Fact {

        /** All minutes, days unnoted by the median; empty where more than 20 % are unnoted, or none is noted (D2). */
        public Optional<BigDecimal> allMinutes() {
            BigDecimal middle = median == null ? BigDecimal.ZERO : median;
            return unnoted * 5 > visits || unnoted > 0 && median == null
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(minutes).add(middle.multiply(BigDecimal.valueOf(unnoted))));
        }

        /** Mean hours a week: all hours by seven over the days with the place. */
        public Optional<BigDecimal> weekly() {
            return allMinutes()
                    .map(all -> all.multiply(BigDecimal.valueOf(7))
                            .divide(BigDecimal.valueOf(60L * days), 2, RoundingMode.HALF_UP));
        }
    }

    /** A tenancy; {@code reminderStep} 0 to 3. {@code addressKey} is the normalised address, for comparing only. */
    record Tenancy(
            String key,
            LocalDate from,
            @Nullable LocalDate until,
            boolean arrears,
            @Nullable LocalDate arrearsSince,
            @Nullable Integer reminderStep,
            @Nullable LocalDate terminated,
            @Nullable LocalDate eviction,
            @Nullable String contact,
            @Nullable String address,
            @Nullable String addressKey)
            implements Fact {}

    /**
     * Who the person is, by the population register. {@code protectedHome}: somebody at the same address is protected, a
     * member or not. {@code address} is then null; {@code addressKey} is for comparing only.
     */
    record Identity(
            @Nullable String firstName,
            @Nullable String surname,
            LocalDate born,
            String status,
            boolean protectedAddress,
            boolean protectedHome,
            @Nullable String address,
            @Nullable String addressKey,
            List<String> custodyMembers)
            implements Fact {}
}
