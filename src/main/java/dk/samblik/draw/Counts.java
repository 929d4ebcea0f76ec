package dk.samblik.draw;

import dk.samblik.access.Grant;
import dk.samblik.draw.Attempt.Came;
import dk.samblik.draw.Attempt.Stage;
import dk.samblik.draw.Attempt.What;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.programme.Programme;
import dk.samblik.register.RegisterUnavailable;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts and locks draws beside the pages, one after another, so that leaving a page stops nothing. Who is counted is in
 * memory alone: a hub that stops keeps nothing of it, and the page says that it was interrupted.
 */
@Component
class Counts implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Counts.class);

    private final Attempts attempts;
    private final Counting counting;
    private final Draws draws;
    private final Locking locking;
    private final Set<Underway> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(named("draw"));
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(named("draw-beat"));

    Counts(Attempts attempts, Counting counting, Draws draws, Locking locking) {
        this.attempts = attempts;
        this.counting = counting;
        this.draws = draws;
        this.locking = locking;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void afterPropertiesSet() {
        beat.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
    }

    private void tell() {
        try {
            inHand.forEach(one -> one.tell(attempts));
        } catch (RuntimeException later) {
            LOG.warn("how far a count is was not written: {}", later.getClass().getSimpleName());
        }
    }

    /** What this process has in hand is over with it, and says so, before the line waits for what is in it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        inHand.forEach(one -> {
            end(one, Came.INTERRUPTED, null);
            one.over();
        });
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        beat.shutdownNow();
    }

    /** Begins to count, against a look that is in the access log; does nothing where a count goes on already. */
    void count(Grant look, Programme programme, Draw draw, String by) {
        begin(draw, What.COUNT, by, underway -> {
            Pool pool = counting.pool(look, programme, draw, underway);
            underway.at(Stage.KEEPING);
            draws.counted(
                    draw, pool, suppressBelow(programme), () -> attempts.end(underway.attempt(), Came.DONE, null));
            return Came.DONE;
        });
    }

    /** Begins to lock, by the second person's hand; as the other. */
    void lock(Grant look, Programme programme, Draw draw, String by) {
        begin(
                draw,
                What.LOCK,
                by,
                underway -> locking.lock(look, programme, draw, by, suppressBelow(programme), underway));
    }

    private static int suppressBelow(Programme programme) {
        return Objects.requireNonNull(programme.draw()).suppressBelow();
    }

    /** Stops it; what was counted is kept nowhere. */
    void stop(Draw draw) {
        Attempt attempt = draw.attempt();
        if (attempt != null) {
            attempts.end(attempt.id(), Came.STOPPED, null);
        }
    }

    private void begin(Draw draw, What what, String by, Function<Underway, Came> work) {
        attempts.begin(draw, what, by).ifPresent(id -> {
            Underway underway = new Underway(id);
            inHand.add(underway);
            worker.execute(() -> go(underway, work));
        });
    }

    private void go(Underway underway, Function<Underway, Came> work) {
        try {
            underway.tell(attempts);
            end(underway, underway.wanted() ? work.apply(underway) : Came.STOPPED, null);
        } catch (RegisterUnavailable out) {
            end(underway, Came.DOWN, out.register());
        } catch (PopulationUnavailable out) {
            end(underway, Came.NO_POPULATION, null);
        } catch (NoMunicipality unknown) {
            end(underway, Came.NO_MUNICIPALITY, null);
        } catch (RuntimeException fault) {
            LOG.error("a draw could not be counted", fault);
            end(underway, Came.FAILED, null);
        }
    }

    /** Where nobody has ended it yet. One that cannot be written is taken for lost. */
    private void end(Underway underway, Came came, @Nullable String register) {
        inHand.remove(underway);
        try {
            attempts.end(underway.attempt(), came, register);
        } catch (RuntimeException out) {
            LOG.error("the end of a count was not written: {}", out.getClass().getSimpleName());
        }
    }
}
