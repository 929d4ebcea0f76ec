package dk.samblik.operations;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** What the pages of operations have in common. */
final class Pages {

    private Pages() {}

    /** The page that shows what was done, by an address that was not put together from what somebody wrote. */
    static RedirectView seeOther(String address) {
        RedirectView seeOther = new RedirectView(address, true);
        seeOther.setStatusCode(HttpStatus.SEE_OTHER);
        seeOther.setExpandUriTemplateVariables(false);
        return seeOther;
    }
}
