package dk.samblik.consent;

/** How long content stays after an exit, as it is shipped. */
public final class TestKept {

    private TestKept() {}

    public static KeptAfterExit asShipped() {
        return new KeptAfterExit(ConsentSettings.agreed());
    }
}
