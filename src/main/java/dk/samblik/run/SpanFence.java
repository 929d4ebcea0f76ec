package dk.samblik.run;

import io.micrometer.core.instrument.Metrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last thing before a span leaves the hub: one that holds anything but what is listed here stays. Ids of runs, names of
 * routes and registers, kinds, class names of faults, and counts; never a text that came with a message.
 */
record SpanFence(SpanExporter collector) implements SpanExporter {

    static final AttributeKey<String> RUN = AttributeKey.stringKey("samblik.run");
    static final AttributeKey<String> KIND = AttributeKey.stringKey("samblik.kind");
    static final AttributeKey<String> REGISTER = AttributeKey.stringKey("samblik.register");
    static final AttributeKey<String> FAULT = AttributeKey.stringKey("samblik.fault");
    static final AttributeKey<Long> HOUSEHOLDS = AttributeKey.longKey("samblik.households");

    /** Whose spans these are: no machine, no user, no process. */
    static final Resource ABOUT_US = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "samblik"));

    private static final Set<AttributeKey<?>> KNOWN = Set.of(RUN, KIND, REGISTER, FAULT, HOUSEHOLDS);
    private static final Set<String> NAMES = Set.of("run", "chunk", "ask", "publish");

    /** An id, a name of a file of ours or a class name; ten digits in a row are in none but a run's id. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_$-]*");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> let = spans.stream().filter(SpanFence::bare).toList();
        Metrics.counter("samblik.telemetry.spans", "outcome", "held").increment(spans.size() - let.size());
        if (let.isEmpty()) {
            return CompletableResultCode.ofSuccess();
        }
        CompletableResultCode sent = collector.export(let);
        return sent.whenComplete(
                () -> Metrics.counter("samblik.telemetry.spans", "outcome", sent.isSuccess() ? "sent" : "lost")
                        .increment(let.size()));
    }

    /** Whether there is nothing in it but what is listed. */
    static boolean bare(SpanData span) {
        return NAMES.contains(span.getName())
                && span.getEvents().isEmpty()
                && span.getLinks().isEmpty()
                && span.getStatus().getDescription().isEmpty()
                && span.getAttributes().asMap().entrySet().stream()
                        .allMatch(each -> KNOWN.contains(each.getKey()) && coded(each.getKey(), each.getValue()));
    }

    private static boolean coded(AttributeKey<?> key, Object value) {
        return value instanceof Long
                || (key.equals(RUN) ? ID : CODE).matcher(value.toString()).matches();
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }
}
