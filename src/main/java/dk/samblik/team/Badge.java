package dk.samblik.team;

/** A state in one or two words. The word says it; {@code tone} is the shape and colour that go with it. */
public record Badge(String text, String tone) {

    /** All is well. */
    public static Badge success(String text) {
        return new Badge(text, "badge-success");
    }

    /** Something is on its way. */
    public static Badge info(String text) {
        return new Badge(text, "badge-info");
    }

    /** Something is old or missing. */
    public static Badge warning(String text) {
        return new Badge(text, "badge-warning");
    }

    /** Something is not there at all. */
    public static Badge error(String text) {
        return new Badge(text, "badge-error");
    }

    /** Nothing to do about it. */
    public static Badge neutral(String text) {
        return new Badge(text, "sb-neutral");
    }
}
