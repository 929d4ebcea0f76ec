package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.household.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What a run is doing right now, told in steps and counts to those who follow it; kept in memory for a while. */
@Component
public class Progress {

    private final Map<RunId, Line> lines = new ConcurrentHashMap<>();
    private final RunSettings settings;
    private final CivilClock clock;

    Progress(RunSettings settings, CivilClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** How far one register is. */
    public enum Step {
        WAITING,
        FETCHING,
        READING,
        DONE,
        DOWN,
        NOT_IN_SCOPE,
        /** The run itself has ended; {@code register} is empty. */
        ENDED
    }

    /** One thing told, numbered from 1 within its run. {@code facts} is a count, 0 where none is meant. */
    public record Event(long number, RunId run, String register, Step step, int facts, Instant at) {}

    private static final class Line {
        private final List<Event> told = new ArrayList<>();
        private final List<Consumer<Event>> followers = new CopyOnWriteArrayList<>();
    }

    /** Tells everybody who follows this run. A follower that fails is dropped; the run goes on. */
    public void tell(RunId run, String register, Step step, int facts) {
        sweep();
        Line line = lines.computeIfAbsent(run, id -> new Line());
        Event event;
        synchronized (line) {
            event = new Event(line.told.size() + 1L, run, register, step, facts, clock.now());
            line.told.add(event);
        }
        line.followers.removeIf(follower -> !heard(follower, event));
    }

    private static boolean heard(Consumer<Event> follower, Event event) {
        try {
            follower.accept(event);
            return true;
        } catch (RuntimeException gone) {
            return false;
        }
    }

    /** Everything told of this run so far, in order; empty when the run is not known here. */
    public List<Event> told(RunId run) {
        Line line = lines.get(run);
        if (line == null) {
            return List.of();
        }
        synchronized (line) {
            return List.copyOf(line.told);
        }
    }

    /** Hears what is told from now on, until the returned handle is run. */
    public Runnable follow(RunId run, Consumer<Event> follower) {
        Line line = lines.computeIfAbsent(run, id -> new Line());
        line.followers.add(follower);
        return () -> line.followers.remove(follower);
    }

    private void sweep() {
        Instant old = clock.now().minus(settings.progressKept());
        lines.values().removeIf(line -> {
            synchronized (line) {
                return !line.told.isEmpty()
                        && line.told.get(line.told.size() - 1).at().isBefore(old);
            }
        });
    }
}
