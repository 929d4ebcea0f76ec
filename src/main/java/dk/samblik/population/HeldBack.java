package dk.samblik.population;

/** A delivered file that is not taken, and why. From a change file that is held back on, nothing later is taken. */
public record HeldBack(String file, Reason reason) {

    /** What is wrong with a record file. */
    public enum Reason {
        /** The file cannot be read at all. */
        UNREADABLE,
        /** It does not begin with a readable record 000. */
        NO_START,
        /** It does not end with record 999: still being written, or cut off. */
        NO_END,
        /** Record 999 counts other lines than there are. */
        WRONG_COUNT,
        /** A byte that ISO-8859-1 has no character for. */
        UNDECODABLE,
        /** A line longer than any record. */
        OVERLONG_LINE,
        /** A day is missing between the file before and this one. */
        GAP
    }
}
