package dk.samblik.campaign;

/** The shapes in which a source fails. What each means for a register, or why it has no meaning, its {@link Source} says. */
enum Shape {
    REFUSED("refused"),
    RESET("reset"),
    HANG("hang"),
    TRICKLE("one byte a second"),
    HALF("half an answer"),
    WRONG_CHARSET("wrong charset"),
    EMPTY("empty"),
    HEADER_ONLY("header only"),
    WRONG_TRAILER("wrong trailer"),
    YESTERDAY("yesterday's file"),
    ERRORS("500 and 429"),
    HTML("HTML with 200"),
    GARBAGE("bytes without sense"),
    ZEROS("bytes of zero"),
    TWICE("all of it twice"),
    PACKED("packed by gzip"),
    RENAMED("a name renamed"),
    UTF16("UTF-16"),
    TAIL_CUT("the last bytes missing"),
    NO_TRAILER("no trailer"),
    COLUMN_TWICE("a column twice"),
    WRONG_DELIMITER("commas for semicolons"),
    LONG_LINE("a line of two million characters"),
    OPEN_QUOTE("a quote never closed"),
    FOLDER("a folder for a file"),
    LINK("a link to nothing"),
    DEVICE("a device without an end"),
    PIPE("a pipe nobody writes to"),
    OTHER_NAME("another name"),
    OTHER_FILE("another register's file"),
    READY("a ready file without a time"),
    RIGHT_GONE("no right any more"),
    NOT_THERE("no such address"),
    BUSY("busy"),
    SHUT_DOWN("shut down"),
    REDIRECT("a redirect"),
    TOO_LONG("a length that is too long"),
    OTHER_PROTOCOL("another protocol"),
    RETRY_DATE("to be asked again at a date"),
    WRONG_PEOPLE("an answer about others");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
