package dk.samblik.api;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Progress;
import dk.samblik.run.Progress.Event;
import dk.samblik.run.Progress.Step;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Open streams of other systems that follow a refresh. Events are numbered from 0 ({@code started}) as the run tells them, so
 * that a client that comes back with the number of its last one gets those after it. A stream ends with {@code published},
 * {@code failed} or {@code withdrawn}, also where another node did the work. Nothing is told once nobody consents any more.
 */
@Component
@ConditionalOnProperty("samblik.api.enabled")
class RunEvents {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long RECONNECT_MILLIS = 3000;
    private static final long NONE = -1;

    private final Progress progress;
    private final Runs runs;
    private final Database database;
    private final CivilClock clock;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    RunEvents(Progress progress, Runs runs, @Qualifier("webDatabase") Database database, CivilClock clock) {
        this.progress = progress;
        this.runs = runs;
        this.database = database;
        this.clock = clock;
    }

    private record Now(int version, boolean consented) {}

    /** A stream of what happens after the event of this number; an unreadable number is none. */
    SseEmitter open(RunId run, HouseholdId household, Predicate<String> known, String last) {
        Stream stream = new Stream(run, household, known, number(last));
        Runnable leave = progress.follow(run, event -> stream.goOn());
        stream.emitter.onCompletion(() -> {
            leave.run();
            open.remove(stream);
        });
        stream.emitter.onTimeout(stream.emitter::complete);
        open.add(stream);
        stream.goOn();
        return stream.emitter;
    }

    private static long number(String last) {
        return last.matches("\\d{1,18}") ? Long.parseLong(last) : NONE;
    }

    /** Keeps the connections from being cut by something in between, and hears of ends that were told elsewhere. */
    @Scheduled(fixedRate = 15_000)
    void beat() {
        open.forEach(Stream::beat);
    }

    private Now now(HouseholdId household) {
        return database.sql()
                .sql("""
                        select view_version, exists (select from consent_in_force c where c.household_id = h.household_id
                                 and :today between c.valid_from and c.valid_to)
                          from household h where household_id = :id
                        """)
                .param("today", clock.today())
                .param("id", household.value())
                .query((row, number) -> new Now(row.getInt(1), row.getBoolean(2)))
                .optional()
                .orElse(new Now(0, false));
    }

    private final class Stream {

        private final RunId run;
        private final HouseholdId household;
        private final Predicate<String> known;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private long last;
        private boolean over;

        private Stream(RunId run, HouseholdId household, Predicate<String> known, long last) {
            this.run = run;
            this.household = household;
            this.known = known;
            this.last = last;
        }

        /** Tells what has not been told, and the end where the run has ended. */
        private synchronized void goOn() {
            try {
                if (!over) {
                    tellAll();
                }
            } catch (IOException | IllegalStateException clientLeft) {
                over = true;
                open.remove(this);
            }
        }

        private void tellAll() throws IOException {
            Now now = now(household);
            if (!now.consented()) {
                end("withdrawn", last + 1, Map.of("run", run.toString()));
                return;
            }
            if (last == NONE) {
                tell("started", 0, Map.of("run", run.toString()));
            }
            for (Event event : progress.told(run)) {
                if (event.number() > last && event.step() != Step.ENDED && known.test(event.register())) {
                    tell(
                            "source",
                            event.number(),
                            Map.of(
                                    "run", run.toString(),
                                    "source", event.register(),
                                    "step", event.step().name(),
                                    "facts", event.facts()));
                }
            }
            Optional<RunSummary> ended =
                    runs.find(run).filter(one -> one.state().ended());
            if (ended.isPresent()) {
                end(ended.get(), now);
            }
        }

        private void end(RunSummary summary, Now now) throws IOException {
            long number = Math.max(last, progress.told(run).size()) + 1;
            boolean failed = summary.state() == RunSummary.State.FAILED
                    || summary.state() == RunSummary.State.STOPPED
                    || summary.households("FAILED") > 0;
            end(
                    failed ? "failed" : "published",
                    number,
                    Map.of(
                            "run", run.toString(),
                            "version", now.version(),
                            "changed", summary.households("UPDATED") > 0));
        }

        private void end(String name, long number, Map<String, Object> data) throws IOException {
            over = true;
            tell(name, number, data);
            emitter.complete();
        }

        private void tell(String name, long number, Map<String, Object> data) throws IOException {
            last = number;
            emitter.send(SseEmitter.event()
                    .id(Long.toString(number))
                    .reconnectTime(RECONNECT_MILLIS)
                    .name(name)
                    .data(new TreeMap<>(data), MediaType.APPLICATION_JSON));
        }

        private synchronized void beat() {
            try {
                if (!over) {
                    emitter.send(SseEmitter.event().comment("."));
                }
            } catch (IOException | IllegalStateException clientLeft) {
                over = true;
                open.remove(this);
                return;
            }
            goOn();
        }
    }
}
