package dk.samblik.run;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * A span for each run, each chunk of it, each question to a register and each publication, one inside the other. What they
 * say is {@link SpanFence}'s list; Camel's own tracing would send addresses and messages of exceptions too.
 */
record RouteSpans(Tracer tracer) implements RoutePolicyFactory {

    private static final String HELD = "samblik-span";
    private static final String ASK = "ask-";
    private static final Map<String, String> NAMES = Map.of("run", "run", "gather", "chunk", "publish", "publish");

    /** A span that is open on an exchange, and the one it was opened in. */
    private record Held(String route, Span span, @Nullable Held outer) {}

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        String name = route.startsWith(ASK) ? "ask" : NAMES.get(route);
        return name == null ? null : new Policy(tracer, name);
    }

    private static final class Policy extends RoutePolicySupport {

        private final Tracer tracer;
        private final String name;

        Policy(Tracer tracer, String name) {
            this.tracer = tracer;
            this.name = name;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Held outer = exchange.getProperty(HELD, Held.class);
            SpanBuilder span = tracer.spanBuilder(name)
                    .setParent(outer == null ? Context.root() : Context.root().with(outer.span()));
            run(exchange)
                    .ifPresent(run -> span.setAttribute(SpanFence.RUN, run.id().toString())
                            .setAttribute(SpanFence.KIND, run.kind().name()));
            if (route.getRouteId().startsWith(ASK)) {
                span.setAttribute(SpanFence.REGISTER, route.getRouteId().substring(ASK.length()));
            }
            Portion portion = exchange.getProperty(Runs.PORTION, Portion.class);
            if (portion != null) {
                span.setAttribute(SpanFence.HOUSEHOLDS, portion.claimed().size());
            }
            exchange.setProperty(HELD, new Held(route.getRouteId(), span.startSpan(), outer));
        }

        /** The run comes as the body, and is on the exchange from then on. */
        private static Optional<Run> run(Exchange exchange) {
            Run known = exchange.getProperty(Runs.RUN, Run.class);
            return known == null && exchange.getMessage().getBody() instanceof Run body
                    ? Optional.of(body)
                    : Optional.ofNullable(known);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Held held = exchange.getProperty(HELD, Held.class);
            if (held == null || !held.route().equals(route.getRouteId())) {
                return;
            }
            Exception fault = exchange.getException();
            if (fault != null) {
                held.span()
                        .setStatus(StatusCode.ERROR)
                        .setAttribute(SpanFence.FAULT, fault.getClass().getSimpleName());
            }
            held.span().end();
            exchange.setProperty(HELD, held.outer());
        }
    }
}
