package dk.samblik.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
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

    /**
     * The name of whoever is signed in, also one without a place: as the login says it, empty where it says none. Absent
     * where nobody is signed in.
     */
    public Optional<String> signedInAs() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Object principal = who == null ? null : who.getPrincipal();
        if (principal instanceof ProviderUser user) {
            return Optional.of(user.shownName());
        }
        return principal instanceof UserDetails listed ? Optional.of(listed.getUsername()) : Optional.empty();
    }

    Optional<Viewer> find(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof ClientToken client) {
            return Optional.of(client.viewer());
        }
        if (authentication.getPrincipal() instanceof ProviderUser user) {
            return staff.find(user.getName(), user.granted());
        }
        return authentication.getPrincipal() instanceof UserDetails listed
                ? staff.find(listed.getUsername())
                : Optional.empty();
    }
}
