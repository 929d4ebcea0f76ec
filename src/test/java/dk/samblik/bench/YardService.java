package dk.samblik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The yardstick's answers of social services: the same calls for 50 at a time, four side by side. */
final class YardService {

    private static final int AT_ONCE = 50;
    private static final int SIDE_BY_SIDE = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final List<String> numbers;

    YardService(String base, List<Enrolled> members) {
        this.base = base;
        this.numbers = members.stream()
                .filter(member -> member.asks("SOCIAL"))
                .map(Enrolled::cpr)
                .toList();
    }

    long copy(Connection yard) throws SQLException, IOException {
        Yardstick.execute(yard, "create unlogged table yard.social (cpr text, content json)");
        Map<Integer, String> known = new HashMap<>();
        sideBySide(numbers, this::search).forEach(known::putAll);
        String rows = String.join("", sideBySide(List.copyOf(known.keySet()), ids -> extract(ids, known)));
        return YardFiles.copy(
                yard,
                "copy yard.social from stdin with (format csv)",
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    /** Ids by number of those who are found and may be seen, turned round. */
    Map<Integer, String> search(List<String> some) throws IOException, InterruptedException {
        ObjectNode question = JSON.createObjectNode().put("noegletype", "CPR");
        some.forEach(question.withArray("noegler")::add);
        Map<Integer, String> known = new HashMap<>();
        for (JsonNode result : post("/borgere/soeg", question)) {
            @Nullable JsonNode id = result.path("borger").get("id");
            if (id != null) {
                known.put(id.asInt(), result.path("noegle").asText());
            }
        }
        return known;
    }

    /** Everything of these ids as lines of CSV. */
    String extract(List<Integer> some, Map<Integer, String> numbersById) throws IOException, InterruptedException {
        ObjectNode question = JSON.createObjectNode()
                .put("kalenderFra", Site.today().minusYears(1).toString())
                .put("kalenderTil", Site.today().plusYears(1).toString());
        some.forEach(question.withArray("borgerIder")::add);
        StringBuilder lines = new StringBuilder();
        for (JsonNode result : post("/udtraek", question)) {
            lines.append(numbersById.get(result.path("id").asInt()))
                    .append(",\"")
                    .append(result.toString().replace("\"", "\"\""))
                    .append("\"\n");
        }
        return lines.toString();
    }

    private JsonNode post(String path, JsonNode question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer bench")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                .build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .path("resultater");
    }

    private interface Call<A, B> {
        B about(List<A> some) throws IOException, InterruptedException;
    }

    private static <A, B> List<B> sideBySide(List<A> all, Call<A, B> call) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Callable<B>> calls = new ArrayList<>();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<A> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                calls.add(() -> call.about(some));
            }
            List<B> answers = new ArrayList<>();
            for (Future<B> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }
}
