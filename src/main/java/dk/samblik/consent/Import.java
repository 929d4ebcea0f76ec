package dk.samblik.consent;

import dk.samblik.access.AccessLog;
import dk.samblik.access.Staff;
import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes files from the consent desk. A file is taken whole in one transaction, or nothing of it; the same file twice
 * changes nothing. Afterwards the rows in force follow, as far as the population register can be relied on; the next run
 * brings them in step in any case.
 */
@Component
public class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);
    private static final int SETTLED_TOGETHER = 500;

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final Consents consents;
    private final RequiredSnapshot snapshot;
    private final Settling settling;
    private final Population population;
    private final Staff staff;
    private final Programmes programmes;

    Import(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            Consents consents,
            RequiredSnapshot snapshot,
            Settling settling,
            Population population,
            Staff staff,
            Programmes programmes) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.consents = consents;
        this.snapshot = snapshot;
        this.settling = settling;
        this.population = population;
        this.staff = staff;
        this.programmes = programmes;
    }

    /** Ends the transaction of a file that was refused. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes households and their members: new ones, and changes to those there are. */
    public ImportResult households(Path file) {
        return take(file, "households", new HouseholdsFile(web, vault), requestId());
    }

    /** Takes consents: new versions; those that are recorded stay as they are. */
    public ImportResult consents(Path file) {
        loadPopulation();
        String requestId = requestId();
        return take(
                file,
                "consents",
                new ConsentsFile(consents, vault, log, snapshot, RecordedBy.file(requestId)),
                requestId);
    }

    /** Takes teams: each in the file replaces the team of that name. A title no programme names is remarked on. */
    public ImportResult teams(Path file) {
        return take(file, "teams", new TeamsFile(web, staff, programmes), requestId());
    }

    private ImportResult take(Path file, String list, ImportFile taken, String requestId) {
        Refusals refusals = new Refusals();
        int[] entries = new int[1];
        try {
            web.doInTransaction(() -> {
                entries[0] = new EntryFile(list).read(file, refusals, batch -> taken.take(batch, refusals));
                if (!refusals.none()) {
                    throw new NotTaken();
                }
                taken.complete();
            });
        } catch (NotTaken refused) {
            return new ImportResult(entries[0], 0, refusals.list(), List.of());
        }
        settle(List.copyOf(taken.touched()), requestId);
        return new ImportResult(entries[0], taken.stored(), List.of(), taken.remarks());
    }

    private void settle(List<HouseholdId> touched, String requestId) {
        try {
            for (int from = 0; from < touched.size(); from += SETTLED_TOGETHER) {
                List<HouseholdId> some = touched.subList(from, Math.min(from + SETTLED_TOGETHER, touched.size()));
                List<HouseholdId> with = consents.withConsents(some);
                if (!with.isEmpty()) {
                    loadPopulation();
                    settling.settle(with, requestId, null);
                }
            }
        } catch (PopulationUnavailable unreliable) {
            LOG.warn("what is in force follows with the next run: population register {}", unreliable.reason());
        }
    }

    private void loadPopulation() {
        try {
            population.load();
        } catch (PopulationUnavailable unreliable) {
            LOG.info("population register {}", unreliable.reason());
        }
    }

    private static String requestId() {
        return "import-" + UUID.randomUUID();
    }
}
