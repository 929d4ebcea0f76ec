package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges households by consents, population and the date in Copenhagen, and brings the rows in force in step. */
@Component
class Settling {

    private final Dossiers dossiers;
    private final PopulationCheck check;
    private final InForce inForce;
    private final ConsentSettings settings;
    private final CivilClock clock;

    Settling(Dossiers dossiers, PopulationCheck check, InForce inForce, ConsentSettings settings, CivilClock clock) {
        this.dossiers = dossiers;
        this.check = check;
        this.inForce = inForce;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was found, and the people whose consent was taken back while it was looked at. */
    record Settled(List<Judgement> judgements, Set<PersonId> lost) {}

    Settled settle(Collection<HouseholdId> households, String requestId, @Nullable RunId run) {
        LocalDate today = clock.today();
        List<Dossier> stored = dossiers.load(households);
        Judge.Seen seen = check.look(stored, today, requestId, run);
        Judge judge = new Judge(today, settings, check::hash);
        List<Judgement> judgements =
                stored.stream().map(dossier -> judge.judge(dossier, seen)).toList();
        return new Settled(judgements, inForce.settle(judgements));
    }
}
