package dk.samblik.population;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** An address as somebody wrote it: letters and digits count, case, spaces and punctuation do not. Never printed. */
record WrittenAddress(String letters) {

    WrittenAddress {
        letters = plain(letters);
    }

    /** Whether record 003 writes it the same, alone, with its postcode, or with postcode and city. */
    boolean is(FixedLine text) {
        String line = part(text, 116, 34);
        String postcode = part(text, 184, 4);
        String city = part(text, 188, 20);
        return !line.isEmpty()
                && Stream.of(line, line + postcode, line + postcode + city).anyMatch(letters::equals);
    }

    private static String part(FixedLine text, int position, int size) {
        return plain(Objects.requireNonNullElse(text.text(position, size), ""));
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Override
    public String toString() {
        return "WrittenAddress[masked]";
    }
}
