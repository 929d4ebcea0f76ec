package dk.samblik.access;

import dk.samblik.access.CheckpointChain.Vouched;
import dk.samblik.access.LogVerify.Flaw;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One walk along the rows, beside the checkpoints that vouch for some of them. */
final class LogWalk {

    private final LogHead head;
    private final CheckpointChain chain;
    private final Iterator<Vouched> vouched;
    private @Nullable Vouched next;
    private @Nullable Vouched proven;
    private long first = 1;
    private long seq;
    private byte[] link;
    private @Nullable Flaw flaw;
    private long bad;

    LogWalk(LogHead head, CheckpointChain chain) {
        this.head = head;
        this.chain = chain;
        this.vouched = chain.vouched().iterator();
        this.link = new byte[head.link().length];
        advance();
    }

    private void advance() {
        next = vouched.hasNext() ? vouched.next() : null;
    }

    /**
     * Begins at the first row there is. Rows before it may be gone only up to one that is vouched for, and only when that
     * was long enough ago.
     */
    void begin(long firstThere, Instant oldest) {
        first = firstThere;
        if (firstThere == 1) {
            return;
        }
        Optional<Vouched> floor = chain.floor(firstThere, oldest);
        seq = floor.map(Vouched::seq).orElse(0L);
        floor.ifPresent(from -> link = from.link());
        if (seq != firstThere - 1) {
            found(Flaw.MISSING, seq + 1);
        }
    }

    /** Takes the next rows; whether the walk goes on. */
    boolean take(List<LogRows.Kept> page) {
        for (LogRows.Kept kept : page) {
            if (flaw != null) {
                return false;
            }
            take(kept);
        }
        return flaw == null && !page.isEmpty();
    }

    private void take(LogRows.Kept kept) {
        if (!kept.hangsOn(seq, link)) {
            found(kept.row().seq() > seq + 1 ? Flaw.MISSING : Flaw.CHANGED, seq + 1);
            return;
        }
        while (next != null && next.seq() < kept.row().seq()) {
            advance();
        }
        if (next != null && next.seq() == kept.row().seq()) {
            if (!Arrays.equals(next.link(), kept.link())) {
                found(Flaw.NOT_AS_VOUCHED, next.seq());
                return;
            }
            proven = next;
        }
        seq = kept.row().seq();
        link = kept.link();
    }

    /** Where the rows end, the head and the last checkpoint must, too. */
    void end(LogRows rows) {
        if (flaw != null) {
            return;
        }
        long lastVouched =
                chain.vouched().stream().mapToLong(Vouched::seq).max().orElse(0);
        if (seq != head.seq() || lastVouched > seq) {
            found(Flaw.MISSING, seq + 1);
        } else if (!Arrays.equals(link, head.link()) || rows.beyondTheHead()) {
            found(Flaw.CHANGED, seq + 1);
        }
    }

    private void found(Flaw what, long row) {
        flaw = what;
        bad = row;
    }

    /** After which row the next are to be taken. */
    long after() {
        return seq;
    }

    LogVerify.Verdict verdict() {
        return new LogVerify.Verdict(
                first,
                seq < first ? 0 : seq - first + 1,
                flaw == null ? OptionalLong.empty() : OptionalLong.of(bad),
                Optional.ofNullable(flaw),
                proven == null ? 0 : proven.seq(),
                Optional.ofNullable(proven).map(Vouched::at),
                chain.count(),
                chain.firstBad());
    }
}
