package dk.samblik.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes the request at hand, with the rights of this moment. */
@Component
public class CurrentViewer {

    private final Staff staff;

    CurrentViewer(Staff staff) {
        this.staff = staff;
    }

    /** The viewer, looked up anew; refused where nobody is signed in or has a place any more. */
    public Viewer require() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody with a place is signed in"));
    }

    /** The viewer, if somebody is signed in who has a place. */
    public Optional<Viewer> find() {
        return find(SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Viewer> find(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return staff.find(authentication.getName());
    }
}
