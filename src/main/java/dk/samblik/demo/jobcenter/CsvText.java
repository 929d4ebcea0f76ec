package dk.samblik.demo.jobcenter;

import java.util.List;
import java.util.stream.Collectors;

/** One record as text: quoted only where it must be. */
final class CsvText {

    private CsvText() {}

    static String line(List<String> values) {
        return values.stream().map(CsvText::cell).collect(Collectors.joining(";"));
    }

    private static String cell(String value) {
        boolean special = value.contains(";") || value.contains("\"") || value.contains("\n") || value.contains("\r");
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
