package dk.samblik.household;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes an exception to the log as its class and frames. The message is left out, since those of the JDK, of JDBC and of
 * Camel carry the value that failed; our own exceptions say codes only, and theirs is kept.
 */
public final class QuietThrowable extends ThrowableProxyConverter {

    private static final int MOST_FRAMES = 25;

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy each = thrown; each != null; each = each.getCause()) {
            text.append(each == thrown ? "" : "caused by ").append(each.getClassName());
            if (each.getClassName().startsWith("dk.samblik.") && each.getMessage() != null) {
                text.append(": ").append(LogText.line(each.getMessage()));
            }
            text.append(System.lineSeparator());
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
                text.append("    ").append(frames[i]).append(System.lineSeparator());
            }
        }
        return text.toString();
    }
}
