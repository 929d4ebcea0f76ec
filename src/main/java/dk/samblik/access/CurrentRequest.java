package dk.samblik.access;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The request at hand, by a random number that joins its rows in the access log to the hub's own log. */
@Component
public class CurrentRequest {

    /** Set by {@link RequestTrace} where there is a request. */
    static final String ATTRIBUTE = CurrentRequest.class.getName();

    /** The number: the same through one request, a new one outside of any. */
    public String id() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return UUID.randomUUID().toString();
        }
        Object known = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return known.toString();
        }
        String made = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, made, RequestAttributes.SCOPE_REQUEST);
        return made;
    }
}
