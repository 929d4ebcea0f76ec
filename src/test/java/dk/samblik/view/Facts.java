package dk.samblik.view;

import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Facts of tests in few words. */
public final class Facts {

    private Facts() {}

    static Coded coded(String code, @Nullable String canonical) {
        return new Coded(code, code, canonical, true);
    }

    public static Fact.Case openCase(String number, LocalDate opened) {
        return new Fact.Case(
                number,
                number,
                coded("32.24.04", null),
                null,
                coded("I gang", "OPENED"),
                true,
                opened,
                null,
                "Ydelser",
                "Mia Test",
                "sagsbehandler",
                "12345678",
                null);
    }

    static Fact.Case closedCase(String number, LocalDate opened, LocalDate closed) {
        return new Fact.Case(
                number,
                number,
                null,
                null,
                coded("Lukket", "CLOSED"),
                false,
                opened,
                closed,
                null,
                null,
                null,
                null,
                null);
    }

    static Fact.Worker worker(String name, boolean primary) {
        return new Fact.Worker(name, name, coded("01", null), primary, null, "12345679", null, "Job", null, null);
    }

    public static Fact.Appointment appointment(String key, LocalDate date, String time, String status) {
        return new Fact.Appointment(
                key,
                coded("Samtale", null),
                date,
                LocalTime.parse(time),
                null,
                null,
                "Mødelokale 1",
                coded(status, status),
                "Mia Test");
    }

    static Fact.Education education(@Nullable String name, String status, LocalDate from, @Nullable LocalDate until) {
        return new Fact.Education(name, coded(status, status), from, until);
    }

    static Fact.Measure measure(String key, LocalDate from, @Nullable LocalDate until, String status) {
        return new Fact.Measure(
                key,
                coded("Bostøtte", null),
                "SEL § 85",
                true,
                "Leverandør Nord",
                from,
                until,
                BigDecimal.valueOf(3),
                coded(status, status),
                null,
                null);
    }

    static Fact.Benefit benefit(String kind, LocalDate from, @Nullable LocalDate until) {
        return new Fact.Benefit(coded(kind, null), null, from, until);
    }

    static Fact.Deadline deadline(String key, LocalDate date, @Nullable LocalDate met) {
        return new Fact.Deadline(key, coded("Statusmøde", null), date, met, null);
    }

    static Fact.Enrolment school(String institution, LocalDate from) {
        return new Fact.Enrolment("e-" + institution, coded("SKOLE", "SCHOOL"), institution, "3.B", from, null, true);
    }

    static Fact.Absence absence(YearMonth month, int days, int unlawful) {
        return new Fact.Absence("Nordskolen", month, Husstand.TODAY, days, 1, 0, unlawful, 0);
    }

    public static Fact.Tenancy tenancy(String key, LocalDate from, @Nullable String addressKey) {
        return new Fact.Tenancy(
                key, from, null, false, null, 0, null, null, "Boligkontoret", "Prøvevej 9, 8800 Viborg", addressKey);
    }

    public static Fact.Tenancy evicted(String key, LocalDate from, LocalDate eviction) {
        return new Fact.Tenancy(key, from, null, true, from, 3, null, eviction, null, null, null);
    }
}
