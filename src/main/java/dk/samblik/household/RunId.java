package dk.samblik.household;

import java.util.UUID;

/** One run of the line, night or refresh. */
public record RunId(UUID value) {

    /** The id written as text; throws IllegalArgumentException without the text when it is not an id. */
    public static RunId of(String text) {
        try {
            return new RunId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("not an id");
        }
    }

    /** A new random id. */
    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
