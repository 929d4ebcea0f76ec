package dk.samblik.effect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A release as a file of lines: UTF-8, semicolons, points in numbers; what is hidden is empty and marked. */
final class EffectCsv {

    private static final String HEAD =
            "programme;half;indicator;follow_up;cohort;area;suppressed;households;persons;answer;count;percent;median";

    private EffectCsv() {}

    static byte[] of(Release release) {
        List<String> lines =
                Line.of(release).stream().map(line -> line(release, line)).toList();
        return (HEAD + "\r\n" + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Release release, Line line) {
        return Stream.of(
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
                        line.median())
                .map(value -> quoted(Objects.toString(value, "")))
                .collect(Collectors.joining(";"));
    }

    /** An area is named by people; nothing a spreadsheet would take for a formula leaves as one. */
    private static String quoted(String value) {
        String plain = value.matches("[=+@\\t\\r-].*") ? "'" + value : value;
        return plain.matches("[^;\"\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
