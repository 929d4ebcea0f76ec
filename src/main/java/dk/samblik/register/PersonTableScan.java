package dk.samblik.register;

import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import dk.samblik.storage.OffsetIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the index of a table about persons while it is scanned. A row whose number cannot be read, or which has none, or
 * has another number of fields than the header, belongs to nobody; only its place is kept.
 */
final class PersonTableScan implements TableScan.Taker {

    private static final int MOST_OF_NOBODY = 500_000;

    private final RegisterFile.Table table;
    private final KeyedHash hash;
    private final OffsetIndex index = new OffsetIndex();
    private final List<UnattributedRow> unattributed = new ArrayList<>();
    private Columns columns = Columns.NONE;

    PersonTableScan(RegisterFile.Table table, KeyedHash hash) {
        this.table = table;
        this.hash = hash;
    }

    @Override
    public void header(Columns read) {
        columns = read;
    }

    @Override
    public void take(CsvRecord row, long offset, long recordNo) {
        boolean read = false;
        if (columns.fit(row)) {
            for (Optional<Cpr> number : columns.members(row, table.members())) {
                read |= number.isPresent();
                number.filter(each -> !each.replacement())
                        .ifPresent(each -> index.add(hash.of(each.digits()), ScannedTable.place(offset, recordNo)));
            }
        }
        if (!read) {
            if (unattributed.size() == MOST_OF_NOBODY) {
                throw new HeldBack("TOO_MANY_OF_NOBODY");
            }
            unattributed.add(new UnattributedRow(table.name(), recordNo));
        }
    }

    ScannedTable scanned(Path file, char delimiter) {
        return new ScannedTable(table, file, delimiter, columns, index, hash);
    }

    List<UnattributedRow> unattributed() {
        return unattributed;
    }
}
