package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the night that the clockwork asks for, once for each time it is due: a clock that was put back asks again. */
@Component
class Nightly {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);

    private final Runs runs;
    private final Database database;
    private final CivilClock clock;
    private final String cron;

    Nightly(
            Runs runs,
            @Qualifier("pipelineDatabase") Database database,
            CivilClock clock,
            @Value("${samblik.run.nightly}") String nightly) {
        this.runs = runs;
        this.database = database;
        this.clock = clock;
        this.cron = nightly;
    }

    /** As {@link Runs#openNightly}; empty, too, when the night that is due has been opened before. */
    public List<Run> open() {
        boolean again = NightHour.due(cron, clock.now()).filter(this::opened).isPresent();
        if (again) {
            LOG.warn("the night that is due has been opened before; the clock was moved, or another process opened it");
        }
        return again ? List.of() : runs.openNightly();
    }

    private boolean opened(NightHour.Due due) {
        return database.sql()
                .sql("""
                        select exists (select from run where kind = 'NIGHTLY' and reason = 'SCHEDULE'
                          and requested_at >= :since and requested_at < :next)
                        """)
                .param("since", Timestamp.from(due.since()))
                .param("next", Timestamp.from(due.next()))
                .query(Boolean.class)
                .single();
    }
}
