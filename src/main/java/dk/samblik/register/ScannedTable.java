package dk.samblik.register;

import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import dk.samblik.storage.OffsetIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of an accepted delivery: where in its file the rows of a number stand. Holds no value of the file, only places
 * by keyed hash; the file itself is read again for the rows asked for.
 */
final class ScannedTable {

    private static final int RECORD_BITS = 25;
    private static final long MOST_RECORDS = 1L << RECORD_BITS;
    private static final long MOST_BYTES = 1L << 63 - RECORD_BITS;
    /** Rows of a few people lie far apart: what is read beside them is thrown away. */
    private static final int WINDOW = 2_048;

    private final RegisterFile.Table table;
    private final Path file;
    private final char delimiter;
    private final Columns columns;
    private final OffsetIndex index;
    private final KeyedHash hash;

    ScannedTable(
            RegisterFile.Table table, Path file, char delimiter, Columns columns, OffsetIndex index, KeyedHash hash) {
        this.table = table;
        this.file = file;
        this.delimiter = delimiter;
        this.columns = columns;
        this.index = index;
        this.hash = hash;
    }

    /** Where a record stands, as one number that sorts like the file. */
    static long place(long offset, long recordNo) {
        if (offset >= MOST_BYTES || recordNo >= MOST_RECORDS) {
            throw new HeldBack("FILE_TOO_LARGE");
        }
        return offset << RECORD_BITS | recordNo;
    }

    String name() {
        return table.name();
    }

    /** Writes the rows of these numbers, and of nobody else, to a cut; only columns that the mapping names. */
    void cut(Collection<Cpr> numbers, CutText into) throws IOException {
        each(numbers, (row, recordNo) -> into.row(table.name(), recordNo, values(row)));
    }

    /** Those of these numbers that a row of this table gives an open case; of two rows about one case the later counts. */
    Set<Cpr> open(Collection<Cpr> numbers, OpenCaseShape shape) throws IOException {
        Map<String, Optional<Cpr>> byCase = new HashMap<>();
        each(
                numbers,
                (row, recordNo) -> byCase.put(
                        columns.text(row, shape.key()),
                        Cpr.read(columns.text(row, shape.member())).filter(number -> counts(row, shape))));
        return byCase.values().stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private boolean counts(CsvRecord row, OpenCaseShape shape) {
        return shape.unless().keySet().stream().noneMatch(column -> shape.rulesOut(column, columns.text(row, column)));
    }

    /** A row that is about somebody who was asked about, and its number in the file. */
    private interface Found {
        void row(CsvRecord row, long recordNo);
    }

    private void each(Collection<Cpr> numbers, Found found) throws IOException {
        Set<Long> places = new TreeSet<>();
        for (Cpr number : numbers) {
            index.each(hash.of(number.digits()), places::add);
        }
        if (places.isEmpty()) {
            return;
        }
        try (CsvReader reader = new CsvReader(file, delimiter, WINDOW, (window, length) -> {})) {
            for (long place : places) {
                reader.seek(place >>> RECORD_BITS);
                if (!reader.next()) {
                    throw new HeldBack("CHANGED_WHILE_READ");
                }
                if (isAbout(numbers, reader.record())) {
                    found.row(reader.record(), place & MOST_RECORDS - 1);
                }
            }
        }
    }

    /** Two numbers may meet in one hash, and a file may be replaced under us: the row itself must say whose it is. */
    private boolean isAbout(Collection<Cpr> numbers, CsvRecord row) {
        return columns.fit(row)
                && columns.members(row, table.members()).stream()
                        .flatMap(Optional::stream)
                        .anyMatch(numbers::contains);
    }

    private Map<String, String> values(CsvRecord row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : table.columns()) {
            values.put(column, columns.text(row, column));
        }
        return values;
    }
}
