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
    HTML("HTML with 200");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
