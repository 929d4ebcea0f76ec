package dk.samblik.team;

import org.jspecify.annotations.Nullable;

/** Rows of the access log in the words that a citizen is told: what was done, what for, and by what role; never by whom. */
public final class LookWords {

    private LookWords() {}

    /** What was done: the key of its words, and the word of the log where there are none. */
    public static String what(String action, String purpose, String role, @Nullable String source) {
        if (role.equals("DPO")) {
            return action.equals("EXPORT") ? "EXTRACT" : "LOG";
        }
        if (role.equals("HUB") && action.equals("FETCH")) {
            return "POPULATION".equals(source) ? "POPULATION" : "NIGHT";
        }
        if (role.equals("HUB") && action.equals("VIEW")) {
            return purpose.equals("effect") ? "EFFECT" : "NOTICE";
        }
        return action.equals("SEARCH") && purpose.equals("household-work") ? "LIST" : action;
    }

    /** The words of such a key. */
    public static String what(String what, Words words) {
        return words.sayOr("oversight.extract.what." + what, what);
    }

    /** What it was done for. */
    public static String purpose(String purpose, Words words) {
        return words.sayOr("purpose." + purpose, purpose);
    }

    /** By what role, and of which organisation. */
    public static String who(String role, String organisation, Words words) {
        String said = words.sayOr("oversight.role." + role, role);
        return organisation.isBlank() || role.equals("HUB") ? said : said + ", " + organisation;
    }
}
