package dk.samblik.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A name and an address as they are sealed. */
final class Addressees {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Addressees() {}

    static byte[] bytes(Addressee addressee) {
        try {
            return JSON.writeValueAsBytes(addressee);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    static Addressee read(byte[] plain) {
        try {
            return JSON.readValue(plain, Addressee.class);
        } catch (IOException notOurs) {
            throw new IllegalStateException("a name that was sealed cannot be read");
        }
    }
}
