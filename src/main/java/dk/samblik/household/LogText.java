package dk.samblik.household;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The last net before a text is in the log: what looks like a CPR number is masked and counted, and no character can end the
 * line, colour the terminal or turn the direction of writing. A number that is caught is a fault of ours.
 */
final class LogText {

    static final String MASK = "[number masked]";

    private static final Counter MASKED = Metrics.counter("samblik.log.masked");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{6}[- ]?\\d{4}(?![0-9A-Za-z])");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private LogText() {}

    /** The text as one harmless line. */
    static String line(String text) {
        return CONTROL.matcher(masked(text)).replaceAll(LogText::escaped);
    }

    /** The text without numbers, its lines as they are. */
    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(LogText::masked);
    }

    private static String masked(MatchResult found) {
        if (Cpr.read(found.group()).isEmpty()) {
            return found.group();
        }
        MASKED.increment();
        return MASK;
    }

    private static String escaped(MatchResult found) {
        return switch (found.group().charAt(0)) {
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            case '\t' -> "\\\\t";
            default -> String.format("\\\\u%04x", (int) found.group().charAt(0));
        };
    }
}
