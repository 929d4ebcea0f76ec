package dk.samblik.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as it leaves the hub: a file to keep, under a name that says nothing of anybody. */
final class Handout {

    private Handout() {}

    static ResponseEntity<byte[]> pdf(String name, byte[] paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(paper);
    }

    /** No paper: to another page of the hub. */
    static ResponseEntity<byte[]> elsewhere(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + path))
                .build();
    }
}
