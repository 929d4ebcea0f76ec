package dk.samblik.team;

import dk.samblik.household.RunId;
import dk.samblik.run.Progress;
import dk.samblik.run.Progress.Event;
import dk.samblik.run.Progress.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Open connections of browsers that follow a run. An event carries its number and nothing else; a browser that comes back
 * needs no replay, since the part of the page it then asks for holds all there is.
 */
@Component
class ProgressStreams {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long RECONNECT_MILLIS = 3000;

    private final Progress progress;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    ProgressStreams(Progress progress) {
        this.progress = progress;
    }

    /**
     * A stream that tells of every step of the run and ends with it; {@code heard}: the number of the last event the browser
     * had before its connection broke, 0 where it comes for the first time.
     */
    SseEmitter open(RunId run, long heard) {
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        Runnable leave = progress.follow(run, event -> tell(stream, event));
        Runnable gone = () -> {
            leave.run();
            open.remove(stream);
        };
        stream.onCompletion(gone);
        stream.onTimeout(stream::complete);
        stream.onError(fault -> gone.run());
        open.add(stream);
        List<Event> told = progress.told(run);
        if (told.size() > heard) {
            tell(stream, told.get(told.size() - 1));
        }
        return stream;
    }

    private void tell(SseEmitter stream, Event event) {
        boolean last = event.step() == Step.ENDED;
        try {
            stream.send(SseEmitter.event()
                    .id(Long.toString(event.number()))
                    .reconnectTime(RECONNECT_MILLIS)
                    .name(last ? "ended" : "step")
                    .data(""));
            if (last) {
                stream.complete();
            }
        } catch (IOException | IllegalStateException browserLeft) {
            open.remove(stream);
        }
    }

    /** Keeps the connections from being cut by something in between. */
    @Scheduled(fixedRate = 15_000)
    void beat() {
        for (SseEmitter stream : open) {
            try {
                stream.send(SseEmitter.event().comment("."));
            } catch (IOException | IllegalStateException browserLeft) {
                open.remove(stream);
            }
        }
    }
}
