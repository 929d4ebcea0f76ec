package dk.samblik.view;

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
import dk.samblik.quarantine.Quarantine.Judged;
import dk.samblik.register.FetchTimes;
import dk.samblik.run.Ledger;
import dk.samblik.run.Run;
import dk.samblik.run.WorkItems;
import dk.samblik.run.WorkItems.Result;
import dk.samblik.run.WorkItems.Settled;
import dk.samblik.storage.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Stores what the registers answered about a chunk, in one transaction and a number of statements that does not grow with
 * the chunk: sections that changed, how fresh all is, refused rows, counts, the next version of each view, and the work
 * items. Where one household fails, or a withdrawal meets it half-way, each is stored alone: it stops no other.
 */
@Component("publish")
public class Publish {

    private static final Logger LOG = LoggerFactory.getLogger(Publish.class);
    private static final int ATTEMPTS = 10;

    private final Database database;
    private final Locks locks;
    private final Sections sections;
    private final Silence silence;
    private final Vault vault;
    private final ConsentGate gate;
    private final Quarantine quarantine;
    private final Ledger ledger;
    private final WorkItems items;
    private final PublishNews news;
    private final CivilClock clock;

    Publish(
            @Qualifier("pipelineDatabase") Database database,
            Silence silence,
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
        this.silence = silence;
        this.vault = vault;
        this.gate = gate;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.items = items;
        this.news = news;
        this.clock = clock;
    }

    /** Another holder has taken a household over; what we did must not be committed. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What was answered in one run, about those whom the gate still lets through. */
    private record Round(Run run, Map<HouseholdId, ConsentedHousehold> open, List<Answer> answers) {}

    /** Publishes every household of the chunk that these answers are about. */
    public void publish(List<Answer> answers) {
        Chunk chunk = answers.get(0).chunk();
        List<Answer> sorted = silence.heard(chunk, answers).stream()
                .sorted(Comparator.comparing(Answer::register))
                .toList();
        Map<HouseholdId, ConsentedHousehold> open = gate.recheckAll(chunk.households());
        vault.admit(open.keySet());
        together(new Round(chunk.run(), open, sorted), chunk.households());
        ledger.took(
                chunk.run().id(),
                sorted.stream()
                        .filter(answer -> !answer.persons().isEmpty())
                        .collect(Collectors.toMap(Answer::register, Answer::took)));
        sorted.stream()
                .filter(answer -> answer.asOf() != null && !answer.persons().isEmpty())
                .forEach(answer -> FetchTimes.answered(answer.register(), answer.took()));
        news.tell(chunk.run(), sorted);
    }

    private void together(Round round, List<ConsentedHousehold> asked) {
        try {
            database.inTransaction(() -> store(round, asked)).count();
        } catch (RuntimeException fault) {
            // A withdrawal, another holder or a fault met one of them: alone, each gets what is due to it.
            String failure = fault.getClass().getSimpleName();
            LOG.info("run {} stores {} households one by one: {}", round.run().id(), asked.size(), failure);
            asked.forEach(household -> alone(round, household));
        }
    }

    private void alone(Round round, ConsentedHousehold asked) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                database.inTransaction(() -> store(round, List.of(asked))).count();
                return;
            } catch (TakenOver another) {
                LOG.info("run {} household {} was taken over", round.run().id(), asked.id());
                return;
            } catch (TransientDataAccessException | DataIntegrityViolationException raced) {
                // A withdrawal or another run met us half-way; what stands is read anew, and decided anew.
                if (attempt == ATTEMPTS) {
                    fail(round.run(), asked.id(), raced);
                }
            } catch (RuntimeException fault) {
                fail(round.run(), asked.id(), fault);
                return;
            }
        }
    }

    private void fail(Run run, HouseholdId household, RuntimeException fault) {
        String failure = fault.getClass().getSimpleName();
        LOG.error("run {} household {} failed: {}", run.id(), household, failure);
        items.fail(run, List.of(household), failure);
    }

    private PublishFigures store(Round round, List<ConsentedHousehold> asked) {
        Run run = round.run();
        Map<HouseholdId, Stored> stored =
                locks.lock(asked.stream().map(ConsentedHousehold::id).toList(), clock.today());
        List<Publication> publications = new ArrayList<>();
        List<Settled> settled = new ArrayList<>();
        List<Ledger.Count> counts = new ArrayList<>();
        for (ConsentedHousehold household : asked) {
            Stored standing = stored.get(household.id());
            if (standing == null) {
                settled.add(new Settled(household.id(), Result.KEPT, null));
                continue;
            }
            Draft draft = draft(round, household, standing);
            Publication publication = Publication.of(household.id(), standing, draft);
            publications.add(publication);
            settled.add(settled(publication));
            counts.addAll(RowCounts.of(household, round.answers(), draft));
        }
        List<Judged> judged = publications.stream()
                .flatMap(one -> one.draft().judged.stream())
                .toList();
        if (run.kind() == Run.Kind.REPLAY && quarantine.counted(run.id(), judged)) {
            finishTry(run, asked);
            return new PublishFigures(List.of(), List.of());
        }
        sections.write(run, publications, clock.now());
        quarantine.replace(run.id(), judged);
        if (!items.finish(run, settled)) {
            throw new TakenOver();
        }
        ledger.add(run.id(), counts);
        return new PublishFigures(settled, counts);
    }

    /** A try settles its households as if nothing had been new, and stores nothing. */
    private void finishTry(Run run, List<ConsentedHousehold> asked) {
        List<Settled> settled = asked.stream()
                .map(household -> new Settled(household.id(), Result.UNCHANGED, null))
                .toList();
        if (!items.finish(run, settled)) {
            throw new TakenOver();
        }
    }

    private static Settled settled(Publication publication) {
        if (publication.changed()) {
            return new Settled(publication.household(), Result.UPDATED, publication.version());
        }
        Result unpublished = publication.draft().kept() ? Result.KEPT : Result.UNCHANGED;
        return new Settled(publication.household(), unpublished, null);
    }

    /** Takes the answers about those who may still be published; of the others what stands is left to the gate. */
    private Draft draft(Round round, ConsentedHousehold asked, Stored stored) {
        Draft draft = new Draft(asked.id(), stored, round.run().fence(), vault);
        List<ConsentedPerson> still = Optional.ofNullable(round.open().get(asked.id()))
                .map(ConsentedHousehold::persons)
                .orElse(List.of());
        if (still.size() < asked.persons().size()) {
            draft.keep();
        }
        for (Answer answer : round.answers()) {
            for (ConsentedPerson person : still) {
                Outcome outcome = answer.persons().get(person.id());
                if (outcome != null) {
                    draft.take(answer, person.id(), outcome);
                }
            }
        }
        return draft;
    }
}
