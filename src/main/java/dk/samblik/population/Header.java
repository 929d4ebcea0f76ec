package dk.samblik.population;

import dk.samblik.population.HeldBack.Reason;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Record 000: when the file was produced, and the one before it. */
record Header(LocalDate produced, LocalDate before) {

    static Header read(@Nullable FixedLine line) throws Refused {
        if (line == null || line.type() != 0) {
            throw new Refused(Reason.NO_START);
        }
        try {
            return new Header(date(line.field(20, 8)), date(line.field(28, 8)));
        } catch (DateTimeParseException unreadable) {
            throw new Refused(Reason.NO_START);
        }
    }

    private static LocalDate date(String digits) {
        return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
