package dk.samblik.demo;

/** The four registers whose rows are merged, with the source a consent must name. */
enum SourceRegister {
    JOBCENTER("jobcenter", "EMPLOYMENT", Kind.FILE),
    BOERN_OG_UNGE("boern-og-unge", "CHILDREN", Kind.ASKED),
    SOCIAL("social", "SOCIAL", Kind.ASKED),
    BOLIG("bolig", "HOUSING", Kind.FILE);

    private final String id;
    private final String source;
    private final Kind kind;

    SourceRegister(String id, String source, Kind kind) {
        this.id = id;
        this.source = source;
        this.kind = kind;
    }

    /** Whether it delivers everybody or answers for those it is asked about. */
    enum Kind {
        FILE,
        ASKED
    }

    String id() {
        return id;
    }

    String source() {
        return source;
    }

    boolean delivered() {
        return kind == Kind.FILE;
    }
}
