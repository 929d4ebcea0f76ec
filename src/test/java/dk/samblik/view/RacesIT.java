package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.campaign.Operation;
import dk.samblik.campaign.StepOrders;
import dk.samblik.campaign.Stepper;
import dk.samblik.view.RaceCase.Taken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night, a refresh and a withdrawal meet over one household: whatever the order, nothing outlives its consent. */
class RacesIT {

    private static final Campaign RACES = Campaign.named("races");
    private static final List<List<Integer>> ORDERS = StepOrders.all(3, 3);
    private static final int SAMPLE = RACES.tier(60, ORDERS.size());

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read"})
    void inEveryOrderOfReadingWritingAndCommitting(String isolation) {
        int most = isolation.equals("read committed") ? ORDERS.size() : SAMPLE;
        stepped("reading, writing, committing", isolation, Stepper::writes, most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read"})
    void inEveryOrderOfAskingHoldingAndCommitting(String isolation) {
        stepped("asking, holding the consent, committing", isolation, Stepper::locksConsent, SAMPLE);
    }

    private static void stepped(String steps, String isolation, Predicate<Operation> second, int most) {
        try (RaceGround ground = new RaceGround(isolation)) {
            List<RaceCase> races = step(ground, isolation, second, most);

            String title = isolation + ", orders of " + steps;
            RACES.figure(title, races.size());
            RACES.figure(title + ": steps that waited for a lock", ground.waited());
            judge(title, ground, races);
        }
    }

    /** Orders drawn at random, without repeating one; all of them where the tier wants as many. */
    private static List<RaceCase> step(RaceGround ground, String salt, Predicate<Operation> second, int most) {
        List<List<Integer>> orders = new ArrayList<>(ORDERS);
        Collections.shuffle(orders, RACES.random(salt));
        List<List<Integer>> drawn = orders.subList(0, most);
        List<RaceCase> races = ground.enrol(drawn.stream().map(Object::toString).toList());
        ground.step(second, drawn, races);
        return races;
    }

    private static void judge(String title, RaceGround ground, List<RaceCase> races) {
        Aftermath aftermath = new Aftermath(ground, races);
        List<String> survivors = aftermath.survivors();
        RACES.figure(title + ": transactions begun anew", ground.begunAnew());
        RACES.figure(title + ": survivors", survivors.size());
        assertThat(survivors).as("seed %s", RACES.seed()).isEmpty();
        assertThat(aftermath.faults()).as("seed %s", RACES.seed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read"})
    void atRandomMoments(String isolation) {
        try (RaceGround ground = new RaceGround(isolation)) {
            List<String> names = Collections.nCopies(RACES.tier(100, 5000), "random");
            List<RaceCase> races = ground.enrol(names);

            ground.race(races, RACES.random("moments at " + isolation));

            RACES.figure(isolation + ", random schedules", races.size());
            judge(isolation + ", random schedules", ground, races);
        }
    }

    @Test
    void withoutTheForeignKeysSurvivorsAreReported() {
        try (RaceGround ground = new RaceGround("read committed")) {
            ground.dropForeignKeys();

            List<RaceCase> races = step(ground, "no foreign keys", Stepper::writes, 24);

            RACES.figure("without the foreign keys, orders", races.size());
            List<String> survivors = new Aftermath(ground, races).survivors();
            RACES.figure("without the foreign keys, orders: survivors", survivors.size());
            assertThat(survivors).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read"})
    void twoWhoLeaveAtOnceDestroyTheKey(String isolation) {
        List<List<Integer>> orders = StepOrders.all(2, 3);
        try (RaceGround ground = new RaceGround(isolation)) {
            List<RaceCase> homes =
                    ground.enrol(Collections.nCopies(orders.size() * Taken.values().length, "leaving")).stream()
                            .filter(race -> race.taken() == Taken.EVERYTHING)
                            .toList();

            ground.stepLeavers(orders, homes);

            RACES.figure(isolation + ", orders of two members who leave", orders.size());
            assertThat(homes).noneMatch(race -> ground.vault.holds(race.home().id()));
        }
    }
}
