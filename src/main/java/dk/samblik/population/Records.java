package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one person that may be read, as they stand in one file. All others are passed over unread. */
record Records(RecordFile file, long offset, List<FixedLine> lines) {

    private static final String AT_HOME = "01";
    private static final Set<String> STATUSES =
            Set.of(AT_HOME, "03", "05", "07", "20", "30", "50", "60", "70", "80", "90");
    private static final Set<Integer> MAY_BE_READ = Set.of(1, 2, 3, 4, 8, 12, 14, 15, 16, 17, 22, 23);

    /** Reads up to the next person or the end; null when the block ends before that is seen. */
    static @Nullable Records read(RecordFile file, long offset, byte[] block, int end) {
        List<FixedLine> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < end; i++) {
            if (block[i] != '\n') {
                continue;
            }
            FixedLine line = new FixedLine(block, from, (i > from && block[i - 1] == '\r' ? i - 1 : i) - from);
            from = i + 1;
            take(line, lines);
            if (!lines.isEmpty() && next(block, from, end)) {
                return new Records(file, offset, List.copyOf(lines));
            }
        }
        return null;
    }

    private static void take(FixedLine line, List<FixedLine> lines) {
        boolean same = lines.isEmpty()
                ? line.type() == 1
                : line.field(4, 10).equals(lines.get(0).field(4, 10));
        if (same && MAY_BE_READ.contains(line.type())) {
            lines.add(line);
        }
    }

    private static boolean next(byte[] block, int from, int end) {
        if (end - from < 3) {
            return false;
        }
        int type = new FixedLine(block, from, 3).type();
        return type == 1 || type == 999;
    }

    /** The records of this type. */
    Stream<FixedLine> of(int type) {
        return lines.stream().filter(line -> line.type() == type);
    }

    /** The record of this type that a person has at most once. */
    Optional<FixedLine> one(int type) {
        return of(type).findFirst();
    }

    FixedLine person() {
        return lines.get(0);
    }

    /** The number these records are about; empty where it cannot be read. */
    Optional<Cpr> number() {
        return Cpr.read(person().field(4, 10));
    }

    /** The number in force instead of this one; empty when this one is in force. */
    Optional<Cpr> inForceInstead() {
        return Cpr.read(person().field(14, 10)).filter(other -> !number().equals(Optional.of(other)));
    }

    String status() {
        return person().field(24, 2);
    }

    /** Whether somebody of this status may live at the address recorded: so also where the status is none the register has. */
    static boolean atHome(String status) {
        return status.equals(AT_HOME) || !STATUSES.contains(status);
    }

    /** Whether they tell where the person is: a status the register has, and with status 01 an address that can be read. */
    boolean legible() {
        return STATUSES.contains(status())
                && (!status().equals(AT_HOME)
                        || one(2).filter(AddressKey::legible).isPresent());
    }

    boolean sameAs(Records other) {
        return file == other.file() && offset == other.offset();
    }

    @Override
    public String toString() {
        return "Records[masked]";
    }
}
