package dk.samblik.register;

import dk.samblik.household.Cpr;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A delivery in use: indexes of its tables over files that stay where they are. */
record AcceptedDelivery(
        RegisterFile file,
        Instant asOf,
        List<ScannedTable> tables,
        List<ScannedLookup> lookups,
        Map<String, Long> rows,
        List<UnattributedRow> unattributed) {

    AcceptedDelivery {
        tables = List.copyOf(tables);
        lookups = List.copyOf(lookups);
        rows = Map.copyOf(rows);
        unattributed = List.copyOf(unattributed);
    }

    /** The rows about these numbers, and what they refer to. */
    Cut cut(Collection<Cpr> numbers) throws IOException {
        CutText text = new CutText(file);
        for (ScannedTable table : tables) {
            table.cut(numbers, text);
        }
        lookups.forEach(lookup -> lookup.cut(text));
        return new Cut(text.text(), asOf);
    }

    /** Those of these numbers that have an open case by this delivery; nothing else of their rows is looked at. */
    OpenInDelivery open(Collection<Cpr> numbers, OpenCaseShape shape) throws IOException {
        for (ScannedTable table : tables) {
            if (table.name().equals(shape.from())) {
                return new OpenInDelivery(asOf, table.open(numbers, shape));
            }
        }
        throw new HeldBack("MISSING_FILE");
    }
}
