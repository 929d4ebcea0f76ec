package dk.samblik.storage;

/** The hub may not start on this storage. The message is a sentence that says what to do; it holds no value of a row. */
public final class StorageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code cure} says what is wrong and what to do about it. */
    public StorageRefused(String cure) {
        super(cure);
    }
}
