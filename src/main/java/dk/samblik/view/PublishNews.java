package dk.samblik.view;

import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.run.Progress;
import dk.samblik.run.Progress.Step;
import dk.samblik.run.Run;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who wait for a refresh that a register's part is stored. Nobody follows a night register by register. */
@Component
class PublishNews {

    private final Progress progress;

    PublishNews(Progress progress) {
        this.progress = progress;
    }

    void tell(Run run, List<Answer> answers) {
        if (run.kind() == Run.Kind.REFRESH) {
            answers.forEach(answer -> progress.tell(run.id(), answer.register(), step(answer), facts(answer)));
        }
    }

    private static Step step(Answer answer) {
        if (answer.persons().isEmpty()) {
            return Step.NOT_IN_SCOPE;
        }
        boolean down = answer.persons().values().stream().allMatch(Outcome.Unavailable.class::isInstance);
        return down ? Step.DOWN : Step.DONE;
    }

    private static int facts(Answer answer) {
        return answer.persons().values().stream()
                .mapToInt(outcome -> outcome instanceof Outcome.Answered answered
                        ? answered.facts().size()
                        : 0)
                .sum();
    }
}
