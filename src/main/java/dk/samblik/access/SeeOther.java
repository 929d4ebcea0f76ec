package dk.samblik.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on to a page of ours after a form, or in place of a file, so that loading it again does nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /** To an address of ours, taken as it is: nothing in it is filled in. */
    public static RedirectView at(String address) {
        RedirectView seeOther = new RedirectView(address, true);
        seeOther.setStatusCode(HttpStatus.SEE_OTHER);
        seeOther.setExpandUriTemplateVariables(false);
        return seeOther;
    }

    /** The same where a file was asked for and there is none to give yet. */
    public static ResponseEntity<byte[]> instead(HttpServletRequest request, String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + address))
                .build();
    }
}
