package dk.samblik.register;

/** A register that does not answer, or whose delivery is held back. The message is a reason code, never a value. */
public final class RegisterUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String register;
    private final String reason;

    /** {@code reason} is a code in capitals, for example {@code NO_ANSWER}, {@code TRAILER_COUNT}. */
    public RegisterUnavailable(String register, String reason) {
        super(register + " unavailable: " + reason);
        this.register = register;
        this.reason = reason;
    }

    public String register() {
        return register;
    }

    public String reason() {
        return reason;
    }
}
