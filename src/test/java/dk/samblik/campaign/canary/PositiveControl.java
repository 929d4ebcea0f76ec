package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Markers that are planted on purpose, one for each encoding and one in each kind of stream, among random bytes. A scan
 * that does not find every one of them, once and where it lies, proves nothing.
 */
final class PositiveControl {

    private static final int AROUND = 5_000;

    /** How a stream is compressed. */
    private interface Packing {
        OutputStream open(OutputStream to) throws IOException;
    }

    private final Random random;
    private final Markers markers;
    private final Map<String, Path> planted = new HashMap<>();

    PositiveControl(Random random) {
        this.random = random;
        this.markers = new Markers(random);
    }

    Markers markers() {
        return markers;
    }

    /** Plants one marker an encoding, and one in a gzip and a zlib stream; returns how many. */
    int plant(List<Path> folders) throws IOException {
        for (Encoding encoding : Encoding.values()) {
            plant(
                    folders,
                    encoding.name(),
                    around(encoding.of(told(encoding.name())).get(0)));
        }
        plant(folders, "GZIP", around(packed(told("GZIP"), GZIPOutputStream::new)));
        plant(folders, "ZLIB", around(packed(told("ZLIB"), DeflaterOutputStream::new)));
        return planted.size();
    }

    /** A token that every encoding writes in another way. */
    private String told(String name) {
        Field field = new Field(0, "control", name, Letters.LATIN_1);
        String token = markers.fresh(field, Marker.Reach.NOWHERE);
        while (!token.contains("å")) {
            token = markers.fresh(field, Marker.Reach.NOWHERE);
        }
        return token;
    }

    private static byte[] packed(String token, Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream open = packing.open(bytes)) {
            open.write(("something else first, then " + token + " and more").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private byte[] around(byte[] middle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(noise());
        bytes.write(middle);
        bytes.write(noise());
        return bytes.toByteArray();
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(AROUND)];
        random.nextBytes(noise);
        return noise;
    }

    private void plant(List<Path> folders, String name, byte[] bytes) throws IOException {
        Path folder = folders.get(planted.size() % folders.size());
        Path file = folder.resolve("planted-" + name.toLowerCase(Locale.ROOT) + ".bin");
        Files.write(file, bytes);
        planted.put(name, file);
    }

    /** What was planted and is not among these findings, in its own file. */
    Set<String> missed(Findings findings) {
        List<String> found = new ArrayList<>();
        findings.hits().forEach(hit -> {
            if (hit.file().equals(planted.get(hit.marker().field()))) {
                found.add(hit.marker().field());
            }
        });
        return planted.keySet().stream().filter(name -> !found.contains(name)).collect(Collectors.toSet());
    }

    /** Takes the planted files away again. */
    void clear() throws IOException {
        for (Path file : planted.values()) {
            Files.delete(file);
        }
    }
}
