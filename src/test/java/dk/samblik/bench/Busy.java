package dk.samblik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time in seconds, of the whole machine and of those who work on a night: the hub, its database, and the registers
 * that have a process of their own. Read from the operating system; zero where it does not tell.
 */
record Busy(double machine, double hub, double database, double children, double social) {

    private static final double A_SECOND = 100;
    private static final int USER_TIME = 11;

    /** Since the machine, or the processes that live now, began. */
    static Busy now(Jvm hub, Site site, Jvm social) {
        return new Busy(
                wholeMachine(),
                hub.processorSeconds(),
                servers(site.database()),
                servers(site.buDatabase()),
                social.processorSeconds());
    }

    Busy since(Busy earlier) {
        return new Busy(
                machine - earlier.machine,
                hub - earlier.hub,
                database - earlier.database,
                children - earlier.children,
                social - earlier.social);
    }

    private static double wholeMachine() {
        String[] told = text(Path.of("/proc/stat")).split("\n", 2)[0].split("\\s+");
        double ticks = 0;
        for (int column : new int[] {1, 2, 3, 6, 7}) {
            ticks += column < told.length ? Double.parseDouble(told[column]) : 0;
        }
        return ticks / A_SECOND;
    }

    /** The server's processes that are connected to this database; the pools keep theirs as long as a night lasts. */
    private static double servers(String database) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> text(process.resolve("cmdline")).startsWith("postgres: "))
                    .filter(process -> text(process.resolve("cmdline")).contains(" " + database + " "))
                    .mapToDouble(Busy::processor)
                    .sum();
        } catch (IOException noSuchSystem) {
            return 0;
        }
    }

    private static double processor(Path process) {
        String told = text(process.resolve("stat"));
        String[] fields = told.substring(told.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > USER_TIME + 1
                ? (Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[USER_TIME + 1])) / A_SECOND
                : 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "processor seconds: machine %.1f, hub %.1f, its database %.1f, children %.1f, social %.1f"
                .formatted(machine, hub, database, children, social);
    }
}
