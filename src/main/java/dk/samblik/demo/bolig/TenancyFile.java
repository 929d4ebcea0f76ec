package dk.samblik.demo.bolig;

import dk.samblik.demo.plan.DeliveryFault;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the file of a Monday: UTF-8 with BOM, LF, no trailer. */
public final class TenancyFile {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final List<Planted<TenancyRow>> plan;
    private final LocalDate first;

    public TenancyFile(List<Planted<TenancyRow>> plan, LocalDate night) {
        this.plan = List.copyOf(plan);
        this.first = monday(night);
    }

    /** The Monday whose file is the newest on a day. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** All rows of the file of a Monday; each week after the first has a new tenant more. */
    public List<Planted<TenancyRow>> rows(LocalDate monday) {
        List<Planted<TenancyRow>> rows = new ArrayList<>(plan);
        for (LocalDate week = first.minusWeeks(1); !week.isAfter(monday); week = week.plusWeeks(1)) {
            rows.add(newTenant(week));
        }
        return rows;
    }

    /** Writes the file of the newest Monday of a day, under another name first; removes files over 28 days old. */
    public Path write(Path folder, LocalDate day, DeliveryFault fault) throws IOException {
        Files.createDirectories(folder);
        LocalDate monday = monday(day);
        Path file = file(folder, monday);
        Path parked = folder.resolve(file.getFileName() + ".tmp");
        Files.write(parked, bytes(monday, fault));
        Files.move(parked, file, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file(folder, monday.minusWeeks(5)));
        return file;
    }

    private byte[] bytes(LocalDate monday, DeliveryFault fault) {
        List<Planted<TenancyRow>> rows = switch (fault) {
            case YESTERDAYS_BYTES -> rows(monday.minusWeeks(1));
            case HEADER_ONLY -> List.<Planted<TenancyRow>>of();
            case SHRUNK -> plan.subList(0, plan.size() * 2 / 5);
            default -> rows(monday);
        };
        StringBuilder text = new StringBuilder("\uFEFF").append(line(TenancyRow.COLUMNS, fault));
        rows.forEach(row -> text.append(line(row.row().values(), fault)));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (fault == DeliveryFault.INVALID_BYTE) {
            bytes[bytes.length / 2] = (byte) 0xFF;
        }
        return bytes;
    }

    private static String line(List<String> values, DeliveryFault fault) {
        List<String> ordered = new ArrayList<>(values);
        if (fault == DeliveryFault.OTHER_COLUMN_ORDER) {
            Collections.rotate(ordered, 2);
        }
        return String.join(";", ordered) + "\n";
    }

    private static Planted<TenancyRow> newTenant(LocalDate week) {
        List<String> values = new ArrayList<>(Collections.nCopies(TenancyRow.COLUMNS.size(), ""));
        values.set(0, "101");
        values.set(1, "12");
        values.set(2, String.valueOf(9000 + week.toEpochDay() % 1000));
        values.set(3, "Ny Lejer");
        values.set(7, "Vibestræde 97, st. tv");
        values.set(8, "9988");
        values.set(9, "Fjordsted");
        values.set(10, week.format(DATE));
        return new Planted<>(new TenancyRow(values), List.of(), Fate.NOBODYS, List.of());
    }

    private static Path file(Path folder, LocalDate monday) {
        return folder.resolve("BOLIG_LEJEMAAL_" + monday.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv");
    }
}
