package dk.samblik.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as a mapping file: read, or refused with the name of the file. */
public final class FuzzedMapping {

    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "fuzzed-mapping.yaml");

    private FuzzedMapping() {}

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        FILE.getFileName();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        try {
            RegisterFileReader.read(FILE);
        } catch (IllegalStateException refused) {
            if (!String.valueOf(refused.getMessage()).contains(FILE.toString())) {
                throw refused;
            }
        }
    }
}
