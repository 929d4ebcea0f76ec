package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Deed;
import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A file a week, UTF-8, renamed when it is complete, no trailer and no ready file. Last week's lies beside it. */
final class BoligSource implements Source {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final DeliveredFiles files;
    private final LocalDate monday;
    private final Path hit;

    BoligSource(Path folder, LocalDate monday) throws IOException {
        this.files = new DeliveredFiles(folder);
        this.monday = monday;
        this.hit = file(monday);
    }

    private Path file(LocalDate of) {
        return files.file("BOLIG_LEJEMAAL_" + of.format(DAY) + ".csv");
    }

    @Override
    public String register() {
        return "bolig";
    }

    @Override
    public Meaning meaning(Shape shape) {
        byte[] good = files.good(hit);
        return switch (shape) {
            case REFUSED -> marked("the folder cannot be reached", files::away);
            case RESET -> marked("the file in use is taken away, an older one lies there", () -> files.remove(hit));
            case HANG -> new Fault("next week's file keeps its other name", Kept.DATED, this::begin, files::restore);
            case TRICKLE -> marked("the file still grows under its last name", () -> files.grow(hit, good));
            case HALF -> marked("the file ends half-way", () -> files.write(hit, DeliveredFiles.half(good)));
            case WRONG_CHARSET ->
                marked("a byte UTF-8 does not know", () -> files.write(hit, DeliveredFiles.spoilt(good, 0xFF)));
            case EMPTY -> marked("a file of no bytes", () -> files.write(hit, ""));
            case HEADER_ONLY -> marked("a header and no rows", () -> files.write(hit, lines(good, 0.0)));
            case WRONG_TRAILER ->
                marked(
                        "no trailer tells that three rows of five are missing",
                        () -> files.write(hit, lines(good, 0.4)));
            case YESTERDAY ->
                marked(
                        "last week's bytes under this week's name",
                        () -> files.write(hit, files.good(file(monday.minusWeeks(1)))));
            case ERRORS ->
                marked("the sender's error text in place of a file", () -> files.write(hit, "Internal Server Error\n"));
            case HTML -> marked("a page in place of the file", () -> files.write(hit, Texts.PAGE));
            default -> SpoiltFile.meaning(shape, register(), files, hit, good, this::marked);
        };
    }

    private Fault marked(String words, Deed on) {
        return new Fault(words, Kept.MARKED, on, files::restore);
    }

    private void begin() throws IOException {
        files.write(files.file(file(monday.plusWeeks(1)).getFileName() + ".tmp"), files.good(hit));
    }

    /** The header and this part of the rows. */
    private static String lines(byte[] good, double part) {
        List<String> lines = DeliveredFiles.text(good).lines().toList();
        return lines.stream().limit(1 + (int) ((lines.size() - 1) * part)).collect(Collectors.joining("\n", "", "\n"));
    }
}
