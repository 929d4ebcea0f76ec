package dk.samblik.run;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends spans of runs, chunks and questions to a collector, where one is configured; else nothing of this is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetrySettings.class)
class Telemetry {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Sends in the background; what the collector does not take is dropped, and no run waits for it. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("samblik.telemetry.traces")
    SdkTracerProvider spans(TelemetrySettings settings) {
        OtlpHttpSpanExporter collector = OtlpHttpSpanExporter.builder()
                .setEndpoint(String.valueOf(settings.traces()))
                .setTimeout(PATIENCE)
                .setConnectTimeout(PATIENCE)
                .build();
        return SdkTracerProvider.builder()
                .setResource(SpanFence.ABOUT_US)
                .addSpanProcessor(BatchSpanProcessor.builder(new SpanFence(collector))
                        .setExporterTimeout(PATIENCE)
                        .build())
                .build();
    }

    @Bean
    @ConditionalOnProperty("samblik.telemetry.traces")
    RouteSpans routeSpans(SdkTracerProvider spans) {
        return new RouteSpans(spans.get("samblik"));
    }
}
