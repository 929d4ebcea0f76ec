package dk.samblik.demo.plan;

/** What must become of a planted row if its person is asked about. */
public record Fate(Kind kind, String reason) {

    public static final Fate MAPPED = new Fate(Kind.MAPPED, "");
    public static final Fate FILTERED = new Fate(Kind.FILTERED, "");
    public static final Fate DUPLICATE = new Fate(Kind.DUPLICATE, "");

    /** End before start. */
    public static final Fate END_BEFORE_START = new Fate(Kind.QUARANTINED, "Q04");

    /** The person's number cannot be read: the row is nobody's. */
    public static final Fate NOBODYS = new Fate(Kind.NOBODYS, "Q09");

    /** A row the hub must not take: a table it does not read, a reference list, a row its SQL leaves out. */
    public static final Fate UNREAD = new Fate(Kind.UNREAD, "");

    /** The fates. */
    public enum Kind {
        MAPPED,
        QUARANTINED,
        FILTERED,
        DUPLICATE,
        NOBODYS,
        UNREAD
    }
}
