package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Deed;
import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A nightly set of files with trailers and a ready file. The case file is hit; yesterday's set lies beside it. */
final class JobcenterSource implements Source {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final DeliveredFiles files;
    private final LocalDate day;
    private final Path hit;

    JobcenterSource(Path folder, LocalDate day) throws IOException {
        this.files = new DeliveredFiles(folder);
        this.day = day;
        this.hit = file(day);
    }

    private Path file(LocalDate of) {
        return files.file("JC_SAG_" + of.format(DAY) + ".csv");
    }

    @Override
    public String register() {
        return "jobcenter";
    }

    @Override
    public Meaning meaning(Shape shape) {
        byte[] good = files.good(hit);
        String header = DeliveredFiles.text(good).lines().findFirst().orElseThrow() + "\r\n";
        return switch (shape) {
            case REFUSED -> marked("the folder cannot be reached", files::away);
            case RESET -> marked("one file of ten is taken away", () -> files.remove(hit));
            case HANG -> new Fault("tomorrow's set waits for its ready file", Kept.DATED, this::begin, files::restore);
            case TRICKLE -> marked("a file still grows after the ready file", () -> files.grow(hit, good));
            case HALF -> marked("a file ends half-way", () -> files.write(hit, DeliveredFiles.half(good)));
            case WRONG_CHARSET ->
                marked("a byte Windows-1252 does not know", () -> files.write(hit, DeliveredFiles.spoilt(good, 0x81)));
            case EMPTY -> marked("a file of no bytes", () -> files.write(hit, ""));
            case HEADER_ONLY -> marked("a header and a trailer of 0", () -> files.write(hit, header + "SLUT;0\r\n"));
            case WRONG_TRAILER -> marked("a trailer one too high", () -> files.write(hit, miscounted(good)));
            case YESTERDAY ->
                marked(
                        "yesterday's bytes under today's name",
                        () -> files.write(hit, files.good(file(day.minusDays(1)))));
            case ERRORS ->
                marked(
                        "the sender's error text in place of a file",
                        () -> files.write(hit, "ORA-03113: end-of-file\r\n"));
            case HTML -> marked("a page in place of a file", () -> files.write(hit, Texts.PAGE));
            default -> SpoiltFile.meaning(shape, register(), files, hit, good, this::marked);
        };
    }

    private Fault marked(String words, Deed on) {
        return new Fault(words, Kept.MARKED, on, files::restore);
    }

    private void begin() throws IOException {
        files.write(file(day.plusDays(1)), files.good(hit));
    }

    private static String miscounted(byte[] good) {
        String text = DeliveredFiles.text(good);
        int at = text.lastIndexOf("SLUT;") + "SLUT;".length();
        long count = Long.parseLong(text.substring(at).strip());
        return text.substring(0, at) + (count + 1) + "\r\n";
    }
}
