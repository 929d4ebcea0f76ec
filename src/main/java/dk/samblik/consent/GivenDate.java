package dk.samblik.consent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as three fields of a form. */
record GivenDate(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    /** The date, where the three are one; empty for anything else. */
    Optional<LocalDate> read() {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException | NumberFormatException noDate) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String text) {
        if (text == null) {
            throw new NumberFormatException();
        }
        return Integer.parseInt(text.trim());
    }
}
