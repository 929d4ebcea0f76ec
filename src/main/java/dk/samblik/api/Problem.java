package dk.samblik.api;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every way the interface says no: one code each, that never changes its meaning. What is not there and what is not the
 * client's to see are one.
 */
enum Problem {
    REQUEST_INVALID(400, "request.invalid", "The request is not well formed"),
    PURPOSE_MISSING(400, "purpose.missing", "The purpose is missing"),
    PURPOSE_UNKNOWN(400, "purpose.unknown", "The purpose is not in the list"),
    KEY_MISSING(400, "idempotency.key-missing", "The idempotency key is missing or no UUID"),
    TOKEN_MISSING(401, "token.missing", "A token is needed"),
    TOKEN_INVALID(401, "token.invalid", "The token is not valid"),
    SCOPE_MISSING(403, "scope.missing", "The scope is missing"),
    ROLE_DENIED(403, "role.denied", "Not for the role of this client"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(405, "method.not-allowed", "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "media-type.not-acceptable", "No acceptable media type"),
    KEY_IN_USE(409, "idempotency.key-in-use", "A request with this key is under way"),
    HOUSEHOLD_LEFT(409, "household.left", "The household has left"),
    STALE(412, "precondition.stale", "It changed since it was read"),
    TOO_LARGE(413, "body.too-large", "The body is too large"),
    MEDIA_TYPE(415, "media-type.unsupported", "The media type of the body is not supported"),
    KEY_REUSED(422, "idempotency.key-reused", "The key belongs to another request"),
    PRECONDITION_MISSING(428, "precondition.missing", "If-Match is missing"),
    TOO_MANY(429, "rate.limited", "Too many requests"),
    FAULT(500, "hub.fault", "A fault of ours"),
    LOG_UNAVAILABLE(503, "log.unavailable", "The access log cannot be written"),
    LOGIN_UNAVAILABLE(503, "login.unavailable", "The provider's keys cannot be read"),
    UNAVAILABLE(503, "hub.unavailable", "Not available right now");

    private final int status;
    private final String code;
    private final String title;

    Problem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** The word a client decides by. */
    String code() {
        return code;
    }

    /** In English, and the same for ever. */
    String title() {
        return title;
    }

    /** The problem of this code. */
    static Optional<Problem> coded(@Nullable Object code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** What a bare status means; one that has no problem of its own is the client's fault, or ours. */
    static Problem of(int status) {
        return Arrays.stream(values())
                .filter(one -> one.status == status)
                .filter(one -> one != LOG_UNAVAILABLE && one != LOGIN_UNAVAILABLE)
                .findFirst()
                .orElse(status >= 500 ? FAULT : REQUEST_INVALID);
    }
}
