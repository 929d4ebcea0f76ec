package dk.samblik.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Where a paper was asked for and there is none yet. */
final class Handout {

    private Handout() {}

    /** To another page of the hub. */
    static ResponseEntity<byte[]> elsewhere(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + path))
                .build();
    }
}
