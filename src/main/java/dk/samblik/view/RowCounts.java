package dk.samblik.view;

import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.run.Fates;
import dk.samblik.run.Ledger.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the answers about one household come to in the ledger, by register. */
final class RowCounts {

    private RowCounts() {}

    static List<Count> of(ConsentedHousehold asked, List<Answer> answers, Draft draft) {
        Set<PersonId> members =
                asked.persons().stream().map(ConsentedPerson::id).collect(Collectors.toSet());
        List<Count> counts = new ArrayList<>();
        for (Answer answer : answers) {
            long askedAbout =
                    answer.persons().keySet().stream().filter(members::contains).count();
            Fates fates = draft.fates(answer.fates().getOrDefault(asked.id(), Fates.NONE));
            if (askedAbout > 0 || fates.read() > 0) {
                counts.add(new Count(
                        answer.register(),
                        (int) askedAbout,
                        Draft.answered(answer.persons(), members::contains),
                        fates,
                        draft.changedRegisters.contains(answer.register()) ? 1 : 0));
            }
        }
        return counts;
    }
}
