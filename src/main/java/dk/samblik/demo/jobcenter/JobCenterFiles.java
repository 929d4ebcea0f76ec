package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.DeliveryFault;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Setting;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a morning's set of ten files and the ready file. */
public final class JobCenterFiles {

    /** The file a fault hits. */
    public static final Table FAULTY = Table.SAG;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Table> SPREADSHEET = List.of(Table.YDELSE, Table.KONTAKT, Table.BORGER, Table.ANSVARLIG);

    private final Setting setting;
    private final List<Planted<JobCenterRow>> plan;
    private final Drift drift;

    public JobCenterFiles(Setting setting, List<Planted<JobCenterRow>> plan) {
        this.setting = setting;
        this.plan = List.copyOf(plan);
        this.drift = new Drift(setting);
    }

    /** All rows of the delivery of a morning, with their fates. */
    public List<Planted<JobCenterRow>> rows(LocalDate morning) {
        List<Planted<JobCenterRow>> rows = new ArrayList<>(plan);
        rows.addAll(drift.upTo(morning));
        return rows;
    }

    /** Writes the delivery of a morning, with a fault in one file if one is wanted; removes what is over a week old. */
    public void write(Path folder, LocalDate morning, DeliveryFault fault) throws IOException {
        Files.createDirectories(folder);
        for (Table table : Table.values()) {
            DeliveryFault here = table == FAULTY ? fault : DeliveryFault.NONE;
            Files.write(folder.resolve(name(table, morning)), bytes(table, morning, here));
        }
        if (fault != DeliveryFault.NO_READY_FILE) {
            Files.writeString(ready(folder, morning), "KLAR;" + morning + " 02:07\r\n", StandardCharsets.US_ASCII);
        }
        LocalDate old = morning.minusDays(8);
        for (Table table : Table.values()) {
            Files.deleteIfExists(folder.resolve(name(table, old)));
        }
        Files.deleteIfExists(ready(folder, old));
    }

    private byte[] bytes(Table table, LocalDate morning, DeliveryFault fault) {
        return switch (fault) {
            case YESTERDAYS_BYTES -> bytes(table, morning.minusDays(1), DeliveryFault.NONE);
            case UTF8_BOM -> ("\uFEFF" + text(table, morning, fault)).getBytes(StandardCharsets.UTF_8);
            case INVALID_BYTE -> spoiled(text(table, morning, fault).getBytes(WINDOWS));
            default -> text(table, morning, fault).getBytes(WINDOWS);
        };
    }

    private String text(Table table, LocalDate morning, DeliveryFault fault) {
        List<List<String>> records = records(table, morning);
        if (fault == DeliveryFault.HEADER_ONLY) {
            records = List.of();
        } else if (fault == DeliveryFault.SHRUNK) {
            records = records.subList(0, records.size() * 2 / 5);
        }
        StringBuilder text = new StringBuilder();
        text.append(line(table.columns(), fault)).append("\r\n");
        for (List<String> values : records) {
            text.append(line(values, fault)).append("\r\n");
        }
        int count = records.size() + (fault == DeliveryFault.WRONG_TRAILER ? 1 : 0);
        return text.append("SLUT;").append(count).append("\r\n").toString();
    }

    private List<List<String>> records(Table table, LocalDate morning) {
        long days = morning.toEpochDay() - setting.night().toEpochDay();
        boolean opened = Math.floorMod(days, 7) == 0
                && SPREADSHEET.get((int) Math.floorMod(days / 7, SPREADSHEET.size())) == table;
        Dice dice = setting.dice("spreadsheet", morning);
        return rows(morning).stream()
                .map(Planted::row)
                .filter(row -> row.table() == table)
                .map(row -> opened ? withoutZero(row, dice) : row.values())
                .toList();
    }

    // Once a week somebody opens one of the files in a spreadsheet and saves it.
    private static List<String> withoutZero(JobCenterRow row, Dice dice) {
        String cpr = row.values().get(row.table().cprColumn());
        if (!cpr.matches("0\\d{9}") || !dice.chance(0.33)) {
            return row.values();
        }
        List<String> values = new ArrayList<>(row.values());
        values.set(row.table().cprColumn(), cpr.substring(1));
        return values;
    }

    private static String line(List<String> values, DeliveryFault fault) {
        List<String> ordered = new ArrayList<>(values);
        if (fault == DeliveryFault.OTHER_COLUMN_ORDER) {
            Collections.rotate(ordered, 3);
        }
        return CsvText.line(ordered);
    }

    private static byte[] spoiled(byte[] bytes) {
        bytes[bytes.length / 2] = (byte) 0x81;
        return bytes;
    }

    private static String name(Table table, LocalDate morning) {
        return "JC_" + table + "_" + morning.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
    }

    private static Path ready(Path folder, LocalDate morning) {
        return folder.resolve("JC_KLAR_" + morning.format(DateTimeFormatter.BASIC_ISO_DATE) + ".txt");
    }
}
