package dk.samblik.household;

import java.util.UUID;

/** A household agreed at the consent desk (never the address); random, safe in a URL. */
public record HouseholdId(UUID value) {

    /** The id written as text; throws IllegalArgumentException without the text when it is not an id. */
    public static HouseholdId of(String text) {
        try {
            return new HouseholdId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("not an id");
        }
    }

    /** A new random id. */
    public static HouseholdId random() {
        return new HouseholdId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
