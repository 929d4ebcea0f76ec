package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Files of the job centre and of the housing association that are not as they should be, as a whole. */
final class MalformedFiles extends FileTrials {

    private MalformedFiles(TestDatabase database) {
        super(database);
    }

    static List<Malformed> all(TestDatabase database) {
        MalformedFiles trials = new MalformedFiles(database);
        trials.bytes();
        trials.shapes();
        trials.ends();
        trials.odd();
        return trials.all;
    }

    private void bytes() {
        both("a file of no bytes", good -> new byte[0], "EMPTY", "EMPTY");
        both("a byte order mark and no more", good -> bytes(0xEF, 0xBB, 0xBF), "EMPTY", "EMPTY");
        both("one line break", good -> bytes('\n'), "EMPTY", "EMPTY");
        both("a thousand bytes of zero", good -> new byte[1_000], "MISSING_COLUMN", "MISSING_COLUMN");
        both(
                "UTF-16 with a byte order mark",
                good -> recoded(good, StandardCharsets.UTF_16),
                "MISSING_COLUMN",
                "BAD_BYTE");
        both("UTF-16 without one", good -> recoded(good, StandardCharsets.UTF_16LE), "MISSING_COLUMN", "BAD_BYTE");
        both("UTF-32", good -> recoded(good, Charset.forName("UTF-32LE")), "MISSING_COLUMN", "BAD_BYTE");
        both(
                "the other charset behind a byte order mark",
                good -> joined(bytes(0xEF, 0xBB, 0xBF), western(good)),
                "BAD_BYTE",
                "BAD_BYTE");
        both("packed by gzip", MalformedFiles::packed, "BAD_BYTE", "BAD_BYTE");
        both(
                "a ZIP archive's beginning",
                good -> bytes('P', 'K', 3, 4, 20, 0, 0, 0, 8, 0),
                "MISSING_COLUMN",
                "MISSING_COLUMN");
        both("a byte that stands for nothing", good -> replaced(good, good.length / 2, 0x81), "BAD_BYTE", "BAD_BYTE");
        both("that byte last of all", good -> joined(good, bytes(0x81)), "BAD_BYTE", "BAD_BYTE");
        onlyBolig("an overlong character", joined(homes(), bytes(0xC0, 0xAF)), "BAD_BYTE");
        onlyBolig("half a surrogate pair", joined(homes(), bytes(0xED, 0xA0, 0x80)), "BAD_BYTE");
        onlyBolig("a character cut in two", joined(homes(), bytes(0xE2, 0x82)), "BAD_BYTE");
        onlyBolig("Windows-1252 where UTF-8 is promised", western(homes()), "BAD_BYTE");
        onlyJobcenter(
                "UTF-8 where Windows-1252 is promised, which can be read",
                text -> recoded(text, StandardCharsets.UTF_8),
                cases());
    }

    private void shapes() {
        text(
                "a header and no rows",
                text -> text.lines().findFirst().orElseThrow() + "\r\n",
                "TRAILER_MISSING",
                "SHRUNK");
        text("rows and no header", text -> text.substring(text.indexOf('\n') + 1), "MISSING_COLUMN", "DOUBLE_COLUMN");
        text(
                "the header twice",
                text -> text.lines().findFirst().orElseThrow() + "\n" + text,
                "TRAILER_COUNT",
                homes(HOMES_MAPPED, 1, 0));
        text(
                "all twice, one after the other",
                text -> text + text,
                "TRAILER_COUNT",
                "3 mapped, 3 duplicate, 1 nobody's");
        text("a comma between the cells", text -> text.replace(';', ','), "MISSING_COLUMN", "MISSING_COLUMN");
        text("a tab between the cells", text -> text.replace(';', '\t'), "MISSING_COLUMN", "MISSING_COLUMN");
        text(
                "lone carriage returns",
                text -> text.replace("\r\n", "\n").replace('\n', '\r'),
                "DOUBLE_COLUMN",
                "DOUBLE_COLUMN");
        text(
                "header in small letters",
                text -> firstLine(text, String::toLowerCase),
                "MISSING_COLUMN",
                "MISSING_COLUMN");
        text(
                "header with blanks around the names",
                text -> firstLine(text, line -> line.replace(";", " ; ")),
                cases(),
                homes(HOMES_MAPPED, 0, 0));
        text(
                "header in quotes",
                text -> firstLine(text, line -> '"' + line.replace(";", "\";\"") + '"'),
                cases(),
                homes(HOMES_MAPPED, 0, 0));
        text(
                "a doubled column",
                text -> firstLine(text, line -> line.replace(";KLE;", ";CPRNR;").replace(";BYNAVN;", ";POSTNR;")),
                "DOUBLE_COLUMN",
                "DOUBLE_COLUMN");
        text(
                "a column with another name",
                text -> firstLine(text, line -> line.replace("OPRETTET", "DATO").replace("INDFLYTNING", "DATO")),
                "MISSING_COLUMN",
                "MISSING_COLUMN");
        text(
                "two columns' names swapped",
                text -> firstLine(
                        text,
                        line -> line.replace("SAGSNR;CPRNR", "CPRNR;SAGSNR")
                                .replace("LEJER1_NAVN;LEJER1_CPR", "LEJER1_CPR;LEJER1_NAVN")),
                "21 mapped, 1 filtered, 4 nobody's",
                "3 nobody's");
        text(
                "a delimiter too many at every end",
                text -> text.replace("\r\n", "\n").replace("\n", ";\n"),
                "TRAILER_MISSING",
                homes(HOMES_MAPPED, 0, 0));
        text(
                "a delimiter too many at the end of rows",
                text -> firstLine(text.replace("\n", ";\n"), line -> line.replaceAll(";$", "")),
                "TRAILER_MISSING",
                "3 nobody's");
        text("blank lines between", text -> text.replace("\n", "\n\n"), cases(), homes(HOMES_MAPPED, 0, 0));
        text(
                "cut in the middle of a row",
                text -> text.substring(0, text.length() - 40),
                "TRAILER_MISSING",
                "TRUNCATED");
        text(
                "a quote that is never closed",
                text -> text.replaceFirst(";Fjordsted;|;Passiv;", ";\"open;"),
                "UNCLOSED_QUOTE",
                "UNCLOSED_QUOTE");
        text("what ended a DOS text, at the end", text -> text + "\u001A", "TRAILER_COUNT", "TRUNCATED");
        text(
                "a hundred thousand columns",
                text -> "X;".repeat(100_000) + "\n" + text,
                "TOO_MANY_COLUMNS",
                "TOO_MANY_COLUMNS");
        text(
                "a row of a hundred thousand cells",
                text -> firstLine(text, line -> line + "\n" + ";".repeat(100_000)),
                "TOO_MANY_COLUMNS",
                "TOO_MANY_COLUMNS");
        text(
                "a line of ten million characters",
                text -> firstLine(text, line -> line + "\n" + "x".repeat(10_000_000)),
                "RECORD_TOO_LONG",
                "RECORD_TOO_LONG");
        text(
                "a cell of ten million line breaks",
                text -> firstLine(text, line -> line + "\n\"" + "\n".repeat(10_000_000)),
                "RECORD_TOO_LONG",
                "RECORD_TOO_LONG");
        text(
                "a page in place of the file",
                text -> "<!DOCTYPE html>\n<html><body>Log ind</body></html>\n",
                "MISSING_COLUMN",
                "MISSING_COLUMN");
    }

    private void ends() {
        trailer("counts too high", "SLUT;5");
        trailer("counts too low", "SLUT;3");
        trailer("counts below zero", "SLUT;-4");
        trailer("counts in words", "SLUT;fire");
        trailer("counts in wide digits", "SLUT;４");
        trailer("counts beyond all numbers", "SLUT;99999999999999999999");
        trailer("stands twice", "SLUT;4\r\nSLUT;4");
        trailer("stands before the end", "SLUT;4\r\n" + sag("JC-9", METTE, "01-02-2026", ""));
    }

    private void odd() {
        odd("a folder in place of a file", Files::createDirectory, "MISSING_FILE");
        odd("a link to nothing", file -> Files.createSymbolicLink(file, Path.of("/nowhere/at/all")), "MISSING_FILE");
        odd("a link to itself", file -> Files.createSymbolicLink(file, file.getFileName()), "UNREADABLE");
        odd(
                "a link to a device without an end",
                file -> Files.createSymbolicLink(file, Path.of("/dev/zero")),
                "MISSING_FILE");
        odd("a pipe that nobody writes to", MalformedFiles::pipe, "MISSING_FILE");
        ready("says no time", "KLAR;snart", "READY_FILE");
        ready("is empty", "", "READY_FILE");
        ready("is ten million characters long", "KLAR;" + "2".repeat(10_000_000), "READY_FILE");
    }

    private void trailer(String words, String trailer) {
        onlyJobcenter(
                "a trailer that " + words,
                text -> recoded(text.replace("SLUT;4", trailer), StandardCharsets.UTF_8),
                "TRAILER_COUNT");
    }

    private void ready(String words, String text, String becomes) {
        add(
                "jobcenter",
                "a ready file that " + words,
                becomes,
                () -> jobcenter.outcome(
                        folder -> new JobcenterFiles(folder).deliver(TODAY).ready(TODAY, text)));
    }

    private interface Making {
        void at(Path file) throws IOException;
    }

    private void odd(String words, Making making, String becomes) {
        add(
                "bolig",
                words,
                becomes,
                () -> bolig.outcome(folder -> making.at(folder.resolve("BOLIG_LEJEMAAL_20261116.csv"))));
    }

    private static void pipe(Path file) throws IOException {
        try {
            new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IOException("stopped", stopped);
        }
    }

    private static String firstLine(String text, UnaryOperator<String> spoiling) {
        int end = text.indexOf('\n');
        String line = text.substring(0, end).replace("\r", "");
        return spoiling.apply(line) + text.substring(end);
    }

    private static byte[] western(byte[] good) {
        return recoded(good, WESTERN);
    }

    private static byte[] packed(byte[] good) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(good);
            }
            return bytes.toByteArray();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] good, int at, int with) {
        byte[] spoilt = good.clone();
        spoilt[at] = (byte) with;
        return spoilt;
    }

    private static byte[] recoded(byte[] good, Charset charset) {
        Charset was =
                new String(good, StandardCharsets.ISO_8859_1).startsWith("SELSKAB") ? StandardCharsets.UTF_8 : WESTERN;
        return new String(good, was).getBytes(charset);
    }

    private static byte[] recoded(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
