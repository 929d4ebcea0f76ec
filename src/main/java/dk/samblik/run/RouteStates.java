package dk.samblik.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/** The routes as IT staff see them: what each does, whether it runs, and its counts since the start of this process. */
@Component
public class RouteStates {

    private final CamelContext camel;
    private final MeterRegistry meters;

    RouteStates(CamelContext camel, MeterRegistry meters) {
        this.camel = camel;
        this.meters = meters;
    }

    /**
     * One route. {@code file} is the name of the file it stands in. {@code state} is STARTED, STOPPED or SUSPENDED;
     * {@code mean} is zero where nothing has gone through yet.
     */
    public record RouteState(
            String id,
            String description,
            String file,
            String state,
            long completed,
            long failed,
            long failuresHandled,
            long inFlight,
            Duration mean) {}

    /** All routes in the order of the line. */
    public List<RouteState> all() {
        return camel.getRoutes().stream()
                .map(this::state)
                .sorted(Comparator.comparing(RouteState::file).thenComparing(RouteState::id))
                .toList();
    }

    private RouteState state(Route route) {
        String id = route.getRouteId();
        Timer seen = meters.find("camel.route.policy").tag("routeId", id).timer();
        return new RouteState(
                id,
                Objects.requireNonNullElse(route.getDescription(), ""),
                file(route),
                camel.getRouteController().getRouteStatus(id).name().toUpperCase(java.util.Locale.ROOT),
                count("camel.exchanges.succeeded", id),
                count("camel.exchanges.failed", id),
                count("camel.exchanges.failures.handled", id),
                camel.getInflightRepository().size(id),
                seen == null ? Duration.ZERO : Duration.ofMillis((long) seen.mean(TimeUnit.MILLISECONDS)));
    }

    private long count(String meter, String route) {
        return meters.find(meter).tag("routeId", route).counters().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    private static String file(Route route) {
        String place = Objects.requireNonNullElse(route.getSourceLocation(), "");
        String file = place.replaceFirst("^file:", "").replaceFirst(":\\d+$", "");
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
