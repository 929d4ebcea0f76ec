package dk.samblik.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may follow what. */
class StepTest {

    @Test
    void everyStepCanBeReachedAndTheLastOnesLeadNowhere() {
        Set<Step> reached = EnumSet.of(Step.NEW);
        for (int round = 0; round < Step.values().length; round++) {
            EnumSet.copyOf(reached).forEach(step -> reached.addAll(step.next()));
        }

        assertThat(reached).containsExactly(Step.values());
        assertThat(EnumSet.allOf(Step.class).stream().filter(step -> step.next().isEmpty()))
                .containsExactly(Step.DROPPED_OUT, Step.ENDED);
    }

    @Test
    void nobodyIsMadeActiveByHand() {
        for (Step step : Step.values()) {
            assertThat(step.choices()).doesNotContain(Step.ACTIVE, Step.ENDED, Step.NEW);
        }
        assertThat(Step.ENDED.choices())
                .as("who comes back is another household, with a new consent")
                .isEmpty();
    }

    @Test
    void onlyWhoSaidYesCanHaveGivenAConsent() {
        for (Step step : Step.values()) {
            assertThat(step.next().contains(Step.CONSENT_GIVEN)).isEqualTo(step == Step.YES);
        }
    }
}
