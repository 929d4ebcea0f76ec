package dk.samblik.household;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * Writes the log as one JSON object a line, for machines: {@code time} (UTC), {@code level}, {@code logger},
 * {@code message}, and where they are known {@code run}, {@code trace} (a request, as the access log has it) and
 * {@code thrown}. There is no other field.
 */
public final class JsonLines implements StructuredLogFormatter<ILoggingEvent> {

    /** The name under which a request's number is kept while it is at work. */
    public static final String TRACE = "trace";

    private final QuietThrowable throwable = new QuietThrowable();
    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(fields -> {
                fields.add("time", ILoggingEvent::getInstant).as(Objects::toString);
                fields.add("level", event -> event.getLevel().toString());
                fields.add("logger", ILoggingEvent::getLoggerName);
                fields.add("message", event -> LogText.line(event.getFormattedMessage()));
                fields.add("run", JsonLines::run).whenNotNull();
                fields.add(TRACE, event -> event.getMDCPropertyMap().get(TRACE)).whenNotNull();
                fields.add("thrown", this::thrown).whenHasLength();
            })
            .withNewLineAtEnd();

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    private static @Nullable String run(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray();
        return arguments == null
                ? null
                : Stream.of(arguments)
                        .filter(RunId.class::isInstance)
                        .map(Object::toString)
                        .findFirst()
                        .orElse(null);
    }

    private String thrown(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : throwable.throwableProxyToString(event.getThrowableProxy());
    }
}
