package dk.samblik.consent;

import dk.samblik.storage.Database;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** A transaction that is tried again when PostgreSQL gave way to another one (deadlock, serialization). */
final class Retrying {

    private static final int TRIES = 10;

    private Retrying() {}

    static <T> T transaction(Database database, Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return database.inTransaction(work);
            } catch (ConcurrencyFailureException gaveWay) {
                if (tried == TRIES) {
                    throw gaveWay;
                }
            }
        }
    }
}
