package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Deed;
import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.None;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What shapes mean for any register that delivers files: of one of them, or of what lies in its place. */
final class SpoiltFile {

    private final String register;
    private final DeliveredFiles files;
    private final Path hit;
    private final byte[] good;
    private final BiFunction<String, Deed, Fault> fault;

    private SpoiltFile(
            String register, DeliveredFiles files, Path hit, byte[] good, BiFunction<String, Deed, Fault> fault) {
        this.register = register;
        this.files = files;
        this.hit = hit;
        this.good = good;
        this.fault = fault;
    }

    /** {@code good} is what should lie in {@code hit}; {@code fault} makes one of words and a deed. */
    static Meaning meaning(
            Shape shape,
            String register,
            DeliveredFiles files,
            Path hit,
            byte[] good,
            BiFunction<String, Deed, Fault> fault) {
        SpoiltFile spoilt = new SpoiltFile(register, files, hit, good, fault);
        return switch (shape) {
            case FOLDER, LINK, DEVICE, PIPE, OTHER_NAME, READY -> spoilt.place(shape);
            case RENAMED, COLUMN_TWICE, WRONG_DELIMITER, OPEN_QUOTE, TWICE, NO_TRAILER -> spoilt.shape(shape);
            default -> spoilt.bytes(shape);
        };
    }

    private Meaning bytes(Shape shape) {
        return switch (shape) {
            case GARBAGE -> written("bytes without sense", Texts.garbage());
            case ZEROS -> written("bytes of zero", new byte[good.length]);
            case PACKED -> written("packed by gzip", packed());
            case UTF16 -> written("UTF-16", DeliveredFiles.text(good).getBytes(StandardCharsets.UTF_16));
            case TAIL_CUT -> text("its last bytes missing", text -> text.substring(0, text.length() - 5));
            case LONG_LINE -> text("a line of two million characters", text -> text + "x".repeat(2_000_000) + "\n");
            case OTHER_FILE -> text("another register's file", text -> "VARE;PRIS\r\nSkruer;12,50\r\n");
            default -> new None("no call is made: files are delivered");
        };
    }

    /** Faults of columns and ends, which a register has or not. */
    private Meaning shape(Shape shape) {
        boolean columns = !register.equals("folkeregister");
        boolean trailer = !register.equals("bolig");
        if (shape == Shape.TWICE || shape == Shape.NO_TRAILER) {
            return !trailer
                    ? new None("no trailer; the rows count once (MalformedIT)")
                    : text(shape.toString(), text -> shape == Shape.TWICE ? text + text : withoutTheLastLine(text));
        }
        if (!columns) {
            return new None("fields stand at fixed places, without names, delimiters or quotes");
        }
        return switch (shape) {
            case RENAMED -> text("a column renamed", text -> "X" + text);
            case COLUMN_TWICE -> text("a column twice", text -> text.replaceFirst("^([^;]+);[^;]+;", "$1;$1;"));
            case WRONG_DELIMITER -> text("commas for semicolons", text -> text.replace(';', ','));
            default -> text("a quote never closed", text -> text + "\"x\r\n");
        };
    }

    private Meaning place(Shape shape) {
        return switch (shape) {
            case FOLDER -> made("a folder lies in its place", () -> Files.createDirectory(hit));
            case LINK -> made("a link to nothing", () -> Files.createSymbolicLink(hit, Path.of("/nowhere/at/all")));
            case DEVICE -> made("a link to a device", () -> Files.createSymbolicLink(hit, Path.of("/dev/zero")));
            case PIPE ->
                made(
                        "a pipe",
                        () -> new ProcessBuilder("mkfifo", hit.toString())
                                .start()
                                .waitFor());
            case OTHER_NAME ->
                made(
                        "it lies there under another name",
                        () -> files.write(files.file(hit.getFileName() + ".bak"), good));
            default ->
                register.equals("jobcenter")
                        ? fault.apply(
                                "a ready file without a time",
                                () -> files.write(
                                        files.file(hit.getFileName()
                                                .toString()
                                                .replace("SAG", "KLAR")
                                                .replace(".csv", ".txt")),
                                        "KLAR;snart"))
                        : new None("no ready file");
        };
    }

    private Fault made(String words, Deed deed) {
        return fault.apply(words, () -> {
            Files.deleteIfExists(hit);
            deed.done();
        });
    }

    private Fault written(String words, byte[] bytes) {
        return fault.apply(words, () -> files.write(hit, bytes));
    }

    private Fault text(String words, UnaryOperator<String> spoiling) {
        return fault.apply(words, () -> files.write(hit, spoiling.apply(DeliveredFiles.text(good))));
    }

    private static String withoutTheLastLine(String text) {
        return text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1);
    }

    private byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(good);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return bytes.toByteArray();
    }
}
