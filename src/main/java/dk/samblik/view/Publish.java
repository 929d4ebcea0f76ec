package dk.samblik.view;

import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentGate;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.quarantine.Quarantine;
import dk.samblik.run.Ledger;
import dk.samblik.run.Run;
import dk.samblik.run.WorkItems;
import dk.samblik.run.WorkItems.Result;
import dk.samblik.storage.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Stores what the registers answered about a chunk, one transaction for each household: sections that changed, how fresh
 * all is, refused rows, counts, the next version of the view, and the work item. A household that fails stops no other.
 */
@Component("publish")
public class Publish {

    private static final Logger LOG = LoggerFactory.getLogger(Publish.class);
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final Locks locks;
    private final Sections sections;
    private final Vault vault;
    private final ConsentGate gate;
    private final Quarantine quarantine;
    private final Ledger ledger;
    private final WorkItems items;
    private final PublishNews news;
    private final CivilClock clock;

    Publish(
            @Qualifier("pipelineDatabase") Database database,
            Vault vault,
            ConsentGate gate,
            Quarantine quarantine,
            Ledger ledger,
            WorkItems items,
            PublishNews news,
            CivilClock clock) {
        this.database = database;
        this.locks = new Locks(database);
        this.sections = new Sections(database, vault);
        this.vault = vault;
        this.gate = gate;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.items = items;
        this.news = news;
        this.clock = clock;
    }

    /** Another holder has taken this household over; what we did must not be committed. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Publishes every household of the chunk that these answers are about. */
    public void publish(List<Answer> answers) {
        Chunk chunk = answers.get(0).chunk();
        List<Answer> sorted =
                answers.stream().sorted(Comparator.comparing(Answer::register)).toList();
        Map<HouseholdId, ConsentedHousehold> open = gate.recheckAll(chunk.households());
        admit(open.keySet());
        for (ConsentedHousehold asked : chunk.households()) {
            publish(chunk.run(), asked, Optional.ofNullable(open.get(asked.id())), sorted);
        }
        sorted.forEach(answer -> ledger.took(chunk.run().id(), answer.register(), answer.took()));
        news.tell(chunk.run(), sorted);
    }

    /** Makes the keys of new households in one write. */
    private void admit(Set<HouseholdId> households) {
        try {
            vault.admit(households);
        } catch (SealBroken oneIsGone) {
            // A key was destroyed since the gate: the others get theirs when they are first sealed.
            LOG.info("keys are made one by one: a household has left");
        }
    }

    private void publish(Run run, ConsentedHousehold asked, Optional<ConsentedHousehold> open, List<Answer> answers) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                database.doInTransaction(() -> store(run, asked, open, answers));
                return;
            } catch (TakenOver another) {
                LOG.info("run {} household {} was taken over", run.id(), asked.id());
                return;
            } catch (TransientDataAccessException | DataIntegrityViolationException raced) {
                // A withdrawal or another run met us half-way; what stands is read anew, and decided anew.
                if (attempt == ATTEMPTS) {
                    fail(run, asked.id(), raced);
                }
            } catch (RuntimeException fault) {
                fail(run, asked.id(), fault);
                return;
            }
        }
    }

    private void fail(Run run, HouseholdId household, RuntimeException fault) {
        String failure = fault.getClass().getSimpleName();
        LOG.error("run {} household {} failed: {}", run.id(), household, failure);
        items.fail(run, List.of(household), failure);
    }

    private void store(Run run, ConsentedHousehold asked, Optional<ConsentedHousehold> open, List<Answer> answers) {
        Instant now = clock.now();
        Optional<Stored> stored = locks.lock(asked.id(), clock.today());
        if (stored.isEmpty()) {
            finish(run, asked.id(), Result.KEPT, null);
            return;
        }
        Draft draft = draft(run, asked, open, answers, stored.get());
        Integer version = write(run, asked.id(), stored.get(), draft, now);
        ledger.add(run.id(), RowCounts.of(asked, answers, draft));
        Result unpublished = draft.kept() ? Result.KEPT : Result.UNCHANGED;
        finish(run, asked.id(), version == null ? unpublished : Result.UPDATED, version);
    }

    /** Takes the answers about those who may still be published; of the others what stands is left to the gate. */
    private Draft draft(
            Run run, ConsentedHousehold asked, Optional<ConsentedHousehold> open, List<Answer> answers, Stored stored) {
        Draft draft = new Draft(asked.id(), stored, run.fence(), vault);
        List<ConsentedPerson> still = open.map(ConsentedHousehold::persons).orElse(List.of());
        if (still.size() < asked.persons().size()) {
            draft.keep();
        }
        for (Answer answer : answers) {
            for (ConsentedPerson person : still) {
                Outcome outcome = answer.persons().get(person.id());
                if (outcome != null) {
                    draft.take(answer, person.id(), outcome);
                }
            }
        }
        return draft;
    }

    /** The new version's number, or null where the view is the one that stands. */
    private @Nullable Integer write(Run run, HouseholdId household, Stored stored, Draft draft, Instant now) {
        byte[] digest = draft.viewDigest();
        boolean changed = !draft.nobody() && !Arrays.equals(digest, stored.digest());
        int version = changed ? stored.version() + 1 : stored.version();
        if (!draft.removed.isEmpty()) {
            sections.remove(draft.removed);
        }
        if (!draft.ended.isEmpty()) {
            sections.end(draft.ended, stored.version());
        }
        if (!draft.opened.isEmpty()) {
            sections.open(household, run, version, draft.opened, now);
        }
        if (!draft.fresh.isEmpty()) {
            sections.refresh(household, run, draft.fresh, now);
        }
        if (!draft.judged.isEmpty()) {
            quarantine.replace(run.id(), household, draft.judged);
        }
        if (changed) {
            sections.publish(household, run, version, digest, now);
        }
        return changed ? version : null;
    }

    private void finish(Run run, HouseholdId household, Result result, @Nullable Integer version) {
        if (!items.finish(run, household, result, version)) {
            throw new TakenOver();
        }
    }
}
