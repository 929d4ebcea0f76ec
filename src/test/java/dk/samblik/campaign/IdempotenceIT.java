package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same input, same view: in any order of households and answers, with any number of workers; and again nothing new. */
class IdempotenceIT {

    private static final Campaign IDEMPOTENCE = Campaign.named("idempotence");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    private static final AnyOrder ORDER = new AnyOrder(IDEMPOTENCE.random("orders"));
    private static final Set<String> DIGESTS = new HashSet<>();

    private static Hub hub;
    private static Nights nights;
    private static Ground empty;
    private static Dump first;

    @BeforeAll
    static void anOrdinaryNight() {
        hub = Hub.start(TWENTY, Nights.settings(7), ORDER);
        nights = new Nights(hub);
        empty = new Ground(hub.database().superuser());
        nights.night();
        first = Dump.of(hub);
        DIGESTS.add(first.digest());
        ORDER.begin(hub.database().owner());
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anyOrderGivesTheSameViewsAndAnotherNightNoVersion(int workers) {
        hub.restart(Map.of("samblik.run.workers", workers));
        hub.bean(CamelContext.class).getManagementStrategy().addEventNotifier(ORDER);
        int permutations = IDEMPOTENCE.tier(2, 100);

        for (int n = 0; n < permutations; n++) {
            empty.restore();
            nights.deliverAnew();
            nights.night();
            ORDER.over();
            Dump dump = Dump.of(hub);
            assertThat(first.differences(dump))
                    .as("seed %s, workers %s", IDEMPOTENCE.seed(), workers)
                    .isEmpty();
            DIGESTS.add(dump.digest());
            againNothingNew();
        }

        figures(workers, permutations);
    }

    private static void againNothingNew() {
        long versions = versions();
        nights.night();
        ORDER.over();
        RunSummary again = hub.bean(Runs.class).recent(1).get(0);
        assertThat(again.households("UPDATED")).isZero();
        assertThat(again.households("UNCHANGED")).isEqualTo(TWENTY.open());
        assertThat(versions()).isEqualTo(versions);
    }

    private static long versions() {
        return hub.owner()
                .sql("select count(*) from view_version")
                .query(Long.class)
                .single();
    }

    private static void figures(int workers, int permutations) {
        IDEMPOTENCE.figure("permutations with " + workers + " workers", permutations);
        IDEMPOTENCE.figure("nights, the second ones included: different orders of chunks", ORDER.ordersOfChunks());
        IDEMPOTENCE.figure("nights, the second ones included: different orders of answers", ORDER.ordersOfAnswers());
        IDEMPOTENCE.figure("digests", DIGESTS.size());
        assertThat(ORDER.ordersOfChunks()).as("chunks were disturbed").isGreaterThan(permutations);
        assertThat(ORDER.ordersOfAnswers()).as("answers were disturbed").isGreaterThan(permutations);
        assertThat(DIGESTS).hasSize(1);
    }
}
