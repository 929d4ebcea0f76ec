package dk.samblik.household;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes a message to the log as one line with nothing in it that looks like a CPR number. */
public final class SafeMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return LogText.line(super.convert(event));
    }
}
