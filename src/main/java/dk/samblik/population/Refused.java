package dk.samblik.population;

/** A record file that cannot be taken; ends its reading at once. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final HeldBack.Reason reason;

    Refused(HeldBack.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    HeldBack.Reason reason() {
        return reason;
    }
}
