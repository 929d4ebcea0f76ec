package dk.samblik.campaign.files;

import java.io.IOException;

/** Is told of every operation on the faulty files, in the thread that does it. */
public interface Disturbance {

    /** What becomes of one operation. */
    enum Fate {
        DONE,
        /** Nothing is done. */
        REFUSED,
        /** It is done, and fails all the same. */
        UNHEARD,
        /** Half of what was to be written is; what is no write is refused. */
        HALF_WRITTEN
    }

    /** Nothing fails. */
    Disturbance NONE = what -> Fate.DONE;

    /** What becomes of this one; {@code what} is its kind and the file's ending, never its name. */
    Fate fate(String what);

    /** What is done. */
    interface Deed<T> {
        T done() throws IOException;
    }

    /** Does it, or does not. */
    default <T> T does(String what, Deed<T> deed) throws IOException {
        Fate fate = fate(what);
        if (fate == Fate.REFUSED || fate == Fate.HALF_WRITTEN) {
            throw new IOException("refused by the campaign");
        }
        T result = deed.done();
        if (fate == Fate.UNHEARD) {
            if (result instanceof AutoCloseable open) {
                close(open);
            }
            throw new IOException("failed after it was done by the campaign");
        }
        return result;
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception alreadyGone) {
            // nothing is left to close
        }
    }
}
