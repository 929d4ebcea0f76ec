package dk.samblik.access;

/** Sealed content that does not open: tampered with, moved to another place, or its key is gone. Says nothing of it. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String reason) {
        super(reason);
    }
}
