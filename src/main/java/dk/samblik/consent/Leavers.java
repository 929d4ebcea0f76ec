package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Clears away what is stored of households that left the project longer ago than it is kept, and destroys their keys. */
@Component
class Leavers {

    private final Database database;
    private final Vault vault;
    private final ConsentSettings settings;
    private final CivilClock clock;

    Leavers(@Qualifier("pipelineDatabase") Database database, Vault vault, ConsentSettings settings, CivilClock clock) {
        this.database = database;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key first, then the rows: what is interrupted in between is found again the next night. */
    void clear() {
        Erasures.settle(database, vault);
        List<HouseholdId> left = longLeft();
        if (left.isEmpty()) {
            return;
        }
        vault.destroy(left);
        database.inTransactionOrAgain(() -> database.sql()
                .sql("delete from consent_in_force where household_id = any(:ids::uuid[])")
                .param("ids", Rows.ids(left))
                .update());
    }

    private record Left(HouseholdId household, boolean rows) {}

    /** With rows in force, or with a key: a consent that ended meanwhile took the rows with it, and not the key. */
    private List<HouseholdId> longLeft() {
        return database
                .sql()
                .sql("""
                        select household_id,
                          exists (select from consent_in_force f where f.household_id = h.household_id) as rows
                          from household h where exit_date < :day
                        """)
                .param("day", clock.today().minus(settings.keptAfterExit()))
                .query((row, number) -> new Left(new HouseholdId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .list()
                .stream()
                .filter(left -> left.rows() || vault.holds(left.household()))
                .map(Left::household)
                .toList();
    }
}
