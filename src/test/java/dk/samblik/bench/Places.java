package dk.samblik.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where in the delivered files the lines about some people stand, found beforehand. */
final class Places {

    private record Place(Path file, long offset, int length) {}

    private final Map<String, List<Place>> byNumber = new HashMap<>();

    Places(Site site, List<List<Enrolled>> households) throws IOException {
        Set<String> numbers = new HashSet<>();
        households.forEach(household -> household.forEach(member -> numbers.add(member.cpr())));
        String newest = newest(site.jobcenter());
        for (Path folder : List.of(site.jobcenter(), site.bolig())) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file ->
                                folder.equals(site.bolig()) || file.toString().endsWith(newest))
                        .toList()) {
                    find(file, numbers);
                }
            }
        }
    }

    private static String newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("JC_SAG_"))
                    .map(file -> file.substring(file.length() - "20001231.csv".length()))
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    private void find(Path file, Set<String> numbers) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(
                        new Place(file, begin, i - begin),
                        new String(bytes, begin, i - begin, StandardCharsets.ISO_8859_1),
                        numbers);
                begin = i + 1;
            }
        }
    }

    private void take(Place place, String line, Set<String> numbers) {
        for (String cell : line.split(";")) {
            String number = cell.replace("-", "");
            if (numbers.contains(number)) {
                byNumber.computeIfAbsent(number, none -> new ArrayList<>()).add(place);
            }
        }
    }

    /** Reads the lines about these people, each at its place. */
    boolean read(List<Enrolled> household) throws IOException {
        Map<Path, List<Place>> byFile = new HashMap<>();
        for (Enrolled member : household) {
            for (Place place : byNumber.getOrDefault(member.cpr(), List.of())) {
                byFile.computeIfAbsent(place.file(), none -> new ArrayList<>()).add(place);
            }
        }
        for (Map.Entry<Path, List<Place>> each : byFile.entrySet()) {
            try (RandomAccessFile file = new RandomAccessFile(each.getKey().toFile(), "r")) {
                for (Place place : each.getValue()) {
                    byte[] line = new byte[place.length()];
                    file.seek(place.offset());
                    file.readFully(line);
                }
            }
        }
        return true;
    }
}
