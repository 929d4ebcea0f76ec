package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.run.Fates;
import dk.samblik.storage.KeyedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Any bytes as the housing association's file: held back by name, or every row about the people asked for has one fate. */
public final class FuzzedDelivery {

    private static final RegisterFile FILE = RegisterFileReader.read(Path.of("mappings", "bolig.yaml"));
    private static final RegisterFile.Table TABLE = FILE.tables().get(0);
    private static final KeyedHash HASH = KeyedHash.random();
    private static final Chunk CHUNK = Delivered.chunk();
    private static final List<Cpr> NUMBERS = Delivered.PEOPLE.stream()
            .map(number -> Cpr.read(number).orElseThrow())
            .toList();
    private static final RegisterSettings SETTINGS = RegisterTests.folder(Path.of("target"));
    private static final CivilClock CLOCK = new CivilClock(Clock.systemUTC());
    private static final Deliveries DELIVERIES = new Deliveries(
            new Registers(RegisterTests.mappings(Path.of("mappings")), SETTINGS),
            SETTINGS,
            new DeliveryLog(null, CLOCK),
            CLOCK);
    private static final Path FILE_OF_ROWS = file();

    private FuzzedDelivery() {}

    private static Path file() {
        try {
            return Files.createTempFile("fuzzed", ".csv");
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        CHUNK.run();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE_OF_ROWS, input);
        PersonTableScan scan = new PersonTableScan(TABLE, HASH);
        long records;
        try {
            records = new TableScan(FILE_OF_ROWS, FILE.deliveryShape())
                    .through(new HashSet<>(FILE.columns(TABLE.name())), scan)
                    .records();
        } catch (HeldBack byName) {
            return;
        }
        AcceptedDelivery accepted = new AcceptedDelivery(
                FILE,
                Instant.EPOCH,
                List.of(scan.scanned(FILE_OF_ROWS, ';')),
                List.of(),
                Map.of(),
                scan.unattributed());
        Cut cut = accepted.cut(NUMBERS);
        Reading reading = DELIVERIES.reading(cut, CHUNK, RegisterTests.unmarshalled(cut), "bolig");
        Fates fates = Delivered.fates(reading);
        long asked = reading.rows().size();
        if (fates.read() != asked || asked + accepted.unattributed().size() > records) {
            throw new IllegalStateException(records + " rows, of which " + asked + " were asked for and " + fates.read()
                    + " are accounted for");
        }
    }
}
