package dk.samblik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code mvn -Pbench verify}: generates the sizes of {@code -Dsamblik.bench.sizes}, measures each, prints what was found and
 * writes it to {@code docs/benchmark.md}.
 */
public final class Benchmark {

    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();

    private Benchmark() {}

    /** Takes no arguments; see the class. */
    public static void main(String[] none) throws IOException, SQLException {
        int[] sizes = Arrays.stream(System.getProperty("samblik.bench.sizes", "1000,10000,100000")
                        .split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        Path home = Files.createTempDirectory(Files.createDirectories(HOME), "run");
        List<Measured> measured = new ArrayList<>();
        try (Server server = Server.start(home.resolve("postgres"))) {
            for (int size : sizes) {
                measured.add(new Measuring(server, home, size).all());
            }
            new Report(Machine.told(server), measured).write();
        } finally {
            Tidy.away(home);
        }
    }
}
