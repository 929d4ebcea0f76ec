package dk.samblik.register;

/** A delivery that may not be used, and why (a reason code). */
final class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HeldBack(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
