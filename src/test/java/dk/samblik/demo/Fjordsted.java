package dk.samblik.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** One small world for all tests of the demo, written once. */
final class Fjordsted {

    static final long SEED = 998;
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    static final World WORLD = World.make(SEED, NIGHT, WorldSize.TINY);
    static final Path FOLDER = folder();
    static final DemoRegisters REGISTERS = written();

    private Fjordsted() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("fjordsted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoRegisters written() {
        DemoRegisters registers = new DemoRegisters(WORLD, FOLDER);
        try {
            registers.writeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return registers;
    }
}
