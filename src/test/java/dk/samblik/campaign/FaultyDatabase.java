package dk.samblik.campaign;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A watch that fails one operation of a database. What Quartz does on threads of its own is not counted, nor what is read for
 * checkpoints: neither comes at the same place in every night.
 */
final class FaultyDatabase implements Watch {

    private static final String CONNECTION_FAILURE = "08006";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final Countdown countdown;
    private final ThreadLocal<@Nullable Fault> afterwards = new ThreadLocal<>();

    FaultyDatabase(Countdown countdown) {
        this.countdown = countdown;
    }

    @Override
    public void before(Operation operation) throws SQLException {
        afterwards.remove();
        String thread = Thread.currentThread().getName();
        if (thread.contains("Quartz") || thread.equals("checkpoints")) {
            return;
        }
        Fault fault = countdown.next(site(operation));
        if (fault == Fault.REFUSED || fault == Fault.GONE) {
            throw new SQLException("refused by the campaign", CONNECTION_FAILURE);
        }
        if (fault == Fault.GAVE_WAY) {
            throw new SQLException("given way by the campaign", SERIALIZATION_FAILURE);
        }
        afterwards.set(fault);
    }

    @Override
    public void after(Operation operation) throws SQLException {
        Fault fault = afterwards.get();
        afterwards.remove();
        if (fault == Fault.ANSWER_LOST) {
            throw new SQLException("answer lost by the campaign", CONNECTION_FAILURE);
        }
    }

    private static String site(Operation operation) {
        String sql = operation.sql().strip().replaceAll("\\s+", " ");
        return (operation.kind() + " " + sql.substring(0, Math.min(60, sql.length()))).strip();
    }
}
