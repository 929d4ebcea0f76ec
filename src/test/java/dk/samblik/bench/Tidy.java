package dk.samblik.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Takes away what a run has made, unless {@code -Dsamblik.bench.keep} wants to look at it. */
final class Tidy {

    private Tidy() {}

    static void away(Path home) throws IOException {
        if (!Boolean.getBoolean("samblik.bench.keep")) {
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
