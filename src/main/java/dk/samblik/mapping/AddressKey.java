package dk.samblik.mapping;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses compared whatever their spelling: {@code Lærkevænget 012 2 TV} is {@code Lærkevænget 12, 2. tv}. */
public final class AddressKey {

    private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+");
    private static final int POSTCODE_LENGTH = 4;

    private AddressKey() {}

    /** The words and numbers of the street line, lower case and without leading zeros, then the postcode. */
    public static String of(String street, @Nullable String postcode) {
        StringJoiner key = new StringJoiner(" ");
        Matcher part = PART.matcher(street.toLowerCase(Locale.ROOT));
        while (part.find()) {
            key.add(withoutZeros(part.group()));
        }
        if (postcode != null && !postcode.isBlank()) {
            key.add(postcode(postcode));
        }
        return key.toString();
    }

    /** The postcode with the leading zeros a spreadsheet took. */
    static String postcode(String written) {
        String code = written.strip();
        return "0".repeat(Math.max(0, POSTCODE_LENGTH - code.length())) + code;
    }

    private static String withoutZeros(String part) {
        int start = 0;
        while (start < part.length() - 1 && part.charAt(start) == '0') {
            start++;
        }
        return part.substring(start);
    }
}
