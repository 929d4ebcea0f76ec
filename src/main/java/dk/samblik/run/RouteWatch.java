package dk.samblik.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/** When each route last ended something, whether that failed, and how often a step was tried again; since this process began. */
@Component
class RouteWatch extends EventNotifierSupport implements RoutePolicyFactory {

    /** The last thing a route ended. */
    record Last(Instant at, boolean failed) {}

    private final Map<String, Last> last = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> again = new ConcurrentHashMap<>();

    RouteWatch() {
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        // Camel counts a redelivery among the failures: ignored, it would never be told
        setIgnoreExchangeFailedEvents(false);
        setIgnoreExchangeSentEvents(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeDone(Route ended, Exchange exchange) {
                last.put(ended.getRouteId(), new Last(Instant.now(), exchange.isFailed()));
            }
        };
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.ExchangeRedeliveryEvent tried) {
            Route at = tried.getExchange().getUnitOfWork().getRoute();
            if (at != null) {
                again.computeIfAbsent(at.getRouteId(), none -> new LongAdder()).increment();
            }
        }
    }

    Optional<Last> last(String route) {
        return Optional.ofNullable(last.get(route));
    }

    long redeliveries(String route) {
        return again.getOrDefault(route, new LongAdder()).sum();
    }
}
