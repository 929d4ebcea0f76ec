package dk.samblik.campaign;

import dk.samblik.demo.Hub;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;

/**
 * Nights of a resident hub whose own clockwork stands still: the test is the timer that looks for work, so that every
 * operation of a night is the night's own.
 */
record Nights(Hub hub) {

    /** Settings under which a hub does nothing unless it is told to, and a night is some chunks long. */
    static Map<String, Object> settings(int chunk) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("samblik.run.look", "86400000");
        settings.put("samblik.run.heartbeat", "1d");
        settings.put("samblik.run.chunk", String.valueOf(chunk));
        settings.put("samblik.register.social.pace", "0ms");
        // A database that is put back is shorter than its checkpoints say: no place takes any, and none is tried.
        settings.put("samblik.access.checkpoints.folder", "/dev/null/none");
        settings.put("samblik.access.checkpoints.look", "1d");
        return settings;
    }

    private static final String TICK = "seda:refresh?waitForTaskToComplete=Always&timeout=0";

    /** Puts a night in the queue and lets the hub look for work once; returns when it has nothing more in hand. */
    void night() {
        hub.bean(Runs.class).requestNightly("campaign", "TEST");
        tick();
    }

    /** As {@link #night()}; a fault that reaches whoever asked for the night is that fault's end. */
    void disturbedNight() {
        try {
            night();
        } catch (RuntimeException metTheFault) {
            // what it left behind is what the campaign is about
        }
    }

    /** The hub looks for work once, as it does every few seconds. */
    void tick() {
        hub.bean(ProducerTemplate.class).sendBody(TICK, "");
    }

    /** Every file lies there as if it had just been delivered, so that the next night scans it. */
    void deliverAnew() {
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        Stream.of(
                        hub.registers().cprFolder(),
                        hub.registers().jobcenterFolder(),
                        hub.registers().boligFolder())
                .forEach(folder -> touch(folder, now));
    }

    private static void touch(Path folder, FileTime now) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any run is open. */
    boolean open() {
        return hub.bean(Runs.class).recent(5).stream().map(RunSummary::state).anyMatch(state -> !state.ended());
    }
}
