package dk.samblik.register;

import java.io.StringReader;
import java.time.Instant;

/**
 * The rows of one chunk out of one delivery, as CSV text for the route to unmarshal; remembers the delivery's own date.
 * Lives for one exchange and is never written anywhere.
 */
final class Cut extends StringReader {

    private final Instant asOf;

    Cut(String text, Instant asOf) {
        super(text);
        this.asOf = asOf;
    }

    Instant asOf() {
        return asOf;
    }

    @Override
    public String toString() {
        return "Cut[" + asOf + "]";
    }
}
