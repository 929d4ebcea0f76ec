package dk.samblik.team;

import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a household's coordinator is called where the reader works: {@code tovholder} and {@code tovholderen}, or as the
 * programme's file says.
 */
public record Called(String word, String definite) {

    /** By the area of a household, and by the areas of a reader. */
    interface By {

        /** Everybody is a tovholder: where no programme is known. */
        By NO_PROGRAMME = (areas, locale) ->
                danish(locale) ? new Called("tovholder", "tovholderen") : new Called("coordinator", "the coordinator");

        /** The word that the programmes of these areas share; the usual one where they differ, or there is none. */
        Called of(Collection<String> areas, Locale locale);

        /** As the programmes' files say. */
        static By files(Programmes programmes) {
            return (areas, locale) -> {
                List<Called> shared = areas.stream()
                        .flatMap(area -> programmes.ofArea(area).stream())
                        .map(Programme::coordinator)
                        .map(one -> danish(locale)
                                ? new Called(one.word(), one.definite())
                                : new Called(one.english(), "the " + one.english()))
                        .distinct()
                        .toList();
                return shared.size() == 1 ? shared.get(0) : NO_PROGRAMME.of(areas, locale);
            };
        }

        private static boolean danish(Locale locale) {
            return locale.getLanguage().equals("da");
        }
    }

    /** Tovholder, at the beginning of a line. */
    public String title() {
        return capital(word);
    }

    /** Tovholderen, at the beginning of a sentence. */
    public String definiteTitle() {
        return capital(definite);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
