package dk.samblik.view;

import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.run.Fates;
import dk.samblik.run.Ledger.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the answers about one household come to in the ledger, by register. */
final class RowCounts {

    private RowCounts() {}

    static List<Count> of(ConsentedHousehold asked, List<Answer> answers, Draft draft) {
        List<Count> counts = new ArrayList<>();
        for (Answer answer : answers) {
            List<Outcome> outcomes = asked.persons().stream()
                    .map(person -> answer.persons().get(person.id()))
                    .filter(Objects::nonNull)
                    .toList();
            long unavailable = outcomes.stream()
                    .filter(Outcome.Unavailable.class::isInstance)
                    .count();
            Fates fates = draft.fates(answer.fates().getOrDefault(asked.id(), Fates.NONE));
            if (!outcomes.isEmpty() || fates.read() > 0) {
                counts.add(new Count(
                        answer.register(),
                        outcomes.size(),
                        outcomes.size() - (int) unavailable,
                        fates,
                        draft.changedRegisters.contains(answer.register()) ? 1 : 0));
            }
        }
        return counts;
    }
}
