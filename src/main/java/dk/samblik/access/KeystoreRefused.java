package dk.samblik.access;

/** The hub may not start on these keys. The message is a sentence that says what to do; it holds no key. */
public final class KeystoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeystoreRefused(String cure) {
        super(cure);
    }
}
