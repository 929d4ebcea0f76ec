package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Markers.Letters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Delivers what a simulated register has written, with markers in it, under whatever day is wanted. */
final class MarkedFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String BOM = "\uFEFF";

    /** How a register writes its files. */
    private record Shape(Charset charset, String mark, String end, String trailer) {}

    private static final Shape JOBCENTER = new Shape(Charset.forName("windows-1252"), "", "\r\n", "SLUT");
    private static final Shape BOLIG = new Shape(StandardCharsets.UTF_8, BOM, "\n", "");
    private final Path made;
    private final Path delivered;
    private final Covered covered;
    private final Markers markers;

    MarkedFiles(Path made, Path delivered, Covered covered, Markers markers) {
        this.made = made;
        this.delivered = delivered;
        this.covered = covered;
        this.markers = markers;
    }

    /** Delivers the job centre's set of one day as that of another. */
    void jobcenter(LocalDate written, LocalDate day, Spoiled spoiled) {
        for (Path file : files("JC_(?!KLAR).*" + DAY.format(written) + ".*")) {
            deliver(file, "jobcenter", JOBCENTER, day, spoiled);
        }
        put("JC_KLAR_" + DAY.format(day) + ".txt", ("KLAR;" + day + " 02:07\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Delivers the newest file of the housing association as that of a day. */
    void bolig(LocalDate day, Spoiled spoiled) {
        List<Path> files = files("BOLIG_.*csv");
        deliver(files.get(files.size() - 1), "bolig", BOLIG, day, spoiled);
    }

    private void deliver(Path file, String register, Shape shape, LocalDate day, Spoiled spoiled) {
        String name = file.getFileName().toString();
        String table = name.split("_")[1];
        List<List<String>> rows = rows(file, shape);
        List<String> header = rows.remove(0);
        MarkedRules rules = register.equals("bolig")
                ? MarkedRules.of(register, "HOUSING", table, Letters.ANY)
                : MarkedRules.of(register, "EMPLOYMENT", table, Letters.LATIN_1);
        MarkedTable marking = new MarkedTable(rules, header, covered, markers);
        List<List<String>> written = marking.aboutPeople() ? marked(marking, rows, day, spoiled) : rows;
        byte[] bytes = bytes(shape, header, written, spoiled);
        put(name.replaceFirst("\\d{8}", DAY.format(day)), bytes);
    }

    private static List<List<String>> marked(
            MarkedTable marking, List<List<String>> rows, LocalDate day, Spoiled spoiled) {
        List<List<String>> marked =
                new ArrayList<>(rows.stream().map(marking::marked).toList());
        rows.stream().filter(row -> !marking.consented(row)).findFirst().ifPresent(without -> {
            marked.add(marking.another(without, day.toString()));
            if (spoiled == Spoiled.EVERY_FIELD) {
                marked.addAll(marking.broken(marking.marked(without)));
            }
        });
        if (spoiled == Spoiled.EVERY_FIELD) {
            rows.stream()
                    .filter(marking::consented)
                    .findFirst()
                    .ifPresent(with -> marked.addAll(marking.broken(marking.marked(with))));
        }
        return marked;
    }

    private static byte[] bytes(Shape shape, List<String> header, List<List<String>> rows, Spoiled spoiled) {
        StringBuilder text = new StringBuilder(shape.mark());
        try (CSVPrinter printer = new CSVPrinter(text, format(shape))) {
            printer.printRecord(header);
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!shape.trailer().isEmpty()) {
            text.append(shape.trailer()).append(';').append(rows.size()).append(shape.end());
        }
        byte[] bytes = text.toString().getBytes(shape.charset());
        if (spoiled == Spoiled.GARBLED) {
            bytes[bytes.length / 2] = (byte) (shape == BOLIG ? 0xFF : 0x81);
        }
        return spoiled == Spoiled.CUT_SHORT ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
    }

    private static CSVFormat format(Shape shape) {
        CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(';').setRecordSeparator(shape.end());
        return (shape == BOLIG ? format.setQuote(null) : format).get();
    }

    private static List<List<String>> rows(Path file, Shape shape) {
        try {
            String text = Files.readString(file, shape.charset()).replace(BOM, "");
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord row : format(shape).parse(new StringReader(text))) {
                if (!row.get(0).equals("SLUT")) {
                    rows.add(row.toList());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String named) {
        try (Stream<Path> all = Files.list(made)) {
            return all.filter(file -> file.getFileName().toString().matches(named))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, byte[] bytes) {
        try {
            Files.createDirectories(delivered);
            Files.write(delivered.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
