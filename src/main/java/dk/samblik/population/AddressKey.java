package dk.samblik.population;

import java.util.Locale;
import java.util.regex.Pattern;

/** The key of an address out of record 002, normalised: trimmed, zeros stripped, lower case. */
final class AddressKey {

    private static final int SPECIAL_ROADS = 9900;
    private static final Pattern NUMBER = Pattern.compile("\\d{4}");
    private static final Pattern HOUSE = Pattern.compile("(\\d{1,3}\\p{Lu}?)?");
    private static final Pattern FLOOR = Pattern.compile("(st|kl|k\\d|\\d{1,2})?", Pattern.CASE_INSENSITIVE);

    private AddressKey() {}

    /**
     * The address without its text. The building number, used where houses have none, becomes part of the house, so that
     * two dwellings never share a key.
     */
    static Address of(FixedLine line) {
        String building = line.field(32, 4);
        return new Address(
                line.field(14, 4),
                line.field(18, 4),
                plain(line.field(22, 4)) + (building.isEmpty() ? "" : "/" + plain(building)),
                plain(line.field(26, 2)),
                plain(line.field(28, 4)),
                null,
                null,
                null);
    }

    /** Whether this road stands for people without a fixed abode; such an address is nobody's household. */
    static boolean special(FixedLine line) {
        String road = line.field(18, 4);
        return road.length() != 4
                || !road.chars().allMatch(Character::isDigit)
                || Integer.parseInt(road) >= SPECIAL_ROADS;
    }

    /** Whether municipality, road, house and floor are written as the register writes them. */
    static boolean legible(FixedLine line) {
        return NUMBER.matcher(line.field(14, 4)).matches()
                && NUMBER.matcher(line.field(18, 4)).matches()
                && HOUSE.matcher(line.field(22, 4)).matches()
                && FLOOR.matcher(line.field(26, 2)).matches();
    }

    private static String plain(String field) {
        int zeros = 0;
        while (zeros < field.length() - 1 && field.charAt(zeros) == '0') {
            zeros++;
        }
        return field.substring(zeros).toLowerCase(Locale.ROOT);
    }
}
