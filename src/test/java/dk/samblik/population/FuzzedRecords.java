package dk.samblik.population;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Any bytes as a status load of the population register: held back by name, or read as far as it can be. */
public final class FuzzedRecords {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Human MOTHER = Human.born(LocalDate.of(1985, 3, 12), 0);
    private static final Clock NOON = Clock.fixed(Instant.parse(FIRST + "T11:00:00Z"), ZoneOffset.UTC);
    private static final RecordFiles FILES = new RecordFiles(folder());

    private FuzzedRecords() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("fuzzed");
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        FILES.folder();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILES.file("S", FIRST), input);
        Population population = FILES.read(NOON);
        try {
            population.load();
            population.find(List.of(MOTHER.cpr())).values().forEach(person -> {
                if (person.address() != null) {
                    population.livingAt(person.address());
                }
            });
        } catch (PopulationUnavailable byName) {
            // as it should be
        }
    }
}
