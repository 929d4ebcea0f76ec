package dk.samblik.demo;

/** The demo does not start; the message says what to do. */
public final class DemoRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DemoRefused(String message) {
        super(message);
    }
}
