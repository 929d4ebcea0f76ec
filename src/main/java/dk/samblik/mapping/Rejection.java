package dk.samblik.mapping;

import dk.samblik.household.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A row that was refused: where it stands and why, in words for the owner of the register. {@code person} null: the row
 * belongs to nobody that can be told, and nothing else of it is kept. {@code said} is what the refused cell said, null where it said nothing.
 */
public record Rejection(
        String register,
        String table,
        long recordNo,
        Reason reason,
        @Nullable String field,
        @Nullable PersonId person,
        @Nullable Said said) {

    /** A row of which nothing is kept but its place. */
    public Rejection(
            String register,
            String table,
            long recordNo,
            Reason reason,
            @Nullable String field,
            @Nullable PersonId person) {
        this(register, table, recordNo, reason, field, person, null);
    }

    /** Why a row was refused (codes of the operations page). */
    public enum Reason {
        Q01,
        Q02,
        Q03,
        Q04,
        Q05,
        Q06,
        Q07,
        Q08,
        Q09
    }
}
