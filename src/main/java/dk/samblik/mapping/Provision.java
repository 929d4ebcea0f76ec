package dk.samblik.mapping;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A paragraph of a law ({@code SEL 109}) or a part of the subject list ({@code KLE 27.51}) that a rule names. */
record Provision(String law, String number) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{2,5}) ([0-9.]+)");
    private static final String SUBJECT = "KLE";

    static Provision at(Place place) {
        Matcher matcher = WRITTEN.matcher(place.text());
        if (!matcher.matches()) {
            throw place.broken("no law and number", "Write for example SEL 109 or KLE 27.57.12");
        }
        return new Provision(matcher.group(1), matcher.group(2));
    }

    /**
     * Whether subject number, typed paragraph or law column, in this order, mean this provision. A paragraph counts with
     * and without a letter, and one that cannot be read counts if the number occurs in it: the rule is there to hide.
     */
    boolean meantBy(Cells cells) {
        return law.equals(SUBJECT) ? holds(cells.text(0)) : isTyped(cells.text(1), cells.text(2));
    }

    private boolean holds(@Nullable String subject) {
        return subject != null
                && (subject.equals(number) || subject.startsWith(number + ".") || subject.startsWith(number + "-"));
    }

    private boolean isTyped(@Nullable String typed, @Nullable String column) {
        if (typed == null) {
            return false;
        }
        List<Integer> possible = LegalBasis.possible(typed, column);
        return possible.contains(Integer.valueOf(number))
                && LegalBasis.read(typed, column)
                        .map(basis -> basis.law().equals(law))
                        .orElse(true);
    }
}
