package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on to a page of ours after a form, so that loading it again does nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /** To an address of ours, taken as it is: nothing in it is filled in. */
    public static RedirectView at(String address) {
        RedirectView seeOther = new RedirectView(address, true);
        seeOther.setStatusCode(HttpStatus.SEE_OTHER);
        seeOther.setExpandUriTemplateVariables(false);
        return seeOther;
    }
}
