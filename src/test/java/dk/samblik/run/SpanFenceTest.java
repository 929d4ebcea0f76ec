package dk.samblik.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A span leaves the hub only with what is listed. */
class SpanFenceTest {

    private static final String SECRET = "KANARIEFUGL 1203859900";

    /** Whether a span of this name, made so, is among what the collector gets. */
    private static boolean leaves(String name, Consumer<Span> made) {
        Got collector = new Got(new ArrayList<>());
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new SpanFence(collector)))
                .build()) {
            Span span = provider.get("test").spanBuilder(name).startSpan();
            made.accept(span);
            span.end();
        }
        return !collector.spans().isEmpty();
    }

    private record Got(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void idsCodesAndCountsLeave() {
        assertThat(leaves(
                        "ask",
                        span -> span.setAttribute(
                                        SpanFence.RUN, UUID.randomUUID().toString())
                                .setAttribute(SpanFence.KIND, "NIGHTLY")
                                .setAttribute(SpanFence.REGISTER, "boern-og-unge")
                                .setAttribute(SpanFence.FAULT, "NotAnswered")
                                .setAttribute(SpanFence.HOUSEHOLDS, 50)
                                .setStatus(StatusCode.ERROR)))
                .isTrue();
    }

    @Test
    void anythingElseStays() {
        assertThat(leaves(SECRET, span -> {})).isFalse();
        assertThat(leaves("ask", span -> span.setAttribute(AttributeKey.stringKey("url.full"), "/borgere")))
                .isFalse();
        assertThat(leaves("ask", span -> span.setAttribute(SpanFence.RUN, SECRET)))
                .isFalse();
        assertThat(leaves("ask", span -> span.setAttribute(SpanFence.FAULT, SECRET)))
                .isFalse();
        assertThat(leaves("ask", span -> span.setAttribute(SpanFence.REGISTER, "1203859900")))
                .isFalse();
        assertThat(leaves("ask", span -> span.recordException(new IllegalStateException(SECRET))))
                .isFalse();
        assertThat(leaves("ask", span -> span.setStatus(StatusCode.ERROR, SECRET)))
                .isFalse();
    }
}
