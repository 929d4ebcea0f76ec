package dk.samblik.bench;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a night is under way while something else is measured: when one has ended, the next is asked for. The
 * last one is not waited for.
 */
final class Nightlong {

    private final Resident hub;
    private @Nullable UUID night;

    Nightlong(Resident hub) {
        this.hub = hub;
    }

    /** Returns when a night is under way. */
    void go() {
        while (!running()) {
            if (night == null || hub.ended(night)) {
                night = hub.request();
            }
            pause();
        }
    }

    private boolean running() {
        return night != null
                && hub.owner()
                        .sql("select state = 'RUNNING' from run where run_id = :run")
                        .param("run", night)
                        .query(Boolean.class)
                        .single();
    }

    static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
