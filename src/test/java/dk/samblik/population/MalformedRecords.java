package dk.samblik.population;

import dk.samblik.campaign.Malformed;
import dk.samblik.household.Cpr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Record files of the population register that are not as they should be: an evening's file after a good status load. What
 * is refused leaves the state before, with its date.
 */
public final class MalformedRecords {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate EVENING = FIRST.plusDays(1);
    private static final Human MOTHER = Human.born(LocalDate.of(1985, 3, 12), 0).named("Mette", "Solbakke");
    private static final Human MARRIED = Human.of(MOTHER.cpr()).named("Mette", "Nygaard");
    private static final Clock NOON = Clock.fixed(Instant.parse(EVENING + "T11:00:00Z"), ZoneOffset.UTC);
    private static final String TAKEN = "taken: Nygaard";

    private final List<Malformed> all = new ArrayList<>();

    private MalformedRecords() {}

    /** All of them, with what must become of each. */
    public static List<Malformed> all() {
        MalformedRecords records = new MalformedRecords();
        records.files();
        records.ends();
        records.lines();
        records.odd();
        return records.all;
    }

    private void files() {
        text("no bytes", good -> "", "NO_START");
        text("one line break", good -> "\n", "NO_START");
        text("a page", good -> "<!DOCTYPE html>\n", "NO_START");
        text("no first record", good -> good.substring(good.indexOf('\n') + 1), "NO_START");
        text("a byte order mark", good -> "\u00EF\u00BB\u00BF" + good, "NO_START");
        text("another day's first record", good -> good.replaceFirst("20261102", "20261302"), "NO_START");
        text("the day before missing", good -> good.replaceFirst("20261101", "20261102"), "GAP");
        text("UTF-8 letters", good -> good.replace("Nygaard", "Nyg\u00C3\u0085rd"), "UNDECODABLE");
        text("a zero byte", good -> good.replace("Nygaard", "Nyg\u0000ard"), "UNDECODABLE");
        text("a tab", good -> good.replace("Nygaard", "Nyg\tard"), "UNDECODABLE");
        text("a control sequence", good -> good.replace("Nygaard", "\u001B[31m"), "UNDECODABLE");
        text("what ended a DOS text", good -> good + "\u001A", "UNDECODABLE");
        text("lone carriage returns", good -> good.replace('\n', '\r'), "UNDECODABLE");
        text("carriage returns and line feeds", good -> good.replace("\n", "\r\n"), TAKEN);
        text(
                "a line of a million characters",
                good -> good.replaceFirst("\n", "\n008" + "x".repeat(1_000_000) + "\n"),
                "OVERLONG_LINE");
        text("no line break at all, a million characters long", good -> "0".repeat(1_000_000), "OVERLONG_LINE");
        text("no line break after the last record", String::strip, TAKEN);
        text("letters that ISO-8859-1 has", good -> good.replace("Nygaard", "Nyg\u00E5rd"), "taken: Nyg\u00E5rd");
    }

    private void ends() {
        text("no last record", good -> good.substring(0, good.lastIndexOf("\n999") + 1), "NO_END");
        text("a last record cut short", good -> good.substring(0, good.length() - 6), "WRONG_COUNT");
        text("a count too high", good -> good.replaceFirst("(\\d{8})\n$", "00000009\n"), "WRONG_COUNT");
        text("a count in letters", good -> good.replaceFirst("(\\d{8})\n$", "xxxxxxxx\n"), "WRONG_COUNT");
        text("a record after the last", good -> good + "001" + "0".repeat(30) + "\n", "WRONG_COUNT");
        text("all of it twice", good -> good + good, "WRONG_COUNT");
    }

    /** Lines in a file that is whole: what cannot be read of a person is not known, and stops nobody else. */
    private void lines() {
        line("of no type", "xyz" + MARRIED.cpr().digits(), TAKEN);
        line("of a type nobody knows", "777" + MARRIED.cpr().digits(), TAKEN);
        line("of two characters", "00", TAKEN);
        line("that is blank", "", TAKEN);
        line("of a person with no number", "001", TAKEN);
        line("of a person with a number of letters", "001ABCDEFGHIJ", TAKEN);
        line("of a person with a number of zeros", "0010000000000", TAKEN);
        line("of an address without a person", "0020102709900", TAKEN);
        line("of an address cut short", "002" + MARRIED.cpr().digits() + "0998", TAKEN);
        line("of a protection from no day", "004" + MARRIED.cpr().digits() + "0001xxxx-xx-xx", TAKEN);
        line("of a custody of 31 February", "016" + MARRIED.cpr().digits() + "00032026-02-31", TAKEN);
        line("of an earlier number that is none", "022" + MARRIED.cpr().digits() + "not a numb", TAKEN);
        line(
                "of the person a second time, with nothing in it",
                "001" + MARRIED.cpr().digits(),
                "taken: ");
    }

    private void odd() {
        making("a folder", Files::createDirectory, "not seen: Solbakke");
        making(
                "a link to nothing",
                file -> Files.createSymbolicLink(file, Path.of("/nowhere/at/all")),
                "not seen: Solbakke");
        making(
                "a link to a device without an end",
                file -> Files.createSymbolicLink(file, Path.of("/dev/zero")),
                "not seen: Solbakke");
        making("a pipe that nobody writes to", MalformedRecords::pipe, "not seen: Solbakke");
    }

    private static void pipe(Path file) throws IOException {
        try {
            new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IOException("stopped", stopped);
        }
    }

    private interface Making {
        void at(Path file) throws IOException;
    }

    private void making(String words, Making making, String becomes) {
        all.add(new Malformed("folkeregister", words + " in place of a file", becomes, () -> outcome(making)));
    }

    private void line(String words, String line, String becomes) {
        text(
                "a line " + words,
                good -> {
                    int end = good.lastIndexOf("999" + "9".repeat(10));
                    String body = good.substring(0, end) + line + "\n";
                    long lines =
                            body.chars().filter(character -> character == '\n').count() + 1;
                    return body + "9".repeat(13) + "%08d".formatted(lines) + "\n";
                },
                becomes);
    }

    private void text(String words, UnaryOperator<String> spoiling, String becomes) {
        all.add(new Malformed(
                "folkeregister",
                words,
                becomes,
                () -> outcome(file -> {
                    new RecordFiles(file.getParent()).change(EVENING, MARRIED);
                    String good = Files.readString(file, StandardCharsets.ISO_8859_1);
                    Files.writeString(file, spoiling.apply(good), StandardCharsets.ISO_8859_1);
                })));
    }

    /** The name of the reason, or whether the file was taken and what it makes of her name. */
    private static String outcome(Making making) throws IOException {
        Path folder = Files.createTempDirectory("records");
        RecordFiles files = new RecordFiles(folder).load(FIRST, MOTHER);
        making.at(files.file("D", EVENING));
        Population population = files.read(NOON);
        population.load();
        Map<Cpr, Person> found = population.find(List.of(MOTHER.cpr()));
        Person mother = found.get(MOTHER.cpr());
        String name = mother == null ? "gone" : Objects.requireNonNullElse(mother.surname(), "");
        boolean taken = population.asOf().equals(EVENING);
        if (population.heldBack().isEmpty()) {
            return (taken ? "taken: " : "not seen: ") + name;
        }
        String reason = population.heldBack().get(0).reason().name();
        return taken || !name.equals("Solbakke") ? reason + " and yet " + name : reason;
    }
}
