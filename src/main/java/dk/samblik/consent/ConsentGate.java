package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.run.Run;
import dk.samblik.run.WorkItems;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The only maker of a chunk. Nobody is asked about without a consent in force, given by everybody who must, in a
 * household that is open on the day it is in Copenhagen; and the access log has taken
 * a row for everybody before any register is asked.
 */
@Component
public class ConsentGate {

    private final WorkItems items;
    private final Settling settling;
    private final Recheck recheck;
    private final Leavers leavers;
    private final AccessLog log;
    private final ConsentSettings settings;

    ConsentGate(
            WorkItems items,
            Settling settling,
            Recheck recheck,
            Leavers leavers,
            AccessLog log,
            ConsentSettings settings) {
        this.items = items;
        this.leavers = leavers;
        this.settling = settling;
        this.recheck = recheck;
        this.log = log;
        this.settings = settings;
    }

    /** What comes before a run's first chunk: at night, households that left long ago lose their key and their rows. */
    public void open(Run run) {
        if (run.kind() == Run.Kind.NIGHTLY) {
            leavers.clear();
        }
    }

    /**
     * The open households of a run, a chunk at a time; each is claimed when it is asked for, closed ones are settled. Several
     * workers may each take chunks of one run: no household is in two.
     */
    public Iterator<Chunk> chunks(Run run) {
        return new Chunks(() -> next(run));
    }

    /** The household as it may still be published now; empty when it closed or nobody in it consents any more. */
    public Optional<ConsentedHousehold> recheck(ConsentedHousehold household) {
        return Optional.ofNullable(recheckAll(List.of(household)).get(household.id()));
    }

    /** As {@link #recheck(ConsentedHousehold)} for many in one statement; who may not is not in the answer. */
    public Map<HouseholdId, ConsentedHousehold> recheckAll(Collection<ConsentedHousehold> households) {
        return recheck.all(households);
    }

    /** The next chunk with anybody in it; empty when the run has nothing left to claim. */
    private Optional<Chunk> next(Run run) {
        List<HouseholdId> claimed = items.claim(run);
        while (!claimed.isEmpty()) {
            List<ConsentedHousehold> open = admit(run, claimed);
            if (!open.isEmpty()) {
                return Optional.of(new Chunk(run, open, log.record(fetches(run, open))));
            }
            claimed = items.claim(run);
        }
        return Optional.empty();
    }

    private List<ConsentedHousehold> admit(Run run, List<HouseholdId> claimed) {
        Settling.Settled settled = settling.settle(claimed, run.id().toString(), run.id());
        List<ConsentedHousehold> open = settled.judgements().stream()
                .flatMap(judgement -> judgement.open(settled.lost()).stream())
                .toList();
        Set<HouseholdId> closed = new HashSet<>(claimed);
        open.forEach(household -> closed.remove(household.id()));
        if (!closed.isEmpty()) {
            items.finish(
                    run,
                    closed.stream()
                            .map(household -> new WorkItems.Settled(household, WorkItems.Result.CLOSED, null))
                            .toList());
        }
        return open;
    }

    /** One row a person: the version of the consent it names says which departments and what of them. */
    private List<Access> fetches(Run run, List<ConsentedHousehold> open) {
        return open.stream()
                .flatMap(household -> household.persons().stream()
                        .map(person -> new Access(
                                Access.Action.FETCH,
                                Viewer.HUB,
                                settings.purpose(),
                                household.id(),
                                person.id(),
                                null,
                                person.categories(),
                                List.of(person.consent()),
                                null,
                                "OK",
                                run.id().toString(),
                                run.id())))
                .toList();
    }
}
