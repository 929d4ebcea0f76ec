package dk.samblik.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provision read from what somebody typed: law, paragraph with its letter, stykke and number. */
record LegalBasis(
        String law,
        int paragraph,
        @Nullable String letter,
        @Nullable String stykke,
        @Nullable String number) {

    private static final Map<String, String> NAMES = Map.of(
            "BARNETS LOV", "BL",
            "SERVICELOVEN", "SEL",
            "SUNDHEDSLOVEN", "SUL",
            "ÆLDRELOVEN", "AEL",
            "ÆL", "AEL");

    private static final Pattern TYPED = Pattern.compile(
            "(?<law>\\p{L}[\\p{L} ]*?)?\\s*(?:§+\\s*)?(?<paragraph>\\d{1,3})(?:\\s*(?<letter>\\p{L})(?!\\p{L}))?"
                    + "(?:[\\s,]*stk\\.?\\s*(?<stykke>\\d+)|\\.(?<dotted>\\d+))?"
                    + "(?:[\\s,]*nr\\.?\\s*(?<number>\\d+)|\\.(?<dottedNumber>\\d+))?\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LAW = Pattern.compile("[A-ZÆØÅ]{2,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Reads all shapes seen; a law in the text wins over the column. Empty when it cannot be read. */
    static Optional<LegalBasis> read(String typed, @Nullable String column) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String law = law(matcher.group("law"), column);
        return law == null
                ? Optional.empty()
                : Optional.of(new LegalBasis(
                        law,
                        Integer.parseInt(matcher.group("paragraph")),
                        lower(matcher.group("letter")),
                        either(matcher.group("stykke"), matcher.group("dotted")),
                        either(matcher.group("number"), matcher.group("dottedNumber"))));
    }

    /** As people write it: {@code BL § 32, stk. 1, nr. 3}. */
    String written() {
        StringBuilder written = new StringBuilder(name());
        if (stykke != null) {
            written.append(", stk. ").append(stykke);
        }
        if (number != null) {
            written.append(", nr. ").append(number);
        }
        return written.toString();
    }

    /** Law and paragraph alone, as code lists name it: {@code SEL § 83 a}. */
    String name() {
        return law + " § " + paragraph + (letter == null ? "" : " " + letter);
    }

    /**
     * The paragraphs that a text may mean: the one read, or every number in it where it cannot be read. For rules that
     * hide, which must hold for a text nobody can read too.
     */
    static List<Integer> possible(String typed, @Nullable String column) {
        return read(typed, column)
                .map(basis -> List.of(basis.paragraph()))
                .orElseGet(() -> NUMBER.matcher(typed)
                        .results()
                        .filter(found -> found.group().length() <= 3)
                        .map(found -> Integer.valueOf(found.group()))
                        .toList());
    }

    private static @Nullable String law(@Nullable String inText, @Nullable String column) {
        String law = inText == null || inText.isBlank() ? column : inText;
        if (law == null) {
            return null;
        }
        String upper = law.strip().toUpperCase(Locale.ROOT);
        String code = NAMES.getOrDefault(upper, upper);
        return LAW.matcher(code).matches() ? code : null;
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String lower(@Nullable String letter) {
        return letter == null ? null : letter.toLowerCase(Locale.ROOT);
    }
}
