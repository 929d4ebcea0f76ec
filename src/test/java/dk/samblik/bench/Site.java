package dk.samblik.bench;

import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.storage.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where everything of one size is. Three deliveries of the job centre: the first lies in place, {@code unchanged} says the
 * same about everybody enrolled, {@code changed} something new about one household in a hundred; those two are moved in when
 * their night comes.
 */
record Site(int households, Path folder, Login hub, Login buOwner, Login bu, Login yard) {

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    }

    String database() {
        return "hub_" + households;
    }

    String buDatabase() {
        return "bu_" + households;
    }

    String yardDatabase() {
        return "yard_" + households;
    }

    /** Makes the databases of a size. */
    static Site make(Server server, Path home, int households) {
        String bu = "bu_" + households;
        Login owner = server.foreign(bu);
        return new Site(
                households,
                home.resolve(String.valueOf(households)),
                server.owned("hub_" + households),
                owner,
                new Login(owner.url(), BuDatabase.READER, UUID.randomUUID().toString()),
                server.foreign("yard_" + households));
    }

    Path jobcenter() {
        return folder.resolve("jobcenter");
    }

    Path bolig() {
        return folder.resolve("bolig");
    }

    Path cpr() {
        return folder.resolve("cpr");
    }

    Path waiting(Morning morning) {
        return folder.resolve("waiting").resolve(morning.name());
    }

    /** The deliveries that wait for their night. */
    enum Morning {
        UNCHANGED,
        CHANGED
    }

    /** Moves a delivery in, its ready file last. */
    void deliver(Morning morning) {
        move(waiting(morning), jobcenter());
    }

    private static void move(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            List<Path> readyLast = files.sorted((one, other) -> Boolean.compare(ready(one), ready(other)))
                    .toList();
            for (Path file : readyLast) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ready(Path file) {
        return file.getFileName().toString().endsWith(".txt");
    }

    /** Makes every delivered file look new, so that a resident hub scans it as on a morning. */
    void touch() {
        for (Path delivered : List.of(jobcenter(), bolig(), cpr())) {
            try (Stream<Path> files = Files.list(delivered)) {
                for (Path file : files.toList()) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
