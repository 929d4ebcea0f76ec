package dk.samblik.demo.social;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A citizen as the system answers about him. {@code numbers}: every number he can be found by. {@code lists}: the five
 * lists of an extract, by name; a null list is answered as null.
 */
public record Citizen(
        int id,
        String cpr,
        Set<String> numbers,
        String name,
        Answer answer,
        Map<String, @Nullable List<Map<String, @Nullable Object>>> lists) {

    /** What happens when somebody asks for him. */
    public enum Answer {
        OK,
        /** The search already says that he may not be seen. */
        HIDDEN_IN_SEARCH,
        /** Found, but the extract says that he may not be seen. */
        HIDDEN_IN_EXTRACT,
        /** His record can never be read. */
        FAILS
    }

    /** A list of the extract, never null. */
    List<Map<String, @Nullable Object>> list(String name) {
        List<Map<String, @Nullable Object>> list = lists.get(name);
        return list == null ? List.of() : list;
    }

    @Override
    public String toString() {
        return "Citizen[" + id + "]";
    }
}
