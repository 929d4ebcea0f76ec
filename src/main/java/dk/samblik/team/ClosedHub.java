package dk.samblik.team;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.register.HubClosed;
import dk.samblik.register.PlannedOutages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While operators have closed the hub, nobody but they gets in: pages and the interface for other systems answer 503 with
 * {@code Retry-After}. The way in and out stays open, and so does the page on which a consent is taken back without being
 * shown (GDPR art. 7(3)).
 */
@Component
@ConditionalOnWebApplication
class ClosedHub implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<Viewer.Role> OPERATORS = Set.of(Viewer.Role.IT, Viewer.Role.STEWARD);
    private static final String TAKE_BACK = "/samtykker/traek-tilbage";

    private final PlannedOutages outages;
    private final CivilClock clock;

    ClosedHub(PlannedOutages outages, CivilClock clock) {
        this.outages = outages;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns(TAKE_BACK);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page && closes(page)) {
            outages.closedUntil().ifPresent(until -> refuse(until, response));
        }
        return true;
    }

    private static boolean closes(HandlerMethod page) {
        OpenTo declared = page.getMethodAnnotation(OpenTo.class);
        return declared != null && Arrays.stream(declared.value()).noneMatch(OPERATORS::contains);
    }

    private void refuse(Instant until, HttpServletResponse response) {
        long seconds = Duration.between(clock.now(), until).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
        throw new HubClosed(until);
    }
}
