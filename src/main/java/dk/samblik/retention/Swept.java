package dk.samblik.retention;

import java.time.Period;
import java.util.Locale;

/** What the hub ends by the calendar, each with the time it is kept as shipped; counted by the calendar of Copenhagen. */
enum Swept {
    SUPERSEDED_VERSIONS("P30D"),
    QUARANTINE_CONTENT("P14D"),
    QUARANTINE("P90D"),
    RUNS("P24M"),
    DELIVERIES("P24M"),
    OPERATOR_ACTIONS("P13M"),
    SEEN("P13M"),
    NOTICES("P30D"),
    DESK_DRAFTS("P30D"),
    DONE_AGREEMENTS("P6M"),
    WEBHOOKS("P30D"),
    ALARMS("P13M"),
    API_REQUESTS("P1D"),
    SPOT_CHECKS("P5Y"),
    CONSENT_RECORDS("P5Y"),
    DRAW_DRAFTS("P90D"),
    UNDRAWN_KEYS("P90D"),
    DATABASE_BACKUP("P30D"),
    KEYSTORE_BACKUP("P7D");

    private final Period shipped;

    Swept(String shipped) {
        this.shipped = Period.parse(shipped);
    }

    Period shipped() {
        return shipped;
    }

    /** As it is written in the configuration. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
