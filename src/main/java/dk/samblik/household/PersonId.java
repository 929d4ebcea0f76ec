package dk.samblik.household;

import java.util.UUID;

/** A person as the hub knows it: a random id that says nothing about the CPR number. */
public record PersonId(UUID value) {

    /** The id written as text; throws IllegalArgumentException without the text when it is not an id. */
    public static PersonId of(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new IllegalArgumentException("not an id");
        }
    }

    /** A new random id. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
