package dk.samblik.oversight;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one officer asked for in one session, by a random id: the paper is of exactly the person and the period that were
 * read through on the screen, whatever other tabs show, and no number is written back to a page. Goes with the session.
 */
final class AskedExtracts {

    private static final String NAME = AskedExtracts.class.getName();
    private static final int KEPT = 20;

    private final String officer;
    private final Map<String, ExtractForm> asked = new LinkedHashMap<>();

    private AskedExtracts(String officer) {
        this.officer = officer;
    }

    /** Those of this officer; somebody else who signs in within the same session begins with none. */
    static AskedExtracts of(HttpSession session, String officer) {
        if (session.getAttribute(NAME) instanceof AskedExtracts known && known.officer.equals(officer)) {
            return known;
        }
        AskedExtracts none = new AskedExtracts(officer);
        session.setAttribute(NAME, none);
        return none;
    }

    /** The form under an id of its own; the one asked for the longest ago makes room. */
    synchronized ExtractForm keep(ExtractForm form) {
        ExtractForm kept = form.under(id());
        if (asked.size() == KEPT) {
            asked.remove(asked.keySet().iterator().next());
        }
        asked.put(String.valueOf(kept.udskrift()), kept);
        return kept;
    }

    /** Random, and in letters only: ten digits in a row may have the shape of a person's number. */
    private static String id() {
        StringBuilder letters = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .chars()
                .map(sign -> Character.isDigit(sign) ? sign - '0' + 'g' : sign)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** What was kept under this id; empty where nothing is, any more. */
    synchronized Optional<ExtractForm> find(@Nullable String id) {
        return Optional.ofNullable(asked.get(String.valueOf(id)));
    }

    /** The form with the number that was written before, where none is written anew. */
    ExtractForm whole(ExtractForm form) {
        return form.written() ? form : find(form.udskrift()).map(form::about).orElse(form);
    }
}
