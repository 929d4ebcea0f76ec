package dk.samblik.demo;

/**
 * How large a world is: register households in all, and households that must be open on the night. The households of the
 * stories count among the open ones; those that must stay closed come on top.
 */
public record WorldSize(int households, int open, Stories stories) {

    /** The example municipality: 2,600 register households, 180 open. */
    public static final WorldSize DEMO = new WorldSize(2600, 180, Stories.ALL);

    /** For tests with some variety. */
    public static final WorldSize SMALL = new WorldSize(260, 60, Stories.ALL);

    /** For tests that need little but every story. */
    public static final WorldSize TINY = new WorldSize(90, 36, Stories.ALL);

    /** Whether the acceptance cases have their households. */
    public enum Stories {
        ALL,
        NONE
    }

    public WorldSize {
        if (open < 1 || households < open) {
            throw new IllegalArgumentException("a world needs an open household and room for all of them");
        }
    }
}
