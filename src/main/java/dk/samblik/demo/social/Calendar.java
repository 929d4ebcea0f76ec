package dk.samblik.demo.social;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appointments between two Danish dates, both included. */
final class Calendar {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    private Calendar() {}

    static List<Map<String, @Nullable Object>> between(
            List<Map<String, @Nullable Object>> appointments, LocalDate from, LocalDate to) {
        return appointments.stream()
                .filter(item -> !day(item).isBefore(from) && !day(item).isAfter(to))
                .toList();
    }

    private static LocalDate day(Map<String, @Nullable Object> item) {
        return OffsetDateTime.parse(String.valueOf(item.get("start")), WRITTEN)
                .atZoneSameInstant(Times.COPENHAGEN)
                .toLocalDate();
    }
}
