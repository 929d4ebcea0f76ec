package dk.samblik.access;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;

/** As {@link HandlerGate} for systems: the role must be let through, and token and table must both have the scope. */
record ClientGate(HandlerGate roles, Handlers handlers) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; callers use authorize
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        List<HandlerMethod> reached = handlers.at(context.getRequest());
        if (!reached.isEmpty() && reached.stream().allMatch(one -> one.hasMethodAnnotation(OpenToAnybody.class))) {
            return new AuthorizationDecision(true);
        }
        boolean scoped = authentication.get() instanceof ClientToken client
                && reached.stream().anyMatch(handler -> admits(client, handler));
        return new AuthorizationDecision(
                scoped && roles.check(authentication, context).isGranted());
    }

    private static boolean admits(ClientToken client, HandlerMethod handler) {
        OpenToClients declared = handler.getMethodAnnotation(OpenToClients.class);
        return declared != null && Arrays.stream(declared.value()).anyMatch(client::holds);
    }
}
