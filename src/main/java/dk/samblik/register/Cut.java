package dk.samblik.register;

import java.time.Instant;

/**
 * The rows of one chunk out of one delivery, as CSV text for the route to unmarshal, with the delivery's own date. Lives
 * for one exchange. No stream on purpose: Camel keeps copies of streams, and may put them on disk.
 */
record Cut(String text, Instant asOf) {

    @Override
    public String toString() {
        return "Cut[" + asOf + "]";
    }
}
