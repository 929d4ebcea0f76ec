package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.run.Run;
import dk.samblik.run.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only maker of a chunk. Nobody is asked about without a consent in force, given by everybody who must, in a
 * household that is open on the day it is in Copenhagen; and the access log has taken a row for each person and
 * department before any register is asked.
 */
@Component
public class ConsentGate {

    private final WorkItems items;
    private final Dossiers dossiers;
    private final PopulationCheck check;
    private final InForce inForce;
    private final Recheck recheck;
    private final AccessLog log;
    private final ConsentSettings settings;
    private final CivilClock clock;

    ConsentGate(
            WorkItems items,
            Dossiers dossiers,
            PopulationCheck check,
            InForce inForce,
            Recheck recheck,
            AccessLog log,
            ConsentSettings settings,
            CivilClock clock) {
        this.items = items;
        this.dossiers = dossiers;
        this.check = check;
        this.inForce = inForce;
        this.recheck = recheck;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** The open households of a run, a chunk at a time; each is claimed when it is asked for, closed ones are settled. */
    public Iterator<Chunk> chunks(Run run) {
        return new Chunks(() -> next(run));
    }

    /**
     * Brings the rows in force of these households in step with consents and population, without asking any register.
     * Answers with the rule that keeps a household closed, for those that are.
     */
    public Map<HouseholdId, String> settle(Collection<HouseholdId> households, String requestId) {
        List<Judgement> judgements = judge(households, requestId, null);
        inForce.settle(judgements);
        Map<HouseholdId, String> closed = new HashMap<>();
        judgements.forEach(
                judgement -> judgement.closed().ifPresent(rule -> closed.put(judgement.household(), rule.name())));
        return closed;
    }

    /** The household as it may still be published now; empty when it closed or nobody in it consents any more. */
    public Optional<ConsentedHousehold> recheck(ConsentedHousehold household) {
        return Optional.ofNullable(recheck.all(List.of(household)).get(household.id()));
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
                Grant grant = log.record(fetches(run, open));
                return Optional.of(new Chunk(run, open, grant));
            }
            claimed = items.claim(run);
        }
        return Optional.empty();
    }

    private List<ConsentedHousehold> admit(Run run, List<HouseholdId> claimed) {
        List<Judgement> judgements = judge(claimed, run.id().toString(), run.id());
        Set<PersonId> lost = inForce.settle(judgements);
        List<ConsentedHousehold> open = new ArrayList<>();
        for (Judgement judgement : judgements) {
            judgement
                    .open(lost)
                    .ifPresentOrElse(
                            open::add, () -> items.finish(run, judgement.household(), WorkItems.Result.CLOSED, null));
        }
        return open;
    }

    private List<Judgement> judge(Collection<HouseholdId> households, String requestId, @Nullable RunId run) {
        LocalDate today = clock.today();
        List<Dossier> stored = dossiers.load(households);
        Judge.Seen seen = check.look(stored, today, requestId, run);
        Judge judge = new Judge(today, settings, check::hash);
        return stored.stream().map(dossier -> judge.judge(dossier, seen)).toList();
    }

    private List<Access> fetches(Run run, List<ConsentedHousehold> open) {
        List<Access> lines = new ArrayList<>();
        for (ConsentedHousehold household : open) {
            for (ConsentedPerson person : household.persons()) {
                person.sources()
                        .forEach(source -> lines.add(new Access(
                                Access.Action.FETCH,
                                Viewer.HUB,
                                settings.purpose(),
                                household.id(),
                                person.id(),
                                source,
                                person.scope(source).categories(),
                                List.of(person.consent()),
                                null,
                                "OK",
                                run.id().toString(),
                                run.id())));
            }
        }
        return lines;
    }
}
