package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Deed;
import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.Kept;
import dk.samblik.demo.cpr.RecordFiles;
import dk.samblik.demo.people.Town;
import dk.samblik.demo.plan.DeliveryFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Record files: a status load and a change file an evening. The evening's file that comes next is hit; what was accepted
 * before goes on holding, with its date, until it is too old.
 */
final class PopulationSource implements Source {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final DeliveredFiles files;
    private final Town town;
    private final LocalDate evening;
    private final byte[] next;
    private final Path hit;

    PopulationSource(Path folder, Town town) throws IOException {
        this.files = new DeliveredFiles(folder);
        this.town = town;
        this.evening = town.lastEvening().plusDays(1);
        this.next = written(evening);
        this.hit = file(evening);
    }

    private Path file(LocalDate of) {
        return files.file("D" + of.format(DAY) + ".L099801");
    }

    /** The change file of an evening, written beside the folder. */
    private byte[] written(LocalDate of) throws IOException {
        Path beside = Files.createTempDirectory("records");
        new RecordFiles(town).deliver(beside, of, DeliveryFault.NONE);
        return Files.readAllBytes(beside.resolve(file(of).getFileName()));
    }

    @Override
    public String register() {
        return "folkeregister";
    }

    @Override
    public Meaning meaning(Shape shape) {
        String first = DeliveredFiles.text(next).lines().findFirst().orElseThrow() + "\n";
        return switch (shape) {
            case REFUSED -> new Fault("the folder cannot be reached", Kept.RUN_FAILED, files::away, files::restore);
            case RESET -> dated("the newest file in use is taken away", () -> files.remove(file(town.lastEvening())));
            case HANG ->
                dated(
                        "an evening's file does not come, the next one does",
                        () -> files.write(file(evening.plusDays(1)), written(evening.plusDays(1))));
            case TRICKLE -> dated("the file still grows", () -> files.grow(hit, next));
            case HALF -> dated("the file ends half-way", () -> files.write(hit, DeliveredFiles.half(next)));
            case WRONG_CHARSET ->
                dated("a byte ISO-8859-1 does not know", () -> files.write(hit, DeliveredFiles.spoilt(next, 0x81)));
            case EMPTY -> dated("a file of no bytes", () -> files.write(hit, ""));
            case HEADER_ONLY -> dated("the first record and no last one", () -> files.write(hit, first));
            case WRONG_TRAILER -> dated("a last record that counts one too many", () -> files.write(hit, miscounted()));
            case YESTERDAY ->
                dated(
                        "the last evening's bytes under the next one's name",
                        () -> files.write(hit, files.good(file(town.lastEvening()))));
            case ERRORS -> dated("the sender's error text in place of a file", () -> files.write(hit, "FEJL 0042\n"));
            case HTML -> dated("a page in place of a file", () -> files.write(hit, Texts.PAGE));
            default -> SpoiltFile.meaning(shape, register(), files, hit, next, this::dated);
        };
    }

    private Fault dated(String words, Deed on) {
        return new Fault(words, Kept.DATED, on, files::restore);
    }

    private String miscounted() {
        String text = DeliveredFiles.text(next);
        int at = text.lastIndexOf("9999999999999") + 13;
        long count = Long.parseLong(text.substring(at).strip());
        return text.substring(0, at) + "%08d".formatted(count + 1) + "\n";
    }
}
