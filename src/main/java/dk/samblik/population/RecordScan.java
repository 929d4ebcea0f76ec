package dk.samblik.population;

import dk.samblik.population.HeldBack.Reason;
import dk.samblik.storage.KeyedHash;
import dk.samblik.storage.OffsetIndex;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a record file from first to last byte: checks that it is whole, and notes where every person begins,
 * by number, earlier number and address. Keeps hashes and offsets, nothing else of anybody.
 */
final class RecordScan {

    private final KeyedHash hash;
    private final OffsetIndex numbers = new OffsetIndex();
    private final OffsetIndex earlier = new OffsetIndex();
    private final OffsetIndex addresses = new OffsetIndex();
    private long personAt = -1;
    private boolean atHome;

    private RecordScan(KeyedHash hash) {
        this.hash = hash;
    }

    /** The indexes of one file. {@code earlier} leads from a number to records that name it as earlier or in force. */
    record Indexes(OffsetIndex numbers, OffsetIndex earlier, OffsetIndex addresses) {}

    /** Reads the whole file; refused when it is not whole or not what it says. */
    static RecordFile read(Path file, KeyedHash hash) throws Refused {
        RecordScan scan = new RecordScan(hash);
        try (Lines lines = new Lines(file)) {
            Header header = Header.read(lines.next());
            scan.walk(lines);
            return new RecordFile(file, header, new Indexes(scan.numbers, scan.earlier, scan.addresses));
        } catch (IOException notReadable) {
            throw new Refused(Reason.UNREADABLE);
        }
    }

    private void walk(Lines lines) throws IOException, Refused {
        long count = 1;
        @Nullable FixedLine line = lines.next();
        while (line != null && line.type() != 999) {
            count++;
            note(line, lines.lineAt());
            line = lines.next();
        }
        if (line == null) {
            throw new Refused(Reason.NO_END);
        }
        if (!line.field(14, 8).equals("%08d".formatted(count + 1)) || lines.next() != null) {
            throw new Refused(Reason.WRONG_COUNT);
        }
    }

    private void note(FixedLine line, long at) {
        switch (line.type()) {
            case 1 -> person(line, at);
            case 2 -> address(line);
            case 22 -> earlierNumber(line);
            default -> {
                // every other record is found again from its person
            }
        }
    }

    private void person(FixedLine line, long at) {
        personAt = at;
        atHome = Records.atHome(line.field(24, 2));
        numbers.add(hashAt(line, 4), at);
        if (!line.unknownNumber(14)) {
            earlier.add(hashAt(line, 14), at);
        }
    }

    private void address(FixedLine line) {
        if (personAt >= 0 && atHome && !AddressKey.special(line)) {
            addresses.add(hash.of(AddressKey.of(line).key()), personAt);
        }
    }

    private void earlierNumber(FixedLine line) {
        if (personAt >= 0 && !line.unknownNumber(14)) {
            earlier.add(hashAt(line, 14), personAt);
        }
    }

    /** A number whose line is cut short is hashed as the digits that are there; it then matches nobody. */
    private long hashAt(FixedLine line, int position) {
        int start = Math.min(position - 1, line.length());
        return hash.of(line.bytes(), line.from() + start, Math.min(10, line.length() - start));
    }
}
