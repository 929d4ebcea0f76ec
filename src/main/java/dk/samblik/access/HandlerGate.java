package dk.samblik.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;

/**
 * Lets a request through by what its handler declares and by what its user is now, not by what was known at sign-in. What
 * has no declared handler is denied, also pages that do not exist.
 */
record HandlerGate(CurrentViewer viewers, Handlers handlers)
        implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; callers use authorize
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        List<HandlerMethod> reached = handlers.at(context.getRequest());
        boolean anybody = reached.stream().anyMatch(handler -> handler.hasMethodAnnotation(OpenToAnybody.class));
        return new AuthorizationDecision(
                anybody || !reached.isEmpty() && admitted(viewers.find(authentication.get()), reached));
    }

    private static boolean admitted(Optional<Viewer> viewer, List<HandlerMethod> reached) {
        return viewer.filter(one -> reached.stream().flatMap(HandlerGate::roles).anyMatch(one::holds))
                .isPresent();
    }

    private static Stream<Viewer.Role> roles(HandlerMethod handler) {
        OpenTo declared = handler.getMethodAnnotation(OpenTo.class);
        return declared == null ? Stream.of() : Stream.of(declared.value());
    }
}
