package dk.samblik.alarm;

import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every minute how the hub stands: writes down what is wrong, tells whoever is to be told, and brings the figures up
 * to date. On a thread of its own, since it must see that the line does not run.
 */
@Component
public class Alarms implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration SHOWN = Duration.ofDays(3);

    private final StandingReader reader;
    private final AlarmSettings settings;
    private final AlarmBook book;
    private final AlarmPost post;
    private final Figures figures;
    private final CivilClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "alarms");
        made.setDaemon(true);
        return made;
    });

    Alarms(
            StandingReader reader,
            AlarmSettings settings,
            AlarmBook book,
            AlarmPost post,
            Figures figures,
            CivilClock clock) {
        this.reader = reader;
        this.settings = settings;
        this.book = book;
        this.post = post;
        this.figures = figures;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long every = settings.look().toMillis();
        thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /** Looks once. Never throws: where nothing can be read, no alarm begins and none ends. */
    void look() {
        try {
            Standing standing = reader.now();
            Set<Sign> signs = Signs.of(standing, settings);
            figures.show(standing, signs);
            book.found(signs);
            post.send();
        } catch (RuntimeException fault) {
            LOG.error("no look at alarms: {}", fault.getClass().getName());
        }
    }

    /** What is wrong now and what was lately, in the words of the page of operations. */
    public List<AlarmLine> lines(Words words) {
        return book.since(clock.now().minus(SHOWN)).stream()
                .map(alarm -> AlarmLine.of(alarm, words))
                .toList();
    }
}
