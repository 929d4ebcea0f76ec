package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** What is told of a route beside Camel's own counts: its last end, what was tried again, and its steps. */
class RouteWatchTest {

    @Test
    void theLastEndAndWhatWasTriedAgain() throws Exception {
        RouteWatch watch = new RouteWatch();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutePolicyFactory(watch);
            camel.getManagementStrategy().addEventNotifier(watch);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                    from("direct:one").routeId("one").process(exchange -> {
                        if (exchange.getMessage().getBody().equals("bad")) {
                            throw new IllegalStateException("planted");
                        }
                    });
                }
            });
            camel.start();
            assertThat(watch.last("one")).isEmpty();

            camel.createProducerTemplate().sendBody("direct:one", "good");
            assertThat(watch.last("one").orElseThrow().failed()).isFalse();
            assertThat(watch.redeliveries("one")).isZero();

            catchThrowable(() -> camel.createProducerTemplate().sendBody("direct:one", "bad"));
            assertThat(watch.last("one").orElseThrow().failed()).isTrue();
            assertThat(watch.redeliveries("one")).isEqualTo(2);
        }
    }

    @Test
    void theStepsOfARouteAndWhoCallsIt() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/20-consent-gate.camel.yaml"));

            RoutePicture picture =
                    RoutePicture.of(camel.getRouteDefinition("worker-consent-gate"), camel.getRouteDefinitions());

            assertThat(picture.from()).isEqualTo("direct:worker-consent-gate");
            assertThat(picture.callers()).containsExactly("consent-gate");
            assertThat(picture.steps())
                    .extracting(RoutePicture.Step::depth, RoutePicture.Step::id, RoutePicture.Step::calls)
                    .startsWith(
                            tuple(0, "worker-or-fault", ""),
                            tuple(1, "admit", "consentGate.chunks"),
                            tuple(1, "each-chunk", ""))
                    .contains(tuple(3, "gate-to-gather", "direct:gather"));
        }
    }
}
