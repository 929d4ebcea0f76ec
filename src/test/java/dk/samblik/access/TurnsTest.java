package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

/** Who waits for the head of the log goes along with whoever comes to it first. */
class TurnsTest {

    private final CountDownLatch open = new CountDownLatch(1);
    private final List<List<Access>> committed = new ArrayList<>();
    private final Access bad = row();
    private final Turns turns = new Turns(this::commit);
    private boolean down;
    private long seq;

    private static Access row() {
        return Access.of(Access.Action.VIEW, Viewer.HUB, "arbejde i husstanden", HouseholdId.random(), "request");
    }

    private long commit(List<Access> rows) {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (down) {
            throw new QueryTimeoutException("locked");
        }
        if (rows.contains(bad)) {
            throw new DataIntegrityViolationException("bad");
        }
        committed.add(rows);
        seq += rows.size();
        return seq;
    }

    private CompletableFuture<Long> taken(Access row) {
        return CompletableFuture.supplyAsync(() -> turns.take(List.of(row)), task -> new Thread(task).start());
    }

    /** The first stands at the head until the latch opens; the others come meanwhile. */
    private List<CompletableFuture<Long>> oneAndThen(Access... others) {
        List<CompletableFuture<Long>> all = new ArrayList<>(List.of(taken(row())));
        Awaitility.await().until(() -> turns.busy() && turns.waiting() == 0);
        Stream.of(others).map(this::taken).forEach(all::add);
        Awaitility.await().until(() -> turns.waiting() == others.length);
        return all;
    }

    @Test
    void thoseWhoWaitShareOneCommitAndEachHasANumberOfItsOwn() {
        List<CompletableFuture<Long>> all = oneAndThen(row(), row(), row());
        open.countDown();

        assertThat(all).extracting(CompletableFuture::join).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(committed).extracting(List::size).containsExactly(1, 3);
    }

    @Test
    void aRowThatCannotBeStoredIsRefusedAlone() {
        List<CompletableFuture<Long>> all = oneAndThen(row(), bad, row());
        open.countDown();

        assertThatThrownBy(all.get(2)::join).hasRootCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(Stream.of(all.get(0), all.get(1), all.get(3)).map(CompletableFuture::join))
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    /** Each trying again alone would hold the last of them as many times as long. */
    @Test
    void aStoreThatIsDownRefusesAllWhoWaitAtOnce() {
        List<CompletableFuture<Long>> all = oneAndThen(row(), row(), row());
        down = true;
        open.countDown();

        assertThat(all)
                .allSatisfy(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(QueryTimeoutException.class));
        assertThat(committed).isEmpty();
    }
}
