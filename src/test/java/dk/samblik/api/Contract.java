package dk.samblik.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * Holds answers of the interface against its description: status, headers, media type, every key of the body and the code of a
 * problem must stand there, for this very operation.
 */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();
    private static final int FIRST_REFUSAL = 400;

    private Contract() {}

    private static JsonNode document() {
        try {
            return JSON.readTree(Path.of("docs/api/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where the answer is another than the description allows. */
    static void holds(String method, String address, HttpResponse<String> answer) {
        if (!address.startsWith("/api/v1")) {
            return;
        }
        Optional<JsonNode> operation = operation(method, address.replaceAll("\\?.*", ""));
        if (operation.isEmpty()) {
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(FIRST_REFUSAL);
            valid("#/components/schemas/Problem", answer.body());
            return;
        }
        JsonNode described = operation.get().path("responses").path(String.valueOf(answer.statusCode()));
        assertThat(described.isObject())
                .as("%s %s may answer %d: %s", method, address, answer.statusCode(), answer.body())
                .isTrue();
        headers(described.path("headers"), answer);
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode media = described.path("content").path(type);
        assertThat(media.isObject()
                        || !described.has("content") && answer.body().isEmpty())
                .as("%s %s answers %s", method, address, type)
                .isTrue();
        String schema = media.at("/schema/$ref").asText();
        if (!schema.isEmpty()) {
            valid(schema, answer.body());
        }
        if (type.equals("application/problem+json")) {
            assertThat(media.path("examples")
                            .has(read(answer.body()).path("code").asText()))
                    .as("%s %s may answer %s", method, address, answer.body())
                    .isTrue();
        }
    }

    private static Optional<JsonNode> operation(String method, String path) {
        Iterable<Map.Entry<String, JsonNode>> paths =
                () -> DOCUMENT.path("paths").fields();
        return StreamSupport.stream(paths.spliterator(), false)
                .filter(one -> path.matches(one.getKey().replaceAll("\\{\\w+}", "[^/;]+")))
                .min(Comparator.comparing(one -> one.getKey().contains("{")))
                .map(one -> one.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static void headers(JsonNode described, HttpResponse<String> answer) {
        described.fieldNames().forEachRemaining(name -> {
            if (DOCUMENT.at("/components/headers/" + name + "/required").asBoolean()) {
                assertThat(answer.headers().firstValue(name)).as(name).isPresent();
            }
        });
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void valid(String schema, String body) {
        assertThat(SCHEMAS.computeIfAbsent(schema, Contract::schema).validate(read(body)))
                .as(schema)
                .isEmpty();
    }

    /** Of the description, and here without room for a key that it does not name. */
    private static JsonSchema schema(String reference) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("$ref", reference);
        JsonNode all = DOCUMENT.at("/components/schemas").deepCopy();
        all.forEach(one -> {
            if (one.has("properties")) {
                ((ObjectNode) one).put("additionalProperties", false);
            }
        });
        root.set("$defs", all);
        JsonNode whole = read(root.toString().replace("#/components/schemas/", "#/$defs/"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** Every operation that it names, as method and address. */
    static List<String> operations() {
        List<String> all = new ArrayList<>();
        DOCUMENT.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> all.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    /** Holds a webhook's body against the description of its event. */
    static void told(String body) {
        JsonNode event = DOCUMENT.path("webhooks").path(read(body).path("type").asText());
        assertThat(event.isObject()).as(body).isTrue();
        valid(
                event.at("/post/requestBody/content/application~1json/schema/$ref")
                        .asText(),
                body);
    }
}
