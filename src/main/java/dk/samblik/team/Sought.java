package dk.samblik.team;

import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody looks for among their households: a household's number, or names half known, in any order. Letters are
 * compared without case and accents, as they are spelt in one alphabet or another (å, aa and a; ø, oe and o; æ, ae and a),
 * and a word may be no more than how a name begins.
 */
final class Sought {

    private static final int LEAST_LETTERS = 2;
    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’ʼ`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");

    private final List<String> words;
    private final String number;

    private Sought(List<String> words, String number) {
        this.words = words;
        this.number = number;
    }

    /** A household that fits: by its number, when nobody is found in it, or by these of its members. */
    record Found(HouseholdView view, List<Member> members) {
        Found {
            members = List.copyOf(members);
        }
    }

    /** Reads what was written, its first {@value #LONGEST} characters; empty where that is no two letters or digits. */
    static Optional<Sought> read(String written) {
        String text = written.strip();
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        List<String> words = words(cut);
        boolean enough = BETWEEN.matcher(cut).replaceAll("").length() >= LEAST_LETTERS;
        return enough && !words.isEmpty() ? Optional.of(new Sought(words, plainNumber(cut))) : Optional.empty();
    }

    /**
     * The household, if it fits by what this view of it still holds: every word begins a name of somebody in it. Whoever has
     * a protected address is not found by name, as they stand in no list (domain reference, 3.3).
     */
    Optional<Found> in(HouseholdView view) {
        if (isNumber(view.frame().number())) {
            return Optional.of(new Found(view, List.of()));
        }
        List<Member> named = view.members().stream()
                .filter(member -> member.name() != null && !member.protectedAddress())
                .toList();
        boolean every = words.stream().allMatch(word -> named.stream().anyMatch(member -> begins(word, member)));
        return every
                ? Optional.of(new Found(
                        view,
                        named.stream()
                                .filter(member -> words.stream().anyMatch(word -> begins(word, member)))
                                .toList()))
                : Optional.empty();
    }

    private static boolean begins(String word, Member member) {
        return words(Objects.requireNonNullElse(member.name(), "")).stream().anyMatch(name -> name.startsWith(word));
    }

    /** Written whole, or its digits alone; zeros in front do not count. */
    private boolean isNumber(String household) {
        String plain = plainNumber(household);
        return number.equals(plain) || number.equals(plain.replaceAll("^\\D+", ""));
    }

    private static String plainNumber(String written) {
        String joined = BETWEEN.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("");
        return LEADING_ZEROS.matcher(joined).replaceAll("");
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        return Stream.of(BETWEEN.split(oneSpelling(plain)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What is no letter with a mark is a letter of its own to Unicode, and two letters to many a keyboard. */
    private static String oneSpelling(String plain) {
        return plain.replace("æ", "ae")
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ł', 'l')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replaceAll("ae|aa", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }
}
