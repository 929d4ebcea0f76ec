package dk.samblik.team;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenToAnybody;
import dk.samblik.access.SessionLeft;
import dk.samblik.access.Unattended;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** How long the reader's session lasts, for the page that tells of its end; and a way to make it last longer. */
@Controller
class SessionPage {

    private final CurrentViewer viewers;

    SessionPage(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    /** {@code seconds} is 0 where nobody is signed in any more; {@code extensible}: whether staying is possible. */
    record Left(long seconds, boolean extensible) {}

    /** Asked by the page itself, also while nobody is there: it makes nothing last longer. */
    @Unattended
    @OpenToAnybody
    @GetMapping("/session")
    ResponseEntity<Left> left(HttpServletRequest request) {
        Left left = viewers.signedInAs()
                .flatMap(name -> SessionLeft.of(request))
                .map(session -> new Left(session.seconds(), session.extensible()))
                .orElseGet(() -> new Left(0, false));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(left);
    }

    /** Somebody said that they are there. Being a request like any other is what makes the session last. */
    @OpenToAnybody
    @PostMapping("/session")
    ResponseEntity<Left> stay(HttpServletRequest request) {
        return left(request);
    }
}
