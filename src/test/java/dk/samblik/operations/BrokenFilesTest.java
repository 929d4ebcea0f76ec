package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** More than 175 route, mapping and programme files with one thing wrong, each refused with its own sentence, file and line. */
class BrokenFilesTest {

    private static final Path TABLE = Path.of("src/test/resources/broken-files.txt");
    private static final int LEAST = 175;

    @TempDir
    private static Path copy;

    /** One thing wrong: where no text is sought, the file is a new one. */
    private record Breakage(String file, String text, String instead, String sentence) {

        static Breakage of(String line) {
            String[] parts = line.split("§", -1);
            return new Breakage(parts[0], written(parts[1]), written(parts[2]), parts[3]);
        }

        private static String written(String part) {
            return part.replace("\\n", "\n").replace("\\t", "\t").replace("{number}", "010190" + "1234");
        }
    }

    @BeforeAll
    static void copyBothFolders() throws IOException {
        for (String folder : List.of("routes", "mappings", "programmes")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(copy.resolve(file).getParent());
                    Files.copy(file, copy.resolve(file));
                }
            }
        }
    }

    private static List<Breakage> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Breakage::of)
                .toList();
    }

    private static List<String> wrong() {
        return StartCheck.wrong(copy.resolve("routes"), copy.resolve("mappings"), copy.resolve("programmes")).stream()
                .map(sentence -> sentence.replace(copy + "/", ""))
                .toList();
    }

    @Test
    void theFilesAsTheyAreShippedAreRight() throws IOException {
        assertThat(wrong()).isEmpty();
        assertThat(table()).hasSizeGreaterThanOrEqualTo(LEAST).doesNotHaveDuplicates();
    }

    @TestFactory
    List<DynamicTest> aFileWithOneThingWrongIsRefusedByItsLine() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Breakage each : table()) {
            tests.add(dynamicTest((tests.size() + 1) + " " + each.file(), () -> isRefused(each)));
        }
        return tests;
    }

    private void isRefused(Breakage breakage) throws IOException {
        Path file = copy.resolve(breakage.file());
        String before = Files.exists(file) ? Files.readString(file) : "";
        int at = before.indexOf(breakage.text());
        assertThat(at).as("what shall be broken stands there").isNotNegative();
        String after = before.substring(0, at)
                + breakage.instead()
                + before.substring(at + breakage.text().length());
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        List<String> wrong = wrong();
        if (before.isEmpty()) {
            Files.delete(file);
        } else {
            Files.writeString(file, before);
        }

        assertThat(wrong).anyMatch(sentence -> sentence.startsWith(breakage.sentence()));
    }
}
