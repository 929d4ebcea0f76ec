package dk.samblik.effect;

import dk.samblik.effect.release.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A release as a file of lines: UTF-8, semicolons, points in numbers; what is hidden is empty and marked. The figures come
 * first, then the way in and out: a line of {@link #FLOW} a step, which stands where the answers of a figure do.
 */
final class EffectCsv {

    /** What stands for an indicator in the lines of the way in and out. */
    static final String FLOW = "FLOW";

    private static final String HEAD =
            "programme;half;indicator;follow_up;cohort;area;suppressed;households;persons;answer;count;percent;median";

    private EffectCsv() {}

    static byte[] of(Release release) {
        Stream<String> lines = Stream.concat(
                Line.of(release).stream().map(line -> figure(release, line)),
                release.flow().stream().map(stage -> step(release, stage)));
        return (HEAD + "\r\n" + lines.map(line -> line + "\r\n").collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String figure(Release release, Line line) {
        return line(
                release.programme(),
                release.half(),
                line.indicator(),
                line.k(),
                line.cohort(),
                line.area(),
                line.hidden(),
                line.households(),
                line.persons(),
                line.part(),
                line.count(),
                line.percent(),
                line.median());
    }

    private static String step(Release release, Stage stage) {
        boolean hidden = stage.households() == null;
        return line(
                release.programme(),
                release.half(),
                FLOW,
                null,
                null,
                null,
                hidden,
                stage.households(),
                null,
                stage.step(),
                null,
                null,
                null);
    }

    private static String line(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> quoted(Objects.toString(value, "")))
                .collect(Collectors.joining(";"));
    }

    /** An area is named by people; nothing a spreadsheet would take for a formula leaves as one. */
    private static String quoted(String value) {
        String plain = value.matches("[=+@\\t\\r-].*") ? "'" + value : value;
        return plain.matches("[^;\"\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
