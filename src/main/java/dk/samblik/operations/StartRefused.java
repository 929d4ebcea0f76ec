package dk.samblik.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one sentence why the hub does not start, where a check of ours refused: what is wrong, and what to set or do. At
 * start nobody's data has been read, so the message of the exception may be shown.
 */
final class StartRefused extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Throwable cause) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        boolean ours = frames.length > 0 && frames[0].getClassName().startsWith("dk.samblik.");
        return ours && root.getMessage() != null
                ? new FailureAnalysis(root.getMessage(), "See docs/configuration.md for every setting.", root)
                : null;
    }
}
