package dk.samblik.consent;

/** The two ways a consent ends before its time: somebody takes it back, or it never was one. */
enum EndingWay {
    WITHDRAW("traek-tilbage"),
    MISTAKE("fejl");

    /** Both, as an address may name them. */
    static final String PATHS = "traek-tilbage|fejl";

    private final String path;

    EndingWay(String path) {
        this.path = path;
    }

    /** Its part of an address. */
    public String path() {
        return path;
    }

    static EndingWay of(String path) {
        return path.equals(MISTAKE.path) ? MISTAKE : WITHDRAW;
    }
}
