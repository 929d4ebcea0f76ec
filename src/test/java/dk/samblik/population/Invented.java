package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** CPR numbers that cannot exist: seventh digit 9, serial 9900 to 9999, modulus 11 failing, never 1 January. */
public final class Invented {

    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    private Invented() {}

    /** The n-th invented number of a birth date between 1937 and 2036. */
    public static Cpr born(LocalDate date, int n) {
        if (date.getDayOfYear() == 1) {
            throw new IllegalArgumentException("numbers of 1 January exist without a check digit");
        }
        String day = date.format(DateTimeFormatter.ofPattern("ddMMyy"));
        int left = n;
        for (int serial = 9900; serial <= 9999; serial++) {
            String digits = day + serial;
            if (fails(digits) && left-- == 0) {
                return Cpr.read(digits).orElseThrow();
            }
        }
        throw new IllegalArgumentException("no more numbers of this day");
    }

    private static boolean fails(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 != 0;
    }
}
