package dk.samblik.population;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record file, read by position: 1-based, as in the record descriptions. A short line is read as if padded
 * with blanks. Looks at the bytes where they lie and copies a field only when it is asked for.
 */
record FixedLine(byte[] bytes, int from, int length) {

    /** The record type, its first three characters as a number; -1 when they are no digits. */
    int type() {
        if (length < 3) {
            return -1;
        }
        int type = 0;
        for (int i = 0; i < 3; i++) {
            int digit = bytes[from + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            type = type * 10 + digit;
        }
        return type;
    }

    /** The field, without the blanks around it. */
    String field(int position, int size) {
        int start = Math.min(position - 1, length);
        int end = Math.min(position - 1 + size, length);
        return new String(bytes, from + start, end - start, StandardCharsets.ISO_8859_1).strip();
    }

    /** The field, null where it is blank. */
    @Nullable
    String text(int position, int size) {
        String field = field(position, size);
        return field.isEmpty() ? null : field;
    }

    /** Whether there is nothing but blanks or zeros at a number's place. */
    boolean unknownNumber(int position) {
        for (int i = position - 1; i < Math.min(position + 9, length); i++) {
            if (bytes[from + i] != '0' && bytes[from + i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** A date written {@code yyyy-MM-dd}; null where it is blank or unknown. */
    @Nullable
    LocalDate date(int position) {
        String field = field(position, 10);
        return field.length() == 10 ? day(field.substring(0, 4) + field.substring(5, 7) + field.substring(8)) : null;
    }

    /** The day of a time written {@code yyyyMMddHHmm}; an unknown month or day is read as the first. */
    @Nullable
    LocalDate moment(int position) {
        String field = field(position, 8);
        return field.length() == 8
                ? day(field.substring(0, 4) + known(field.substring(4, 6)) + known(field.substring(6)))
                : null;
    }

    private static String known(String monthOrDay) {
        return monthOrDay.equals("00") ? "01" : monthOrDay;
    }

    private static @Nullable LocalDate day(String digits) {
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            return year == 0
                    ? null
                    : LocalDate.of(
                            year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
        } catch (NumberFormatException | DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "FixedLine[" + type() + "]";
    }
}
