package dk.samblik.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.access.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes every error of the interface, wherever it arose. */
@Component
class ProblemWriter {

    private final ObjectMapper json;
    private final MessageSource messages;
    private final CurrentRequest request;

    ProblemWriter(ObjectMapper json, MessageSource messages, CurrentRequest request) {
        this.json = json;
        this.messages = messages;
        this.request = request;
    }

    /** Whether an address is one of the interface. */
    static boolean ours(String uri) {
        return uri.startsWith("/api/") || uri.equals("/api");
    }

    /** Answers with this problem. */
    void write(HttpServletRequest asked, HttpServletResponse response, Problem problem, List<ProblemBody.Place> places)
            throws IOException {
        Locale locale = language(asked);
        byte[] body = json.writeValueAsBytes(new ProblemBody(
                "urn:samblik:problem:" + problem.code(),
                problem.title(),
                problem.status(),
                messages.getMessage("api.problem." + problem.code(), null, locale),
                "urn:uuid:" + request.id(),
                problem.code(),
                places.isEmpty() ? null : places));
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Danish, unless English is asked for and Danish is not wanted more. */
    private static Locale language(HttpServletRequest asked) {
        String wanted = asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Locale danish = Locale.forLanguageTag("da");
        if (wanted == null) {
            return danish;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), List.of(danish, Locale.ENGLISH));
            return best == null ? danish : best;
        } catch (IllegalArgumentException unreadable) {
            return danish;
        }
    }

    /** The trace id of the request at hand. */
    String trace() {
        return request.id();
    }
}
