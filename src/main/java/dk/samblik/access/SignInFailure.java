package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Why somebody the provider sent back was not let in, as far as it helps that person to know. */
enum SignInFailure {
    /** The person turned back at the provider. */
    CANCELLED("afbrudt"),
    /** The login was not sure enough of the person. */
    ASSURANCE("niveau"),
    /** The provider has known the person for too long without asking again. */
    LONG_AGO("gammelt"),
    /** The provider gave no tokens for its code, or not the keys to read them by. */
    NO_ANSWER("intet-svar"),
    /** The provider knows the hub by another secret, or not at all: nothing the person can do about. */
    HUB_REFUSED("hub"),
    /** Anything else: an answer we never asked for, or a token that is not to be believed. */
    REFUSED("");

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);

    private final String reason;

    SignInFailure(String reason) {
        this.reason = reason;
    }

    /** Back to the sign-in page; the log has our words and the rules broken, never what the provider or the browser wrote. */
    static void answer(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInFailure why = of(failure);
        LOG.warn("sign-in refused: {} {}", why, rules(failure));
        String reason = why.reason.isEmpty() ? "" : "=" + why.reason;
        response.sendRedirect(request.getContextPath() + SignIn.FAILED + reason);
    }

    private static List<String> rules(AuthenticationException failure) {
        return failure.getCause() instanceof JwtValidationException token
                ? token.getErrors().stream().map(OAuth2Error::getErrorCode).toList()
                : List.of();
    }

    static SignInFailure of(AuthenticationException failure) {
        if (failure.getCause() instanceof JwtValidationException token) {
            return of(token);
        }
        if (failure.getCause() instanceof JwtException unread && !(unread instanceof BadJwtException)) {
            return NO_ANSWER;
        }
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        return switch (code) {
            case OAuth2ErrorCodes.ACCESS_DENIED -> CANCELLED;
            case "invalid_token_response" -> NO_ANSWER;
            case OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT -> HUB_REFUSED;
            default -> REFUSED;
        };
    }

    /** A token that breaks another rule too is not to be believed about its level either. */
    private static SignInFailure of(JwtValidationException token) {
        if (token.getErrors().size() != 1) {
            return REFUSED;
        }
        OAuth2Error only = token.getErrors().iterator().next();
        return switch (only.getErrorCode()) {
            case IdTokenRules.ASSURANCE -> ASSURANCE;
            case IdTokenRules.LONG_AGO -> LONG_AGO;
            default -> REFUSED;
        };
    }
}
