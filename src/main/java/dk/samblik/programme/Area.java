package dk.samblik.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the municipality: some roads of it. {@code schoolDistrict} names the list the roads were read from, null where
 * the programme's own file lists them.
 */
public record Area(String name, @Nullable String schoolDistrict, List<Road> roads) {

    /** Which houses of a road. */
    public enum Side {
        BOTH,
        EVEN,
        ODD
    }

    /** The houses of a road from one number to another, both included; {@code code} as the population register has it. */
    public record Road(String code, int from, int to, Side side) {

        private static final int LAST = 999;

        /** What a file leaves out is the whole road: from 1, to 999, both sides. */
        public Road {
            from = from == 0 ? 1 : from;
            to = to == 0 ? LAST : to;
            side = side == null ? Side.BOTH : side;
        }

        boolean holds(int number) {
            return number >= from && number <= to && (side == Side.BOTH || number % 2 == (side == Side.EVEN ? 0 : 1));
        }

        /** Whether some house is on both. */
        boolean meets(Road other) {
            if (!code.equals(other.code)) {
                return false;
            }
            for (int number = Math.max(from, other.from); number <= Math.min(to, other.to); number++) {
                if (holds(number) && other.holds(number)) {
                    return true;
                }
            }
            return false;
        }
    }

    public Area {
        roads = roads == null ? List.of() : List.copyOf(roads);
    }

    /** Whether the house is here; a letter after its number, or a building number, makes no difference. */
    boolean holds(String road, String house) {
        String digits = house.replaceFirst("\\D.*", "");
        return !digits.isEmpty()
                && roads.stream().anyMatch(one -> one.code().equals(road) && one.holds(Integer.parseInt(digits)));
    }
}
