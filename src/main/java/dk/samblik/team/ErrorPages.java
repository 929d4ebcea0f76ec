package dk.samblik.team;

import dk.samblik.access.CurrentRequest;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.HouseholdLeft;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.LogUnproven;
import dk.samblik.access.NotForYourRole;
import dk.samblik.access.NotYours;
import dk.samblik.access.OpenToAnybody;
import dk.samblik.access.Viewer;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.register.HubClosed;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** What the reader is told when a page cannot be shown: what to do next, an incident number, and nothing else. */
@Controller
@ConditionalOnWebApplication
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 500, 503);

    private final ErrorAttributes errors;
    private final CurrentRequest request;
    private final CurrentViewer viewers;

    ErrorPages(ErrorAttributes errors, CurrentRequest request, CurrentViewer viewers) {
        this.errors = errors;
        this.request = request;
        this.viewers = viewers;
    }

    /** An error in words. {@code incident} is null where there is nothing to look for. */
    record Fault(String title, String text, @Nullable String incident) {}

    @OpenToAnybody
    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            HttpServletRequest failed, @ModelAttribute("frame") PageFrame frame, @ModelAttribute("words") Words words) {
        int status = status(failed);
        ModelAndView page = new ModelAndView("team/error");
        page.setStatus(HttpStatus.valueOf(status));
        Optional<String> nobody = status == 403 && frame.viewer() == null ? viewers.signedInAs() : Optional.empty();
        page.addObject("signOut", nobody.isPresent());
        page.addObject("takeBack", takesBack(failed, frame.viewer()));
        page.addObject(
                "fault",
                nobody.map(name -> noRole(name, frame, words)).orElseGet(() -> fault(failed, status, frame, words)));
        return page;
    }

    @OpenToAnybody
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest failed) {
        int status = status(failed);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        if (status >= 500) {
            problem.setProperty("incident", incident(failed, status));
        }
        return ResponseEntity.of(problem).build();
    }

    /** For somebody the login knows and Samblik does not: what to ask for, and of whom. */
    static Fault noRole(String name, PageFrame frame, Words words) {
        String who = name.isEmpty() ? words.say("no-role.text.unnamed") : words.say("no-role.text", name);
        return new Fault(
                words.say("no-role.title"),
                who + " " + words.say("no-role.help", frame.settings().phone()),
                null);
    }

    /** For everybody but operators while they have closed the hub: until when, and whom to call. */
    static Fault closed(Instant until, TeamSettings settings, Words words) {
        return new Fault(
                words.say("error.closed.title", words.moment(until)),
                words.say("error.closed.text", settings.phone()),
                null);
    }

    private Fault fault(HttpServletRequest failed, int status, PageFrame frame, Words words) {
        if (cause(failed) instanceof HubClosed closed) {
            return closed(closed.until(), frame.settings(), words);
        }
        String kind = kind(cause(failed), status);
        return new Fault(
                words.say("error." + kind + ".title"),
                words.say("error." + kind + ".text", words.called().definiteTitle()),
                status >= 500 ? incident(failed, status) : null);
    }

    /** Whether somebody of the desk is refused for the log's sake or as the hub is closed: taking a consent back shows nobody, and needs no log. */
    private boolean takesBack(HttpServletRequest failed, @Nullable Viewer viewer) {
        Throwable cause = cause(failed);
        return viewer != null
                && viewer.atDesk()
                && (cause instanceof LogUnavailable || cause instanceof LogUnproven || cause instanceof HubClosed);
    }

    private static String kind(@Nullable Throwable cause, int status) {
        if (cause instanceof NotYours) {
            return "household";
        }
        if (cause instanceof NotForYourRole) {
            return "part";
        }
        if (cause instanceof HouseholdLeft) {
            return "left";
        }
        if (cause instanceof LogUnavailable) {
            return "log";
        }
        if (cause instanceof PopulationUnavailable) {
            return "population";
        }
        if (cause instanceof LogUnproven) {
            return "unproven";
        }
        return String.valueOf(status);
    }

    /** The number on the page and in our log; the log has the class of the failure and the place, never its message. */
    private String incident(HttpServletRequest failed, int status) {
        String id = request.id().toUpperCase(Locale.ROOT);
        String incident = id.substring(0, 4) + "-" + id.substring(4, 6);
        LOG.error("incident {} (request {}): {}", incident, request.id(), status, cause(failed));
        return incident;
    }

    private @Nullable Throwable cause(HttpServletRequest failed) {
        return errors.getError(new ServletWebRequest(failed));
    }

    private static int status(HttpServletRequest failed) {
        Object status = failed.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : 404;
        return WORDED.contains(code) ? code : code >= 500 ? 500 : 400;
    }
}
