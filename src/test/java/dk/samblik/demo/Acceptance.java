package dk.samblik.demo;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/** The page of the acceptance cases, made of the tests that prove them. */
public final class Acceptance {

    private static final int CASES = 30;
    private static final Pattern NAME = Pattern.compile("(\\d+): (.+)");

    private Acceptance() {}

    /** One line of the page: what a test proves of a case. */
    private record Line(int number, String situation, String test, Optional<String> open) {

        static Line of(Method test) {
            Matcher name = NAME.matcher(test.getAnnotation(DisplayName.class).value());
            if (!name.matches()) {
                throw new IllegalStateException(test.getName() + " has no number of a case");
            }
            return new Line(
                    Integer.parseInt(name.group(1)),
                    name.group(2),
                    "`AcceptanceIT." + test.getDeclaringClass().getSimpleName() + "#" + test.getName() + "`",
                    Optional.ofNullable(test.getAnnotation(Open.class)).map(Open::value));
        }

        String written() {
            return "| %d | %s | %s | %s |\n"
                    .formatted(
                            number,
                            situation,
                            test,
                            open.map(missing -> "open: " + missing).orElse("proven"));
        }
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Arrays.stream(AcceptanceIT.class.getDeclaredClasses())
                .flatMap(group -> Stream.of(group.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .map(Line::of)
                .forEach(lines::add);
        lines.sort(Comparator.comparing(Line::number).thenComparing(Line::test));
        return lines;
    }

    /** The numbers no line is about. */
    static List<Integer> missing() {
        List<Line> lines = lines();
        return IntStream.rangeClosed(1, CASES)
                .filter(number -> lines.stream().noneMatch(line -> line.number() == number))
                .boxed()
                .toList();
    }

    /** How many cases have a line and none that is open. */
    private static long proven(List<Line> lines) {
        return IntStream.rangeClosed(1, CASES)
                .filter(number -> lines.stream().anyMatch(line -> line.number() == number))
                .filter(number -> lines.stream()
                        .noneMatch(
                                line -> line.number() == number && line.open().isPresent()))
                .count();
    }

    /** The page {@code docs/acceptance.md}. */
    public static String page() {
        List<Line> lines = lines();
        StringBuilder page = new StringBuilder("""
                # The acceptance cases

                Written from the tests by a test. Each case of the domain reference (7.4) is played on the running hub, with the five simulated
                registers and PostgreSQL: an evening before, a night that is under way at midnight, the night the households are planned for, the
                day after it and the weeks that follow. *Proven* means that the whole case is, by the test named, in every build. *Open* says what
                the test does not prove; a case with an open line is not counted as proven.

                Proven: %d of %d.

                | # | Situation | Test | State |
                |---|---|---|---|
                """.formatted(proven(lines), CASES));
        lines.forEach(line -> page.append(line.written()));
        return page.append("""

                Where the design differs from the reference, the design is played: turning 18 ends the parents' consent at once and closes no
                household (8), and a new adult closes it after 14 days (15). That a row of somebody without consent comes into no byte the hub writes,
                its log included (29), is shown by CanaryIT.
                """).toString();
    }
}
