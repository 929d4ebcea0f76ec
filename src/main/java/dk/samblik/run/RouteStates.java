package dk.samblik.run;

import dk.samblik.run.RouteWatch.Last;
import dk.samblik.run.Switches.Switch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.springframework.stereotype.Component;

/** The routes as IT staff see them: what each does, whether it runs, and its counts since the start of this process. */
@Component
public class RouteStates {

    private final CamelContext camel;
    private final MeterRegistry meters;
    private final RouteWatch watch;
    private final Switches switches;
    private final Path folder;

    RouteStates(CamelContext camel, MeterRegistry meters, RouteWatch watch, Switches switches, RunSettings settings) {
        this.camel = camel;
        this.meters = meters;
        this.watch = watch;
        this.switches = switches;
        this.folder = settings.routes();
    }

    /**
     * One route. {@code file} is the name of the file it stands in. {@code state} is STARTED, STOPPED, PAUSED or FAILING (it
     * runs, and the last thing it ended failed); {@code off} since when an operator has it off. {@code mean} is zero and
     * {@code p95} null where nothing is measured; {@code last} is null where nothing has gone through since this process
     * began, {@code next} where no clock starts it.
     */
    public record RouteState(
            String id,
            String description,
            String file,
            String state,
            @Nullable Instant off,
            long completed,
            long failed,
            long failuresHandled,
            long redeliveries,
            long inFlight,
            Duration mean,
            @Nullable Duration p95,
            @Nullable Instant last,
            @Nullable Instant next) {}

    /** All routes in the order of the line. */
    public List<RouteState> all() {
        Map<String, Switch> off = switches.off();
        return camel.getRoutes().stream()
                .map(route -> state(route, off.get(route.getRouteId())))
                .sorted(Comparator.comparing(RouteState::file).thenComparing(RouteState::id))
                .toList();
    }

    /** One route; empty where there is none of this id. */
    public Optional<RouteState> find(String id) {
        return Optional.ofNullable(camel.getRoute(id))
                .map(route -> state(route, switches.off().get(id)));
    }

    /** How a route is drawn; empty where there is none of this id. */
    public Optional<RoutePicture> picture(String id) {
        List<RouteDefinition> all = ((ModelCamelContext) camel).getRouteDefinitions();
        return all.stream()
                .filter(route -> route.getRouteId().equals(id))
                .findFirst()
                .map(route -> RoutePicture.of(route, all));
    }

    /** The version of a route's file, as it lies in the folder now; empty where it is not there any more. */
    public String version(RouteState route) {
        Path file = folder.resolve(route.file());
        return Files.isRegularFile(file) ? FolderHash.of(file) : "";
    }

    private RouteState state(Route route, @Nullable Switch off) {
        String id = route.getRouteId();
        Timer seen = meters.find("camel.route.policy").tag("routeId", id).timer();
        Optional<Last> last = watch.last(id);
        return new RouteState(
                id,
                Objects.requireNonNullElse(route.getDescription(), ""),
                file(route),
                off == null ? running(id, last) : off.state().name(),
                off == null ? null : off.since(),
                count("camel.exchanges.succeeded", id),
                count("camel.exchanges.failed", id),
                count("camel.exchanges.failures.handled", id),
                watch.redeliveries(id),
                camel.getInflightRepository().size(id),
                seen == null ? Duration.ZERO : Duration.ofMillis((long) seen.mean(TimeUnit.MILLISECONDS)),
                seen == null ? null : p95(seen),
                last.map(Last::at).orElse(null),
                next(route));
    }

    private String running(String id, Optional<Last> last) {
        String state = camel.getRouteController().getRouteStatus(id).name().toUpperCase(Locale.ROOT);
        return state.equals("STARTED") && last.filter(Last::failed).isPresent() ? "FAILING" : state;
    }

    /** Nothing measured within the time that is looked back is not the same as no time at all. */
    private static @Nullable Duration p95(Timer timer) {
        for (ValueAtPercentile each : timer.takeSnapshot().percentileValues()) {
            double millis = each.value(TimeUnit.MILLISECONDS);
            if (each.percentile() == 0.95 && millis > 0) {
                return Duration.ofMillis(Math.round(millis));
            }
        }
        return null;
    }

    private static @Nullable Instant next(Route route) {
        if (!(route.getEndpoint() instanceof QuartzEndpoint clock)) {
            return null;
        }
        try {
            Trigger trigger = clock.getComponent().getScheduler().getTrigger(clock.getTriggerKey());
            return trigger == null || trigger.getNextFireTime() == null
                    ? null
                    : trigger.getNextFireTime().toInstant();
        } catch (SchedulerException unknown) {
            return null;
        }
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
