package dk.samblik.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the 46 checks says of each whether it holds, and by a test that is there. */
class AsvsTest {

    private static final Path PAGE = Path.of("docs", "asvs.md");
    private static final Pattern LINE =
            Pattern.compile("\\| (C\\d+) \\| [^|]+ \\| [^|]+ \\| (?<state>[^|]+) \\| (?<proof>[^|]*) \\|");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern SUM = Pattern.compile("Of 46: (\\d+) hold, (\\d+) open, (\\d+) not relevant\\.");
    private static final Map<String, Path> TESTS = tests();

    private record Check(String number, String state, String proof) {

        List<String> tests() {
            return PROOF.matcher(proof)
                    .results()
                    .map(found -> found.group(1) + "#" + found.group(2))
                    .toList();
        }

        String words() {
            return PROOF.matcher(proof).replaceAll("").strip();
        }
    }

    private static Map<String, Path> tests() {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Check> checks(String page) {
        List<Check> checks = new ArrayList<>();
        Matcher lines = LINE.matcher(page);
        while (lines.find()) {
            checks.add(new Check(lines.group(1), lines.group("state"), lines.group("proof")));
        }
        return checks;
    }

    /** What is wrong with a page, one sentence a fault. */
    private static List<String> faults(String page) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Check check : checks(page)) {
            boolean told = switch (check.state()) {
                case "holds" -> !check.tests().isEmpty() && check.words().isEmpty();
                case "open" -> check.words().startsWith("Missing: ");
                case "not relevant" -> !check.words().isEmpty();
                default -> false;
            };
            if (!told) {
                faults.add(check.number() + " says neither that it holds, by a test and without more words, nor what is"
                        + " missing, nor why it is not relevant");
            }
            for (String test : check.tests()) {
                if (!isThere(test)) {
                    faults.add(check.number() + " names " + test + ", which is not there");
                }
            }
        }
        return faults;
    }

    private static boolean isThere(String test) throws IOException {
        String[] names = test.split("#");
        Path file = TESTS.get(names[0]);
        return file != null
                && Pattern.compile("^    (static )?(void|Stream<DynamicTest>) " + names[1] + "\\(", Pattern.MULTILINE)
                        .matcher(Files.readString(file))
                        .find();
    }

    @Test
    void everyCheckHasItsLineAndEveryNamedTestIsThere() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(checks(page).stream().map(Check::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 46).mapToObj(n -> "C" + n).toList());
        assertThat(faults(page)).isEmpty();
    }

    @Test
    void theSumIsThatOfTheLines() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, Long> states =
                checks(page).stream().collect(Collectors.groupingBy(Check::state, Collectors.counting()));
        Matcher sum = SUM.matcher(page);

        assertThat(sum.find()).isTrue();
        assertThat(List.of(sum.group(1), sum.group(2), sum.group(3)))
                .containsExactly(
                        states.getOrDefault("holds", 0L).toString(),
                        states.getOrDefault("open", 0L).toString(),
                        states.getOrDefault("not relevant", 0L).toString());
    }

    @Test
    void aLineThatNamesNoTestOrOneThatIsGoneIsFound() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(faults(page.replace("#everyPageSaysWhoMayCallIt", "#nothingOfTheKind")))
                .anyMatch(fault -> fault.startsWith("C1 names"));
        assertThat(faults(page.replaceFirst("\\| open \\| [^|]*", "| holds | we are sure of it ")))
                .anyMatch(fault -> fault.contains(" says neither"));
        assertThat(faults(page.replaceFirst("Missing: ", ""))).anyMatch(fault -> fault.contains(" says neither"));
    }
}
