package dk.samblik.mapping;

/** What became of one row about one person. */
sealed interface Verdict {

    /** It is a fact. */
    record Mapped(Fact fact) implements Verdict {}

    /** It cannot be used; the column says where. */
    record Refused(Rejection.Reason reason, String column) implements Verdict {}

    /** It is in order and not for us; in a few words why. */
    record Filtered(String why) implements Verdict {}
}
