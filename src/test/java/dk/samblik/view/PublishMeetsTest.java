package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Stepper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A publication that meets another one, or a withdrawal, in an order that once went wrong. */
class PublishMeetsTest {

    private static final int NIGHT = 0;
    private static final int REFRESH = 1;
    private static final int DESK = 2;

    private final RaceGround ground = new RaceGround("read committed");

    @AfterEach
    void close() {
        ground.close();
    }

    private List<RaceCase> meet(List<Integer> order) {
        List<List<Integer>> often = Collections.nCopies(16, order);
        List<RaceCase> races = ground.enrol(often.stream().map(Object::toString).toList());
        ground.step(Stepper::writes, often, races);
        return races;
    }

    @Test
    void theSecondOfTwoThatSeeTheSamePublishesNoVersion() {
        List<RaceCase> races = meet(List.of(DESK, DESK, DESK, NIGHT, NIGHT, REFRESH, REFRESH, NIGHT, REFRESH));

        assertThat(new Aftermath(ground, races).faults()).isEmpty();
        assertThat(ground.waited()).isPositive();
    }

    @Test
    void theLastOneOutAndAPublicationNeverWaitForEachOther() {
        List<RaceCase> races = meet(List.of(DESK, DESK, NIGHT, REFRESH, NIGHT, REFRESH, NIGHT, REFRESH, DESK));

        assertThat(new Aftermath(ground, races).faults()).isEmpty();
        assertThat(ground.begunAnew()).isZero();
    }
}
