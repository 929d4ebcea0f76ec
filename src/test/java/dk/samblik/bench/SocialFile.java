package dk.samblik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.demo.social.Citizen;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The citizens of social services as bytes of JSON ready to be sent, so that answering costs next to nothing. */
final class SocialFile {

    private static final String FILE = "social.bin";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private SocialFile() {}

    /** One appointment, and the day it is on in Denmark. */
    record Dated(long day, byte[] json) {}

    /**
     * One citizen: {@code found} and {@code head} are what search and extract say of him but for the closing brace; {@code
     * calendar} is null where the system says null. {@code news} is what a changed morning has on top.
     */
    record Entry(
            int id,
            List<String> numbers,
            byte[] found,
            byte[] head,
            @Nullable List<Dated> calendar,
            boolean readable,
            boolean news) {}

    static void write(Path folder, List<Citizen> citizens, List<Enrolled> changed, LocalDate today) throws IOException {
        Set<String> news = new HashSet<>();
        changed.forEach(member -> news.add(member.cpr()));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)), 1 << 20))) {
            out.writeInt(citizens.size());
            for (Citizen citizen : citizens) {
                write(out, citizen, news.contains(citizen.cpr()));
            }
        }
    }

    private static void write(DataOutputStream out, Citizen citizen, boolean news) throws IOException {
        out.writeInt(citizen.id());
        out.writeUTF(String.join(",", citizen.numbers()));
        bytes(out, open(found(citizen)));
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("id", citizen.id());
        boolean readable = citizen.answer() == Citizen.Answer.OK;
        head.put("resultat", outcome(citizen));
        if (readable) {
            head.putAll(citizen.lists());
            head.remove("kalender");
        }
        bytes(out, open(head));
        out.writeBoolean(readable);
        out.writeBoolean(news);
        List<Map<String, @Nullable Object>> calendar = citizen.lists().get("kalender");
        out.writeInt(calendar == null ? -1 : calendar.size());
        if (calendar != null) {
            for (Map<String, @Nullable Object> item : calendar) {
                out.writeLong(day(item));
                bytes(out, JSON.writeValueAsBytes(item));
            }
        }
    }

    private static long day(Map<String, @Nullable Object> item) {
        return ZonedDateTime.parse(String.valueOf(item.get("start")), WRITTEN)
                .withZoneSameInstant(COPENHAGEN)
                .toLocalDate()
                .toEpochDay();
    }

    private static Map<String, @Nullable Object> found(Citizen citizen) {
        boolean accessible = citizen.answer() != Citizen.Answer.HIDDEN_IN_SEARCH;
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        found.put("fundet", true);
        found.put("tilgaengelig", accessible);
        if (accessible) {
            found.put(
                    "borger",
                    Map.of(
                            "id", citizen.id(),
                            "cpr", citizen.cpr(),
                            "navn", citizen.name(),
                            "kommunekode", "0998",
                            "_links", Map.of("self", Map.of("href", "/api/v2/borgere/" + citizen.id()))));
        }
        return found;
    }

    private static String outcome(Citizen citizen) {
        return switch (citizen.answer()) {
            case OK -> "OK";
            case FAILS -> "FEJL";
            default -> "IKKE_TILGAENGELIG";
        };
    }

    private static byte[] open(Map<String, ?> object) throws IOException {
        String json = JSON.writeValueAsString(object);
        return json.substring(0, json.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static List<Entry> read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE)), 1 << 20))) {
            int citizens = in.readInt();
            List<Entry> entries = new ArrayList<>(citizens);
            for (int i = 0; i < citizens; i++) {
                entries.add(entry(in));
            }
            return entries;
        }
    }

    private static Entry entry(DataInputStream in) throws IOException {
        int id = in.readInt();
        List<String> numbers = List.of(in.readUTF().split(","));
        byte[] found = bytes(in);
        byte[] head = bytes(in);
        boolean readable = in.readBoolean();
        boolean news = in.readBoolean();
        int items = in.readInt();
        List<Dated> calendar = items < 0 ? null : new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            Dated item = new Dated(in.readLong(), bytes(in));
            if (calendar != null) {
                calendar.add(item);
            }
        }
        return new Entry(id, numbers, found, head, calendar, readable, news);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
