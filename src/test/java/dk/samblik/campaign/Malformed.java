package dk.samblik.campaign;

import dk.samblik.run.Fates;
import java.util.ArrayList;
import java.util.List;

/**
 * One delivery that is not as it should be: whose, what is wrong with it, and what must become of it, as {@link #sum} says
 * it or as the name of a refusal.
 */
public record Malformed(String register, String words, String becomes, Trial trial) {

    /** Delivers it and says what became of it. */
    public interface Trial {
        String outcome() throws Exception;
    }

    @Override
    public String toString() {
        return register + ", " + words;
    }

    /** What became of all rows, each in one place; {@code others} are about people nobody asked about. */
    public static String sum(Fates fates, long nobodys, long others) {
        List<String> parts = new ArrayList<>();
        part(parts, fates.mapped(), "mapped");
        part(parts, fates.quarantined(), "quarantined");
        part(parts, fates.filtered(), "filtered");
        part(parts, fates.duplicate(), "duplicate");
        part(parts, nobodys, "nobody's");
        part(parts, others, "another's");
        return parts.isEmpty() ? "no rows" : String.join(", ", parts);
    }

    private static void part(List<String> parts, long count, String what) {
        if (count != 0) {
            parts.add(count + " " + what);
        }
    }
}
