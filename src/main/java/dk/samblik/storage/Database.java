package dk.samblik.storage;

import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL as one role sees it. Beans by role: {@code pipelineDatabase}, {@code webDatabase}, {@code auditDatabase},
 * {@code opsDatabase}; a class asks for the one whose rights it needs and cannot do more.
 */
public record Database(JdbcClient sql, JdbcTemplate batch, TransactionTemplate transaction) {

    /** Does the work in one transaction: all of it is committed when this returns, none when it throws. */
    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** As {@link #inTransaction(Supplier)}, without an answer. */
    public void doInTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
