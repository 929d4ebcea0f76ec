package dk.samblik.population;

import dk.samblik.household.CivilClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes record files of invented people into a folder, and reads it as the hub does. */
public record RecordFiles(Path folder) {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG = DateTimeFormatter.BASIC_ISO_DATE;

    /** A whole status load of a day. */
    public RecordFiles load(LocalDate day, Human... people) {
        return write("S", day, day.minusMonths(1), List.of(people), 0);
    }

    /** A whole change file of a day that follows the day before. */
    public RecordFiles change(LocalDate day, Human... people) {
        return write("D", day, day.minusDays(1), List.of(people), 0);
    }

    /** As {@link #change} after another day, with a count that is wrong by {@code off}. */
    public RecordFiles change(LocalDate day, LocalDate before, int off, Human... people) {
        return write("D", day, before, List.of(people), off);
    }

    /** As {@link #load} with a count that is wrong by {@code off}. */
    public RecordFiles brokenLoad(LocalDate day, int off, Human... people) {
        return write("S", day, day.minusMonths(1), List.of(people), off);
    }

    /** The name of the file of a day. */
    public Path file(String kind, LocalDate day) {
        return folder.resolve(kind + SHORT.format(day) + ".L099801");
    }

    /** The population as read by the clock of this day, given seven days. */
    public Population read(Clock clock) {
        return new Population(new PopulationSettings(folder, Duration.ofDays(7)), new CivilClock(clock));
    }

    private RecordFiles write(String kind, LocalDate day, LocalDate before, List<Human> people, int off) {
        List<String> lines = new ArrayList<>();
        lines.add("000" + "0".repeat(10) + "110901" + LONG.format(day) + LONG.format(before));
        people.forEach(person -> lines.addAll(person.lines()));
        lines.add("999" + "9".repeat(10) + "%08d".formatted(lines.size() + 1 + off));
        try {
            Files.writeString(file(kind, day), String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return this;
    }
}
