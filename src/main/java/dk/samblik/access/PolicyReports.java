package dk.samblik.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.household.CivilClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes what browsers report that our content policy made them refuse, in the form of CSP 2 and in that of the Reporting
 * API. Anybody can write one, so nothing of it is believed or kept: it is counted and logged by the directive, out of a list,
 * and by the pattern of our own page, never by an address, a sample or any other text of the report.
 */
@Controller
@ConditionalOnWebApplication
class PolicyReports {

    static final String ADDRESS = "/csp";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReports.class);
    private static final int LONGEST = 16 * 1024;
    private static final int MOST_IN_ONE = 20;
    private static final int MOST_A_MINUTE = 60;
    private static final int SECONDS = 60;
    private static final String OTHER = "other";
    private static final Set<String> KINDS = Set.of("application/csp-report", "application/reports+json");

    /** Those of our policy, with the finer ones that browsers tell of in their place. */
    private static final Set<String> DIRECTIVES = Set.of(
            "default-src",
            "script-src",
            "script-src-elem",
            "script-src-attr",
            "style-src",
            "style-src-elem",
            "style-src-attr",
            "img-src",
            "font-src",
            "connect-src",
            "form-action",
            "base-uri",
            "object-src",
            "frame-ancestors",
            "frame-src",
            "child-src",
            "worker-src",
            "media-src",
            "manifest-src");

    private final Handlers handlers;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final CivilClock clock;
    private long minute;
    private int taken;

    PolicyReports(Handlers handlers, ObjectMapper json, ObjectProvider<MeterRegistry> meters, CivilClock clock) {
        this.handlers = handlers;
        this.json = json;
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
        this.clock = clock;
    }

    /** 204 for a report that was taken; what is of another kind, too long, too much or unreadable is refused and not counted. */
    @Unattended
    @OpenToAnybody
    @PostMapping(ADDRESS)
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        return ResponseEntity.status(taken(request)).build();
    }

    private HttpStatus taken(HttpServletRequest request) throws IOException {
        if (!KINDS.contains(kind(request.getContentType()))) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        if (tooMany()) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        try {
            violations(json.readTree(body)).forEach(this::note);
            return HttpStatus.NO_CONTENT;
        } catch (JacksonException unreadable) {
            return HttpStatus.BAD_REQUEST;
        }
    }

    private static String kind(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private synchronized boolean tooMany() {
        long now = clock.now().getEpochSecond() / SECONDS;
        taken = now == minute ? taken + 1 : 1;
        minute = now;
        return taken > MOST_A_MINUTE;
    }

    private record Violation(String directive, String page) {}

    private List<Violation> violations(JsonNode report) {
        if (report.isArray()) {
            return StreamSupport.stream(report.spliterator(), false)
                    .limit(MOST_IN_ONE)
                    .filter(one -> one.path("type").asText().equals("csp-violation"))
                    .map(one -> one.path("body"))
                    .map(body -> violation(body.path("effectiveDirective"), body.path("documentURL")))
                    .toList();
        }
        JsonNode one = report.path("csp-report");
        JsonNode directive =
                one.has("effective-directive") ? one.path("effective-directive") : one.path("violated-directive");
        return one.isObject() ? List.of(violation(directive, one.path("document-uri"))) : List.of();
    }

    private Violation violation(JsonNode directive, JsonNode page) {
        String name = directive.asText().split(" ", 2)[0];
        return new Violation(
                DIRECTIVES.contains(name) ? name : OTHER,
                path(page.asText()).flatMap(handlers::pattern).orElse(OTHER));
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawPath());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private void note(Violation violation) {
        meters.counter("samblik.content.policy.violations", "directive", violation.directive())
                .increment();
        LOG.warn("the content policy was broken: {} on {}", violation.directive(), violation.page());
    }
}
