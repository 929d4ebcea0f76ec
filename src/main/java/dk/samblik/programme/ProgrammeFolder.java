package dk.samblik.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The folder of programmes on disk: what its files say together, and what tells one state of it from another. */
record ProgrammeFolder(List<Programme> programmes, String hash) {

    private static final int MARK_LENGTH = 12;

    /** A programme and the file it stands in. */
    record Read(YamlFile file, Programme programme) {}

    /** Reads everything; throws {@link ProgrammeBroken} with all that is wrong. */
    static ProgrammeFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ProgrammeBroken(
                    List.of(folder + ":1: no such folder. Set samblik.programme.folder to the folder of programmes."));
        }
        List<String> wrong = new ArrayList<>();
        List<Read> read = new ArrayList<>();
        for (Path path : files(folder, 1, ".yaml")) {
            try {
                YamlFile file = YamlFile.read(path.toString(), text(path));
                read.add(new Read(file, withRoads(folder, file, ProgrammeReader.read(file))));
            } catch (ProgrammeBroken broken) {
                wrong.addAll(broken.sentences());
            }
        }
        wrong.addAll(ProgrammeRules.broken(read));
        if (!wrong.isEmpty()) {
            throw new ProgrammeBroken(wrong);
        }
        return new ProgrammeFolder(read.stream().map(Read::programme).toList(), mark(folder));
    }

    private static Programme withRoads(Path folder, YamlFile file, Programme written) {
        List<Area> areas = new ArrayList<>();
        for (Area area : written.areas()) {
            areas.add(
                    area.schoolDistrict() == null
                            ? area
                            : SchoolDistrict.read(folder, file.where(List.of("areas", areas.size())), area));
        }
        return written.in(areas);
    }

    private static String mark(Path folder) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path file : files(folder, Integer.MAX_VALUE, "")) {
            digest.update(folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
            digest.update(text(file).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, MARK_LENGTH);
    }

    private static List<Path> files(Path folder, int depth, String ending) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProgrammeBroken(List.of(file + ":1: cannot be read. Write it in UTF-8 and let the hub read it."));
        }
    }
}
