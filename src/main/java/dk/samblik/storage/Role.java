package dk.samblik.storage;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The roles of the database the hub works as, each with the rights of its work and the time one statement may take. */
enum Role {
    /** Its tables grow from nothing within a night: a plan that was kept from its beginning would read all of them. */
    PIPELINE("hub_pipeline", Duration.ofMinutes(10), 12, "force_custom_plan"),
    WEB("hub_web", Duration.ofSeconds(15), 10, "auto"),
    AUDIT("hub_audit", Duration.ofMinutes(5), 4, "auto"),
    OPS("hub_ops", Duration.ofSeconds(15), 4, "auto"),
    /** Holds pseudonyms and figures; what is known of people it cannot read. */
    EFFECT("hub_effect", Duration.ofMinutes(2), 2, "auto"),
    /** Somebody counts or locks a draw a few times a year. */
    DRAW("hub_draw", Duration.ofSeconds(15), 2, "auto");

    private final String user;
    private final Duration statementTimeout;
    private final int connections;
    private final String planCacheMode;

    Role(String user, Duration statementTimeout, int connections, String planCacheMode) {
        this.user = user;
        this.statementTimeout = statementTimeout;
        this.connections = connections;
        this.planCacheMode = planCacheMode;
    }

    /** The role of this name; refuses an unknown name with those that are known. */
    static Role named(String user) {
        return Arrays.stream(values())
                .filter(role -> role.user.equals(user))
                .findFirst()
                .orElseThrow(
                        () -> new StorageRefused("samblik.storage.logins has a role that does not exist. Known are "
                                + Arrays.stream(values()).map(Role::user).collect(Collectors.joining(", "))));
    }

    /** The role's name in the database. */
    String user() {
        return user;
    }

    /** The most connections that are open for it. */
    int connections() {
        return connections;
    }

    /** The longest that one of its statements may take. */
    Duration statementTimeout() {
        return statementTimeout;
    }

    /** What every new connection is told first: whose rights it has and how long it may wait. */
    String opening() {
        return "set role " + user + "; set statement_timeout = '" + statementTimeout.toSeconds()
                + "s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '10min'; set plan_cache_mode = "
                + planCacheMode;
    }
}
