package dk.samblik.storage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl. PostgreSQL refuses to run as root; where the hub does, each program runs in a user namespace of
 * its own ({@code unshare -U}), in which it is nobody.
 */
final class PostgresPrograms {

    private static final long PATIENCE_SECONDS = 120;

    private final Path binaries;
    private final Path output;

    /** {@code output} is where the programs' own words go; it holds no value of any row (terse errors, no statements). */
    PostgresPrograms(Path binaries, Path output) {
        this.binaries = binaries;
        this.output = output;
    }

    /** Runs a program to its end and answers its exit code. */
    int run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toAbsolutePath().toString());
        command.addAll(arguments);
        try {
            return await(new ProcessBuilder(command));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    program + " could not be started. As root it needs `unshare -U`; in a container run Samblik as an"
                            + " ordinary user instead.",
                    e);
        }
    }

    private int await(ProcessBuilder builder) throws IOException {
        File log = output.toFile();
        Process process = builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StorageRefused("PostgreSQL did not answer for " + PATIENCE_SECONDS + " s; see " + output);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageRefused("Interrupted while PostgreSQL was starting or stopping");
        }
    }

    /** The last lines the programs wrote, for a message to whoever starts the hub. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
