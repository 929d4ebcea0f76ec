package dk.samblik.register;

import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Why a register did not answer, as a code: the only thing that is kept of an exception. */
final class Reasons {

    private static final String QUERY_CANCELLED = "57014";

    private Reasons() {}

    static String of(Throwable failure) {
        if (failure instanceof RegisterUnavailable unavailable) {
            return unavailable.reason();
        }
        if (failure instanceof NotAnswered no) {
            return no.reason();
        }
        if (failure instanceof SQLException refused) {
            return of(refused);
        }
        boolean late = failure instanceof TimeoutException
                || failure instanceof HttpTimeoutException
                || failure instanceof SocketTimeoutException;
        return late ? "TIMEOUT" : "NO_ANSWER";
    }

    private static String of(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.equals(QUERY_CANCELLED) || refused.getCause() instanceof SocketTimeoutException) {
            return "TIMEOUT";
        }
        if (state.equals("42501") || state.startsWith("28")) {
            return "NOT_ALLOWED";
        }
        return state.startsWith("42") ? "SCHEMA" : "NO_ANSWER";
    }

    /** Whether asking again can help: not when the register says that the question or the right is wrong. */
    static boolean passing(Throwable failure) {
        String reason = of(failure);
        return !(failure instanceof RegisterUnavailable) && !reason.equals("SCHEMA") && !reason.equals("NOT_ALLOWED");
    }
}
