package dk.samblik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Social services' interface, {@code borgere/soeg} and {@code udtraek} for 50 at a time, answering from memory: without the
 * real one's limits and delays, which are not what is measured. Told {@code changed} or {@code plain}, it has or has not an
 * appointment more for the citizens of the changed morning.
 */
public final class SocialService {

    private static final String BASE = "/api/v2/";
    private static final byte[] TOKEN =
            text("{\"access_token\":\"bench\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, SocialFile.Entry> byNumber = new HashMap<>();
    private final Map<Integer, SocialFile.Entry> byId = new HashMap<>();
    private final byte[] more;
    private volatile boolean changed;

    private SocialService(List<SocialFile.Entry> entries, LocalDate today) {
        for (SocialFile.Entry entry : entries) {
            byId.put(entry.id(), entry);
            entry.numbers().forEach(number -> byNumber.put(number, entry));
        }
        LocalDate day = today.plusDays(8);
        this.more = text("{\"id\":1,\"type\":\"SAMTALE\",\"start\":\"" + day + "T09:00:00.000Z\",\"slut\":\"" + day
                + "T09:30:00.000Z\",\"sted\":null,\"medarbejderId\":null,\"status\":\"PLANLAGT\"}");
    }

    /** {@code folder}; answers with its port, then does as it is told until nobody tells it any more. */
    public static void main(String[] arguments) throws IOException {
        SocialService service = new SocialService(SocialFile.read(Path.of(arguments[0])), Site.today());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext(BASE, service::handle);
        server.start();
        Jvm.answer(String.valueOf(server.getAddress().getPort()));
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = told.readLine(); word != null; word = told.readLine()) {
            service.changed = word.equals("changed");
            Jvm.answer(word);
        }
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer = switch (exchange.getRequestURI().getPath().substring(BASE.length())) {
                case "token" -> TOKEN;
                case "borgere/soeg" -> search(JSON.readTree(body));
                case "udtraek" -> extract(JSON.readTree(body));
                default -> throw new IOException("no such call");
            };
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] search(JsonNode question) {
        return results(elements(question.path("noegler")).map(key -> {
            SocialFile.Entry entry = byNumber.get(key.asText());
            String asked = "\"noegle\":\"" + key.asText() + "\"}";
            return entry == null
                    ? List.of(text("{\"fundet\":false," + asked))
                    : List.of(entry.found(), text("," + asked));
        }));
    }

    private byte[] extract(JsonNode question) {
        long from = day(question, "kalenderFra", Long.MIN_VALUE);
        long to = day(question, "kalenderTil", Long.MAX_VALUE);
        return results(elements(question.path("borgerIder")).map(id -> {
            SocialFile.Entry entry = byId.get(id.asInt());
            if (entry == null) {
                return List.of(text("{\"id\":" + id.asInt() + ",\"resultat\":\"UKENDT\"}"));
            }
            return entry.readable()
                    ? List.of(entry.head(), text(",\"kalender\":"), calendar(entry, from, to), text("}"))
                    : List.of(entry.head(), text("}"));
        }));
    }

    private byte[] calendar(SocialFile.Entry entry, long from, long to) {
        List<SocialFile.Dated> calendar = entry.calendar();
        boolean news = changed && entry.news();
        if (calendar == null && !news) {
            return text("null");
        }
        Stream<byte[]> items = (calendar == null ? Stream.<SocialFile.Dated>empty() : calendar.stream())
                .filter(item -> item.day() >= from && item.day() <= to)
                .map(SocialFile.Dated::json);
        return list(
                "[",
                Stream.concat(items, news ? Stream.of(more) : Stream.empty()).map(List::of),
                "]");
    }

    private static byte[] results(Stream<List<byte[]>> results) {
        return list("{\"resultater\":[", results, "]}");
    }

    private static byte[] list(String begin, Stream<List<byte[]>> items, String end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        out.writeBytes(text(begin));
        int before = out.size();
        items.forEach(parts -> {
            if (out.size() > before) {
                out.write(',');
            }
            parts.forEach(out::writeBytes);
        });
        out.writeBytes(text(end));
        return out.toByteArray();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        Stream.Builder<JsonNode> elements = Stream.builder();
        array.forEach(elements);
        return elements.build();
    }

    private static long day(JsonNode question, String field, long otherwise) {
        @Nullable JsonNode day = question.get(field);
        return day == null ? otherwise : LocalDate.parse(day.asText()).toEpochDay();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
