package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The population register's record files with markers in every name and address. Names of those whose consent covers this
 * register reach a page; of everybody else, and every relation's name, none does.
 */
final class MarkedRecords {

    private static final String SOURCE = "POPULATION";

    /** What may become of a field of somebody whose consent covers the register. */
    private enum Use {
        SHOWN,
        KEPT_AS_IT_IS,
        NEVER_READ
    }

    /** A field of a record type. */
    private record Part(String name, int position, int length, Use use) {}

    private static final Map<String, List<Part>> PARTS = Map.of(
            "001", List.of(new Part("occupation", 73, 34, Use.NEVER_READ)),
            "003",
                    List.of(
                            new Part("addressee", 14, 34, Use.NEVER_READ),
                            new Part("address line", 116, 34, Use.KEPT_AS_IT_IS),
                            new Part("city", 188, 20, Use.KEPT_AS_IT_IS),
                            new Part("road", 230, 20, Use.KEPT_AS_IT_IS)),
            "008",
                    List.of(
                            new Part("given name", 14, 50, Use.SHOWN),
                            new Part("middle name", 65, 40, Use.NEVER_READ),
                            new Part("surname", 106, 40, Use.SHOWN),
                            new Part("name in full", 160, 34, Use.NEVER_READ)),
            "012", List.of(new Part("spouse", 36, 34, Use.NEVER_READ)),
            "015", List.of(new Part("mother", 46, 34, Use.NEVER_READ), new Part("father", 113, 34, Use.NEVER_READ)),
            "017", List.of(new Part("guardian", 59, 34, Use.NEVER_READ)));

    private final Path made;
    private final Path delivered;
    private final Covered covered;
    private final Markers markers;

    MarkedRecords(Path made, Path delivered, Covered covered, Markers markers) {
        this.made = made;
        this.delivered = delivered;
        this.covered = covered;
        this.markers = markers;
    }

    /** Delivers every file that is there and has not been delivered. */
    void deliver(Spoiled spoiled) throws IOException {
        Files.createDirectories(delivered);
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.sorted().toList()) {
                Path there = delivered.resolve(file.getFileName());
                if (!Files.exists(there)) {
                    Files.write(there, bytes(Files.readAllLines(file, StandardCharsets.ISO_8859_1), spoiled));
                }
            }
        }
    }

    private byte[] bytes(List<String> lines, Spoiled spoiled) {
        List<String> written = new ArrayList<>(lines.stream().map(this::marked).toList());
        if (spoiled == Spoiled.EVERY_FIELD) {
            int end = written.size() - 1;
            written.addAll(end, broken(written));
            written.set(written.size() - 1, "9999999999999" + String.format(Locale.ROOT, "%08d", written.size()));
        }
        if (spoiled == Spoiled.GARBLED) {
            written.set(0, written.get(written.size() / 2));
        }
        return (String.join("\n", written) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String marked(String line) {
        String marked = line;
        for (Part part : PARTS.getOrDefault(line.substring(0, 3), List.of())) {
            int person = covered.person(line.substring(3, 13));
            Reach reach = reach(part, person);
            String old = field(line, part);
            if (reach != null && !old.isBlank()) {
                marked = put(marked, part, markers.token(named(person, part.name()), old, reach));
            }
        }
        return marked;
    }

    private @Nullable Reach reach(Part part, int person) {
        if (!covered.by(SOURCE, person) || part.use() == Use.NEVER_READ) {
            return Reach.NOWHERE;
        }
        if (part.use() == Use.SHOWN) {
            return Reach.PAGES;
        }
        return covered.addressHidden(person) ? Reach.NOWHERE : null;
    }

    private static Field named(int person, String name) {
        return new Field(person, "folkeregister", name, Letters.LATIN_1);
    }

    private static String field(String line, Part part) {
        int from = Math.min(line.length(), part.position() - 1);
        return line.substring(from, Math.min(line.length(), from + part.length()))
                .strip();
    }

    private static String put(String line, Part part, String text) {
        int from = part.position() - 1;
        int to = Math.min(line.length(), from + part.length());
        String padded = String.format("%-" + part.length() + "s", text);
        String after = to == line.length() ? "" : line.substring(to);
        return (line.substring(0, from) + padded + after).stripTrailing();
    }

    /** The records again of one person with a consent and one without, with a text where dates and codes belong. */
    private List<String> broken(List<String> lines) {
        Map<Boolean, Integer> chosen = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            int person = covered.person(line.substring(3, 13));
            boolean consented = covered.by(SOURCE, person);
            if (chosen.computeIfAbsent(consented, first -> person) == person && line.length() > 40) {
                Reach reach = consented ? Reach.PAGES : Reach.NOWHERE;
                Part dates = new Part("dates of " + line.substring(0, 3), 24, 20, Use.NEVER_READ);
                broken.add(put(line, dates, markers.token(named(person, dates.name()), line, reach)));
            }
        }
        return broken;
    }
}
