package dk.samblik.access;

import java.util.Base64;
import java.util.Optional;

/** One key as a line of the keystore: its name, and the key wrapped by the master key. */
record KeyLine(String name, byte[] wrapped) {

    private static final String START = "{\"key\":\"";
    private static final String MIDDLE = "\",\"wrapped\":\"";
    private static final String END = "\"}";

    /** Reads a line; empty for one that a crash cut short. */
    static Optional<KeyLine> read(String line) {
        int middle = line.indexOf(MIDDLE);
        if (!line.startsWith(START) || middle < START.length() || !line.endsWith(END)) {
            return Optional.empty();
        }
        try {
            byte[] wrapped =
                    Base64.getDecoder().decode(line.substring(middle + MIDDLE.length(), line.length() - END.length()));
            return Optional.of(new KeyLine(line.substring(START.length(), middle), wrapped));
        } catch (IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }

    /** The line, with its end. */
    String written() {
        return START + name + MIDDLE + Base64.getEncoder().encodeToString(wrapped) + END + "\n";
    }
}
