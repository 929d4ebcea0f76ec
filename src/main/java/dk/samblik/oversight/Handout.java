package dk.samblik.oversight;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
}
