package dk.samblik.consent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be put right in a form, in the order of its fields; said in a summary and at each field in the same words. */
public final class FormMistakes {

    private final List<Mistake> all = new ArrayList<>();

    /** One of them: the id of the field it stands at, and what to do. */
    public record Mistake(String field, String text) {}

    /** Adds one, with the id of its field. */
    public void add(String field, String text) {
        all.add(new Mistake(field, text));
    }

    /** Whether nothing is to be put right. */
    public boolean none() {
        return all.isEmpty();
    }

    /** All of them, for the summary. */
    public List<Mistake> all() {
        return List.copyOf(all);
    }

    /** What is said at this field; null where nothing is wrong with it. */
    public @Nullable String at(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::text)
                .findFirst()
                .orElse(null);
    }
}
