package dk.samblik.household;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A Danish civil registration number: ten digits, the first six a date. A number that fails modulus 11 is valid (CPR
 * office, numbers without check digit). Printing it gives the masked form; the digits are asked for by name.
 */
public final class Cpr {

    private static final int TEN = 10;
    private static final int DATE = 6;
    private static final int REPLACEMENT = 60;

    private final String digits;

    private Cpr(String digits) {
        this.digits = digits;
    }

    /**
     * Reads a number as registers write it: blanks around it, a hyphen or blank after the sixth digit, or nine digits with
     * the leading zero lost. Empty when it has letters, another length, or no date in it; {@code 0000000000} is empty too.
     */
    public static Optional<Cpr> read(String written) {
        String text = written.strip();
        if (text.length() == TEN + 1 && separates(text.charAt(DATE))) {
            text = text.substring(0, DATE) + text.substring(DATE + 1);
        } else if (text.length() == TEN - 1) {
            text = "0" + text;
        }
        return tenDigits(text) && dated(text) ? Optional.of(new Cpr(text)) : Optional.empty();
    }

    private static boolean separates(char character) {
        return character == '-' || character == ' ';
    }

    private static boolean tenDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return text.length() == TEN;
    }

    private static boolean dated(String ten) {
        int day = Integer.parseInt(ten.substring(0, 2));
        int month = Integer.parseInt(ten.substring(2, 4));
        int plain = day > REPLACEMENT ? day - REPLACEMENT : day;
        try {
            LocalDate.of(year(ten), month, plain);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** Century by the seventh digit and the year (CPR office, "Opbygning af CPR-nummeret"). */
    private static int year(String ten) {
        int seventh = ten.charAt(6) - '0';
        int yy = Integer.parseInt(ten.substring(4, 6));
        if (seventh <= 3) {
            return 1900 + yy;
        }
        if (seventh == 4 || seventh == 9) {
            return yy <= 36 ? 2000 + yy : 1900 + yy;
        }
        return yy <= 57 ? 2000 + yy : 1800 + yy;
    }

    /** All ten digits, for asking a register or for sealing; never for a log, a URL or a message. */
    public String digits() {
        return digits;
    }

    /** All ten digits with the hyphen, for whoever asked to see this very number; as little for a log as the digits. */
    public String written() {
        return digits.substring(0, DATE) + "-" + digits.substring(DATE);
    }

    /** Whether this is a replacement number (day plus 60): one register's own id, never used to ask another. */
    public boolean replacement() {
        return Integer.parseInt(digits.substring(0, 2)) > REPLACEMENT;
    }

    /** The date of birth that the number says; of a replacement number the date without the 60. */
    public LocalDate born() {
        int day = Integer.parseInt(digits.substring(0, 2));
        return LocalDate.of(
                year(digits), Integer.parseInt(digits.substring(2, 4)), day > REPLACEMENT ? day - REPLACEMENT : day);
    }

    /** The form people may see: {@code 120385-••••}. */
    public String masked() {
        return digits.substring(0, 6) + "-••••";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cpr that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Masked wholly, so that a number in a message or a log tells nothing. */
    @Override
    public String toString() {
        return "Cpr[masked]";
    }
}
