package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one register answered about one chunk. {@code asOf} is the source's own date of the data (the delivery's time, or
 * the time of the answer for a register asked live). {@code rows} are in the order the register gave them, records and
 * lookups alike. {@code notAccessible}: the register says that it may not show this person. {@code failed}: this person's
 * record could not be read this time. Both are told apart from "nothing found". {@code reason} by person of the failed.
 */
public record Reading(
        String register,
        Chunk chunk,
        Instant asOf,
        List<Row> rows,
        Set<PersonId> notAccessible,
        Map<PersonId, String> failed) {

    public Reading {
        rows = List.copyOf(rows);
        notAccessible = Set.copyOf(notAccessible);
        failed = Map.copyOf(failed);
    }
}
