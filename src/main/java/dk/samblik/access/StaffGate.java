package dk.samblik.access;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through by what its user is now, not by what was known at sign-in. */
record StaffGate(CurrentViewer viewers, Predicate<Viewer> may)
        implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; callers use authorize
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                viewers.find(authentication.get()).filter(may).isPresent());
    }
}
