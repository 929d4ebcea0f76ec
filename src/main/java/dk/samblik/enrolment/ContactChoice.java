package dk.samblik.enrolment;

import dk.samblik.enrolment.Contacts.Choice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the list is shown, by its address: {@code vis} is {@code aabne} (waiting for something), {@code paamind} (due to
 * be reminded) or {@code alle}; {@code side} from 1. {@code om} and {@code kom} say of whom something was written, and what
 * came of it.
 */
record ContactChoice(
        @Nullable String vis,
        @Nullable Integer side,
        @Nullable String om,
        @Nullable String kom) {

    static final String OPEN = "aabne";
    static final String DUE = "paamind";
    static final List<String> WAYS = List.of(OPEN, DUE, "alle");

    private static final int LAST = 10_000;

    String way() {
        return vis != null && WAYS.contains(vis) ? vis : OPEN;
    }

    int page() {
        return side == null ? 1 : Math.max(1, Math.min(side, LAST));
    }

    /** Where the list is shown again, with what came of a change of one on it. */
    String address(UUID candidate, String came) {
        return ContactPage.ADDRESS + "?vis=" + way() + "&side=" + page() + "&om=" + candidate + "&kom=" + came;
    }

    /** What was chosen in a row; null where it is nothing that there is. */
    static @Nullable Choice step(String written, String household) {
        String[] parts = written.split("-", 2);
        String reason = parts.length == 2 ? parts[1] : null;
        try {
            Step step = Step.valueOf(parts[0]);
            boolean right = step == Step.DROPPED_OUT ? Step.DROPPED_OUT_FOR.contains(reason) : reason == null;
            return right ? new Choice(step, reason, step == Step.CONSENT_GIVEN ? household : null) : null;
        } catch (IllegalArgumentException noStep) {
            return null;
        }
    }
}
