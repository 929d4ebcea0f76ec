package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether the campaigns are any good: faults put into the hub on purpose are noticed, each by the test that is named for it.
 * In the quick tier all are built, and one is run.
 */
class SabotageIT {

    private static final Campaign CAMPAIGN = Campaign.named("sabotage");

    static List<Sabotage> all() throws IOException {
        return Sabotage.all();
    }

    /** All of them; in the quick tier one, drawn by the seed, of those whose test is soon over. Or those that are named. */
    static Stream<Sabotage> run() throws IOException {
        String named = System.getProperty("samblik.sabotage");
        if (named != null) {
            return Sabotage.all().stream()
                    .filter(each -> List.of(named.split(",")).contains(each.name()));
        }
        if (CAMPAIGN.tier(0, 1) == 1) {
            return Sabotage.all().stream();
        }
        List<Sabotage> quick =
                new ArrayList<>(Sabotage.all().stream().filter(Sabotage::quick).toList());
        Collections.shuffle(quick, CAMPAIGN.random("which are run"));
        return quick.stream().limit(1);
    }

    @Test
    void thereAreTwentyFourOfThem() throws IOException {
        assertThat(Sabotage.all()).hasSizeGreaterThanOrEqualTo(38);
        CAMPAIGN.figure("sabotages kept", Sabotage.all().size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSabotageIsOneLineAndStillFits(Sabotage sabotage) throws Exception {
        assertThat(sabotage.changedLines()).isEqualTo(1);
        assertThat(sabotage.build()).isNotEmptyDirectory();
        CAMPAIGN.count("built", 1);
    }

    @ParameterizedTest
    @MethodSource("run")
    void aSabotageIsCaughtByName(Sabotage sabotage) throws Exception {
        CAMPAIGN.count("run", 1);
        List<String> failing = sabotage.failing(sabotage.build());

        assertThat(failing).contains(sabotage.caughtBy());
        CAMPAIGN.count("caught", 1);
        CAMPAIGN.figure(sabotage.name() + " is caught by", sabotage.caughtBy().replaceFirst(".*\\.", ""));
    }

    @Test
    void withoutASabotageTheSameTestPasses() throws Exception {
        Sabotage first = run().findFirst().orElseThrow();

        assertThat(first.failing(Sabotage.sound())).isEmpty();
    }
}
