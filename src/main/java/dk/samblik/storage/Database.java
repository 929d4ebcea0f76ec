package dk.samblik.storage;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL as one role sees it. Beans by role: {@code pipelineDatabase}, {@code webDatabase}, {@code auditDatabase},
 * {@code opsDatabase}, {@code effectDatabase}, {@code drawDatabase}; a class asks for the one whose rights it needs and
 * cannot do more.
 */
public record Database(JdbcClient sql, JdbcTemplate batch, TransactionTemplate transaction) {

    private static final int TRIES = 10;

    /** Does the work in one transaction: all of it is committed when this returns, none when it throws. */
    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** As {@link #inTransaction(Supplier)}, tried again when PostgreSQL gave way to another one (deadlock, serialization). */
    public <T> T inTransactionOrAgain(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return inTransaction(work);
            } catch (ConcurrencyFailureException gaveWay) {
                if (tried == TRIES) {
                    throw gaveWay;
                }
            }
        }
    }

    /** As {@link #inTransaction(Supplier)}, without an answer. */
    public void doInTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
