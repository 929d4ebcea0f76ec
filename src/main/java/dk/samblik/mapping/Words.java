package dk.samblik.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversions that give text. */
final class Words {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DANISH_PHONE = Pattern.compile("(?:\\+?45)?(\\d{2})(\\d{2})(\\d{2})(\\d{2})");
    private static final List<String> TELLTALE = List.of("misbrug", "krisecent", "alkohol");
    private static final String INTOXICATION = "rus";

    private Words() {}

    /** The text on one line, blanks in a row made one. */
    static @Nullable String text(Cells cells) {
        String text = cells.text(0);
        return text == null || !ragged(text) ? text : BLANKS.matcher(text).replaceAll(" ");
    }

    /** The first text, unless it or one of the others gives abuse treatment or a crisis centre away. */
    static @Nullable String discreet(Cells cells) {
        for (int cell = 0; cell < cells.size(); cell++) {
            String text = cells.text(cell);
            if (text != null && givesAway(text.toLowerCase(Locale.ROOT))) {
                return null;
            }
        }
        return text(cells);
    }

    /** A Danish number as {@code 99 00 12 34}; anything else as it is written. */
    static @Nullable String phone(Cells cells) {
        String text = text(cells);
        if (text == null) {
            return null;
        }
        var danish = DANISH_PHONE.matcher(text.replace(" ", ""));
        return danish.matches()
                ? String.join(" ", danish.group(1), danish.group(2), danish.group(3), danish.group(4))
                : text;
    }

    /** All the texts that are there, with a hyphen between. */
    static @Nullable String joined(Cells cells) {
        List<String> texts = present(cells);
        return texts.isEmpty() ? null : String.join("-", texts);
    }

    /** Street, postcode and town on one line; the postcode has its zeros back. */
    static @Nullable String address(Cells cells) {
        String street = text(cells);
        if (street == null) {
            return null;
        }
        String postcode = cells.text(1);
        String town = cells.text(2);
        String place =
                ((postcode == null ? "" : AddressKey.postcode(postcode)) + " " + (town == null ? "" : town)).strip();
        return place.isEmpty() ? street : street + ", " + place;
    }

    /** What tells whether two addresses, however spelt, are one; null without a street. */
    static @Nullable String addressKey(Cells cells) {
        String street = cells.text(0);
        return street == null ? null : AddressKey.of(street, cells.text(1));
    }

    private static boolean givesAway(String text) {
        return TELLTALE.stream().anyMatch(text::contains) || beginsAWord(text);
    }

    /** "Rusmiddel" and "Team Rus" tell; "virus" and "Brus" do not. */
    private static boolean beginsAWord(String text) {
        int at = text.indexOf(INTOXICATION);
        while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
            at = text.indexOf(INTOXICATION, at + 1);
        }
        return at >= 0;
    }

    /** Whether there is a line break, a tab or more than one blank in a row. */
    private static boolean ragged(String text) {
        char before = 'x';
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (Character.isWhitespace(here) && (here != ' ' || before == ' ')) {
                return true;
            }
            before = here;
        }
        return false;
    }

    private static List<String> present(Cells cells) {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String text = cells.text(cell);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
