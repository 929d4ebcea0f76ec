package dk.samblik.consent;

import dk.samblik.access.Erased;
import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Finishes what a commit began: destroys keys that are due and writes what was taken away to the journal outside the
 * database. The database notes it in the commit itself, so that nothing is lost between; every step may be done twice.
 */
@Component
class Erasures implements InitializingBean, DisposableBean {

    /** A note that the household's key is due. */
    static final String KEY = "key";

    /** A note that a draw's key is due; the id is the draw's. */
    private static final String DRAW = "draw";

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Timer REMOVAL = Timer.builder("samblik.consent.withdrawal")
            .description("from the end of a consent until the last trace was gone")
            .serviceLevelObjectives(
                    Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1))
            .register(Metrics.globalRegistry);
    private static final int TOGETHER = 1_000;
    private static final int MINUTES = 1;
    /** Taken by who commits first; whoever comes meanwhile waits, and finds them gone. */
    private static final String TAKE = """
            delete from erasure where erasure_id = any(array(select erasure_id from erasure order by at limit :most))
            returning *
            """;

    private final Database web;
    private final Vault vault;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "erasures");
        made.setDaemon(true);
        return made;
    });

    Erasures(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    /** What an earlier process left is finished at once; what anybody leaves from now on within a minute. */
    @Override
    public void afterPropertiesSet() {
        settle(web, vault);
        thread.scheduleWithFixedDelay(() -> settle(web, vault), MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }

    /** Does what is noted. Never fails whoever called: the rows are gone already, and the rest is tried again. */
    static void settle(Database database, Vault vault) {
        try {
            int done = TOGETHER;
            while (done == TOGETHER) {
                done = database.inTransaction(() -> some(database, vault));
            }
        } catch (RuntimeException fault) {
            LOG.error(
                    "what was withdrawn is gone, but its key or journal waits: {}",
                    fault.getClass().getSimpleName());
        }
    }

    private static int some(Database database, Vault vault) {
        List<Erased> notes = database.sql().sql(TAKE).param("most", TOGETHER).query(Erasures::note).list().stream()
                .sorted(Comparator.comparing(Erased::at))
                .toList();
        if (notes.isEmpty()) {
            return 0;
        }
        List<HouseholdId> due = notes.stream()
                .filter(Erasures::keyIsDue)
                .map(note -> new HouseholdId(note.household()))
                .toList();
        if (!due.isEmpty()) {
            vault.destroy(due);
        }
        notes.stream().filter(Erasures::drawIsOver).forEach(note -> vault.endDraw(note.household()));
        // Written before the notes are gone for good: twice does no harm, never would.
        vault.journal(notes.stream()
                .filter(note -> !keyIsDue(note) && !drawIsOver(note))
                .toList());
        notes.forEach(Erasures::measure);
        return notes.size();
    }

    private static void measure(Erased note) {
        Duration took = Duration.between(note.at(), Instant.now());
        REMOVAL.record(took.isNegative() ? Duration.ZERO : took);
    }

    private static boolean keyIsDue(Erased note) {
        return note.what().equals(List.of(KEY));
    }

    private static boolean drawIsOver(Erased note) {
        return note.what().equals(List.of(DRAW));
    }

    private static Erased note(ResultSet row, int number) throws SQLException {
        return new Erased(
                Rows.id(row, "household_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                List.of(row.getString("what").split(" ")));
    }
}
