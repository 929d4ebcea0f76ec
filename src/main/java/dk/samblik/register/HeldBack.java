package dk.samblik.register;

import java.util.Map;

/** A delivery that is not used, and why (a code). What was counted in it is kept where somebody may decide otherwise. */
final class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient DeliveryLog.Known known;

    HeldBack(String reason) {
        this(reason, new DeliveryLog.Known(Map.of(), Map.of()));
    }

    HeldBack(String reason, DeliveryLog.Known known) {
        super(reason, null, false, false);
        this.reason = reason;
        this.known = known;
    }

    String reason() {
        return reason;
    }

    DeliveryLog.Known known() {
        return known;
    }
}
