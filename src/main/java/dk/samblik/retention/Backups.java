package dk.samblik.retention;

import dk.samblik.household.CivilClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names backups by their time, and ends those that are kept longer than their rule says. Touches no other file. */
@Component
public class Backups {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("samblik-(\\d{8}T\\d{6}Z)-[0-9a-f]{8}\\.(zip|keystore)");
    private static final int RANDOM = 4;

    private final BackupSettings places;
    private final RetentionSettings settings;
    private final CivilClock clock;

    Backups(BackupSettings places, RetentionSettings settings, CivilClock clock) {
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** The id of a backup that begins now; ids sort by time. */
    public String next() {
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        return "samblik-" + TIME.format(clock.now()) + "-" + HexFormat.of().formatHex(random);
    }

    /** Deletes what is due of both kinds; answers with how many files that were. */
    public int end() {
        return end(places.database(), Swept.DATABASE_BACKUP) + end(places.keystore(), Swept.KEYSTORE_BACKUP);
    }

    private int end(Path folder, Swept which) {
        Instant before = clock.local().minus(settings.of(which)).toInstant();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> due = files.filter(file -> takenBefore(file, before)).toList();
            for (Path file : due) {
                Files.delete(file);
            }
            return due.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Old backups cannot be deleted in " + folder, e);
        }
    }

    private static boolean takenBefore(Path file, Instant before) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && TIME.parse(name.group(1), Instant::from).isBefore(before);
    }
}
