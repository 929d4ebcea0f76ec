package dk.samblik.register;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a register tells whether somebody has an open case, and nothing else of it. {@code member} is the column with the
 * CPR number; {@code query} answers a database's part alone, null for others. {@code from} is a table of a delivery, or the
 * path of a call with {@code {id}} in it; {@code key} tells one case from another, so that of two rows the later counts;
 * {@code items} is the list in an answer, {@code pages} its list of pages, empty where it has none, asked for by {@code
 * {page}} in the path. A row counts unless one of its columns says one of the values in {@code unless}.
 */
public record OpenCaseShape(
        String member,
        @Nullable String query,
        String from,
        String key,
        String items,
        String pages,
        Map<String, Set<String>> unless) {

    public OpenCaseShape {
        unless = unless.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(OpenCaseShape::plain)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Whether a column of this value takes the row out of the count; capitals and blanks around it make no difference. */
    boolean rulesOut(String column, String value) {
        return unless.getOrDefault(column, Set.of()).contains(plain(value));
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
