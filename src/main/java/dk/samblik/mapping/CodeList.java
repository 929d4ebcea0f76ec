package dk.samblik.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dated code list, one file of {@code mappings/codes/}. Codes are found by code or by text, in any case of letters. */
final class CodeList {

    private static final String HEADER = "code;text;valid_from;valid_to;canonical";
    private static final int COLUMNS = 5;

    private final String name;
    private final Map<String, List<Entry>> entries;

    private CodeList(String name, Map<String, List<Entry>> entries) {
        this.name = name;
        this.entries = Map.copyOf(entries);
    }

    private record Entry(
            String code,
            String text,
            LocalDate from,
            LocalDate to,
            @Nullable String canonical) {

        boolean validOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Reads the lines of a list; a line that cannot be read is refused with its number. */
    static CodeList read(String name, String file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new MappingBroken(file, 1, "the header is missing", "Write " + HEADER);
        }
        List<Entry> all = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            all.add(entry(file, line + 1, lines.get(line)));
        }
        Map<String, List<Entry>> entries = new HashMap<>();
        all.forEach(entry -> add(entries, entry.code(), entry));
        Map<String, List<Entry>> byCode = Map.copyOf(entries);
        all.stream()
                .filter(entry -> !byCode.containsKey(plain(entry.text())))
                .forEach(entry -> add(entries, entry.text(), entry));
        return new CodeList(name, entries);
    }

    String name() {
        return name;
    }

    /**
     * What the code means on a day. A code the list does not have then is kept, and marked: its text is {@code otherwise},
     * or the code itself.
     */
    Coded on(LocalDate day, String written, @Nullable String otherwise) {
        Entry last = null;
        for (Entry entry : entries.getOrDefault(plain(written), List.of())) {
            if (entry.validOn(day)) {
                return new Coded(entry.code(), entry.text(), entry.canonical(), true);
            }
            last = entry;
        }
        return new Coded(
                written, otherwise == null ? written : otherwise, last == null ? null : last.canonical(), false);
    }

    private static void add(Map<String, List<Entry>> entries, String key, Entry entry) {
        entries.computeIfAbsent(plain(key), none -> new ArrayList<>()).add(entry);
    }

    private static Entry entry(String file, int line, String text) {
        String[] cells = text.split(";", -1);
        if (cells.length != COLUMNS || cells[0].isBlank() || cells[1].isBlank()) {
            throw new MappingBroken(file, line, "five columns are expected, code and text filled", "Write " + HEADER);
        }
        try {
            return new Entry(
                    cells[0],
                    cells[1],
                    cells[2].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[2]),
                    cells[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[3]),
                    cells[4].isEmpty() ? null : cells[4]);
        } catch (DateTimeException notADate) {
            throw new MappingBroken(file, line, "a date cannot be read", "Write it as yyyy-MM-dd");
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
