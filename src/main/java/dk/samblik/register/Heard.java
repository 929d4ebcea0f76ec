package dk.samblik.register;

/** Whoever waits for the answer to a question about many people: hears how far it is, and may want it no longer. */
public interface Heard {

    /** A register has been asked about so many of those it is to be asked about. */
    void asked(String register, int people, int of);

    /** Whether to go on asking; looked at before each call. */
    boolean wanted();
}
