package dk.samblik.campaign;

/** What a {@link Shape} means for one register. */
sealed interface Meaning {

    /** Something is done to the register, and undone again. */
    record Fault(String words, Kept kept, Deed on, Deed off) implements Meaning {}

    /** Nothing of the kind can happen to such a register. */
    record None(String why) implements Meaning {}

    /** What a team is owed while it lasts. */
    enum Kept {
        /** All stays, and says since when the register does not answer. */
        MARKED,
        /** All stays with the date it had: the delivery in use is still the newest one that is whole. */
        DATED,
        /** All stays, and the run says that it failed: without the population nobody may be asked about. */
        RUN_FAILED
    }

    /** Something done to a register. */
    interface Deed {
        void done() throws Exception;
    }
}
