package dk.samblik.demo;

import java.util.Map;
import java.util.Set;

/**
 * What must not be seen of a household with a protected member: everything that gives the place away (domain reference,
 * 3.3): school and class, day care, provider, tenancy.
 */
final class Hidden {

    /** By kind of line, the places of the fields that stay empty; the kind itself is place 0. */
    private static final Map<String, Set<Integer>> FIELDS = Map.of(
            "measure", Set.of(6),
            "enrolment", Set.of(3, 4),
            "absence", Set.of(2),
            "attendance", Set.of(2),
            "carehours", Set.of(2),
            "tenancy", Set.of(2));

    private Hidden() {}

    static String from(String line) {
        String[] fields = line.split("\\|", -1);
        FIELDS.getOrDefault(fields[0], Set.of()).forEach(place -> fields[place] = "");
        return String.join("|", fields);
    }
}
