package dk.samblik.population;

import dk.samblik.population.HeldBack.Reason;
import dk.samblik.storage.KeyedHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder the record files are delivered to. Chooses the newest whole status load and every change file after it that
 * follows without a gap. A file is read once for each state it has been in.
 */
final class RecordFolder {

    private static final Pattern STATUS_LOAD = Pattern.compile("S\\d{6}\\.L\\d+");
    private static final Pattern CHANGE_FILE = Pattern.compile("D\\d{6}\\.L\\d+");
    private static final Comparator<Path> BY_NAME = Comparator.comparing(Path::getFileName);

    private final Path folder;
    private final KeyedHash hash = KeyedHash.random();
    private Map<Seen, Outcome> read = Map.of();

    RecordFolder(Path folder) {
        this.folder = folder;
    }

    /** One file in one state. */
    private record Seen(Path file, long size, long modified) {}

    /** What reading it gave: one of the two. */
    private record Outcome(
            @Nullable RecordFile taken, @Nullable Reason reason) {}

    /** A file that could not be read this time is read again the next: a share that was away for a moment comes back. */
    private static final Outcome NOT_READ = new Outcome(null, Reason.UNREADABLE);

    /** What is in the folder now; {@code set} null when no status load is whole. */
    record Content(@Nullable RecordSet set, List<HeldBack> heldBack) {}

    /** Reads what is new in the folder and chooses. */
    Content content() {
        List<Seen> files = list();
        Map<Seen, Outcome> known = new HashMap<>(read);
        known.keySet().retainAll(files);
        List<HeldBack> heldBack = new ArrayList<>();
        RecordFile load = newestLoad(files, known, heldBack);
        RecordSet set = load == null ? null : withChanges(load, files, known, heldBack);
        read = known;
        return new Content(set, List.copyOf(heldBack));
    }

    private @Nullable RecordFile newestLoad(List<Seen> files, Map<Seen, Outcome> known, List<HeldBack> heldBack) {
        return matching(files, STATUS_LOAD)
                .sorted(Comparator.comparing(Seen::file, BY_NAME).reversed())
                .map(seen -> take(seen, known, heldBack))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private RecordSet withChanges(
            RecordFile load, List<Seen> files, Map<Seen, Outcome> known, List<HeldBack> heldBack) {
        Deque<RecordFile> newestFirst = new ArrayDeque<>(List.of(load));
        LocalDate last = load.header().produced();
        for (Seen seen : matching(files, CHANGE_FILE)
                .sorted(Comparator.comparing(Seen::file, BY_NAME))
                .toList()) {
            RecordFile change = older(seen, load) ? null : take(seen, known, heldBack);
            if (change == null
                    || change.header().produced().isBefore(load.header().produced())) {
                continue;
            }
            if (change.header().before().isAfter(last)) {
                heldBack.add(new HeldBack(seen.file().getFileName().toString(), Reason.GAP));
                continue;
            }
            newestFirst.addFirst(change);
            last = change.header().produced().isAfter(last) ? change.header().produced() : last;
        }
        return new RecordSet(List.copyOf(newestFirst), hash, last);
    }

    /** Change files from before the status load are not even opened. */
    private static boolean older(Seen change, RecordFile load) {
        String day = "%ty%<tm%<td".formatted(load.header().produced());
        return change.file().getFileName().toString().substring(1, 7).compareTo(day) < 0;
    }

    private @Nullable RecordFile take(Seen seen, Map<Seen, Outcome> known, List<HeldBack> heldBack) {
        Outcome outcome = known.getOrDefault(seen, NOT_READ);
        if (outcome.equals(NOT_READ)) {
            outcome = read(seen);
            known.put(seen, outcome);
        }
        if (outcome.reason() != null) {
            heldBack.add(new HeldBack(seen.file().getFileName().toString(), outcome.reason()));
        }
        return outcome.taken();
    }

    private Outcome read(Seen seen) {
        try {
            return new Outcome(RecordScan.read(seen.file(), hash), null);
        } catch (Refused refused) {
            return new Outcome(null, refused.reason());
        }
    }

    private static Stream<Seen> matching(Collection<Seen> files, Pattern name) {
        return files.stream()
                .filter(seen ->
                        name.matcher(seen.file().getFileName().toString()).matches());
    }

    private List<Seen> list() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Seen> seen = new ArrayList<>();
            for (Path file : files.toList()) {
                see(file, seen);
            }
            return seen;
        } catch (IOException | UncheckedIOException unreachable) {
            throw new PopulationUnavailable("FOLDER_UNREACHABLE");
        }
    }

    /** Sees a file, and only that: a pipe would hold whoever reads it for ever, a device has no end, a link may lead nowhere. */
    private static void see(Path file, List<Seen> seen) throws IOException {
        try {
            BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
            if (state.isRegularFile()) {
                seen.add(new Seen(file, state.size(), state.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException goneAgain) {
            // its sender has cleaned up meanwhile
        }
    }
}
