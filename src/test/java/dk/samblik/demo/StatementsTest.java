package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Operation;
import dk.samblik.campaign.Operation.Kind;
import dk.samblik.campaign.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a chunk costs in statements on the hub's own database, whatever its size. */
class StatementsTest {

    private static final WorldSize ENROLLED = new WorldSize(520, 500, WorldSize.Stories.NONE);

    /** The statements of a night, from one claim of households to the next. */
    private static final class ByChunk implements Watch {

        private final List<List<String>> chunks = new ArrayList<>();

        @Override
        public synchronized void after(Operation operation) {
            if (operation.claims()) {
                chunks.add(new ArrayList<>());
            } else if (operation.kind() == Kind.EXECUTE && !chunks.isEmpty() && !byTheClock(operation.sql())) {
                chunks.get(chunks.size() - 1).add(operation.sql());
            }
        }

        /** The signs of life of the run and of the schedule, and checkpoints, come by the clock, not by the chunk. */
        private static boolean byTheClock(String sql) {
            return sql.contains("lease_owner")
                    || sql.contains("QRTZ_")
                    || Thread.currentThread().getName().equals("checkpoints");
        }

        /** The chunks that had households in them: the last claim of a night finds none. */
        synchronized List<Integer> sizes() {
            return chunks.stream().limit(chunks.size() - 1L).map(List::size).toList();
        }
    }

    @Test
    void aChunkOf500HouseholdsMakesNoMoreStatementsThanOneOf50() {
        List<Integer> small = night(50);
        List<Integer> large = night(500);

        assertThat(small).hasSize(10);
        assertThat(large).hasSize(1);
        assertThat(large.get(0))
                .isLessThanOrEqualTo(small.stream().mapToInt(n -> n).max().orElseThrow());
    }

    private static List<Integer> night(int chunk) {
        ByChunk statements = new ByChunk();
        try (Hub hub = Hub.start(
                ENROLLED,
                Map.of("samblik.run.chunk", Integer.toString(chunk), "samblik.run.workers", "1"),
                statements)) {
            assertThat(hub.night().households("UPDATED")).isEqualTo(ENROLLED.open());
        }
        return statements.sizes();
    }
}
