package dk.samblik.demo.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives out CPR numbers that cannot exist: not 1 January, 7th digit 9, serial 9900 to 9999, modulus 11 failing. Each
 * number once. Births from 1937 to 2036 only, since the 7th digit fixes the century.
 */
public final class CprNumbers {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyy");
    private static final int EACH = 50;
    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    private final Set<String> issued = new HashSet<>();

    /** A number nobody of this town has, or had. */
    public String issue(LocalDate birth, Sex sex, Dice dice) {
        if (birth.getDayOfYear() == 1 || birth.getYear() < 1937 || birth.getYear() > 2036) {
            throw new IllegalArgumentException("no invented number for this birth date");
        }
        String number = free(birth, sex, dice.below(EACH))
                .orElseThrow(() -> new IllegalStateException("no invented number left for this birth date"));
        issued.add(number);
        return number;
    }

    /** Whether there is a number left for a girl and one for a boy born on this day. */
    boolean left(LocalDate birth) {
        return free(birth, Sex.K, 0).isPresent() && free(birth, Sex.M, 0).isPresent();
    }

    private Optional<String> free(LocalDate birth, Sex sex, int start) {
        int parity = sex == Sex.M ? 1 : 0;
        String begin = birth.format(DATE) + "99";
        return IntStream.range(start, start + EACH)
                .mapToObj(serial -> begin + twoDigits(serial % EACH * 2 + parity))
                .filter(number -> !modulus11(number) && !issued.contains(number))
                .findFirst();
    }

    /** A replacement number (day + 60) of the same birth date; never the number of a person. */
    public String issueReplacement(LocalDate birth, Sex sex, Dice dice) {
        String number = issue(birth, sex, dice);
        return (char) (number.charAt(0) + 6) + number.substring(1);
    }

    /** Whether the check digit fits; all invented numbers fail. */
    public static boolean modulus11(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }
}
