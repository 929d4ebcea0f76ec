package dk.samblik.consent;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * An import file: one list of entries, each checked against the published schema and given on in batches, so that the
 * size of the file does not matter.
 */
final class EntryFile {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int BATCH = 500;
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private final String list;
    private final JsonSchema schema;

    /** {@code list} names the list in the file, and the schema. */
    EntryFile(String list) {
        this.list = list;
        this.schema = SCHEMAS.computeIfAbsent(list, EntryFile::schema);
    }

    /** One entry that keeps to the schema, and its place in the list. */
    record Entry(int index, JsonNode json) {

        <T> T as(Class<T> type) {
            return JSON.convertValue(json, type);
        }
    }

    /** Gives on all entries that keep to the schema; the others are refused. Answers with how many entries there are. */
    int read(Path file, Refusals refusals, Consumer<List<Entry>> batches) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            if (!begins(parser)) {
                refusals.add(-1, "", "NO_LIST_OF_" + list.toUpperCase(Locale.ROOT));
                return 0;
            }
            int entries = entries(parser, refusals, batches);
            if (parser.nextToken() != JsonToken.END_OBJECT) {
                refusals.add(-1, "", "MORE_THAN_ONE_LIST");
            }
            return entries;
        } catch (IOException unreadable) {
            refusals.add(-1, "", Files.isReadable(file) ? "NOT_JSON" : "NO_SUCH_FILE");
            return 0;
        }
    }

    /** Those of these entries that keep to the schema; the others are refused. */
    List<Entry> checked(List<? extends JsonNode> written, Refusals refusals) {
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            JsonNode json = written.get(index);
            if (keepsToSchema(index, json, refusals)) {
                entries.add(new Entry(index, json));
            }
        }
        return entries;
    }

    private boolean begins(JsonParser parser) throws IOException {
        return parser.nextToken() == JsonToken.START_OBJECT
                && list.equals(parser.nextFieldName())
                && parser.nextToken() == JsonToken.START_ARRAY;
    }

    private int entries(JsonParser parser, Refusals refusals, Consumer<List<Entry>> batches) throws IOException {
        int index = 0;
        List<Entry> batch = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode json = parser.readValueAsTree();
            if (keepsToSchema(index, json, refusals)) {
                batch.add(new Entry(index, json));
            }
            index++;
            if (batch.size() == BATCH) {
                batches.accept(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            batches.accept(batch);
        }
        return index;
    }

    /** The messages of the validator hold values of the file; only the place and the rule are told. */
    private boolean keepsToSchema(int index, JsonNode json, Refusals refusals) {
        var wrong = schema.validate(json);
        wrong.forEach(message -> refusals.add(
                index,
                message.getInstanceLocation().toString(),
                "SCHEMA_" + message.getType().toUpperCase(Locale.ROOT)));
        return wrong.isEmpty();
    }

    private static JsonSchema schema(String list) {
        try (InputStream in = EntryFile.class.getResourceAsStream("/schema/" + list + ".json")) {
            JsonNode whole = JSON.readTree(Objects.requireNonNull(in, "no schema of that name"));
            ObjectNode entry = JSON.createObjectNode();
            entry.set("$schema", whole.get("$schema"));
            entry.set("$defs", whole.get("$defs"));
            entry.put("$ref", "#/$defs/entry");
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            entry,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException notThere) {
            throw new IllegalStateException("the schema " + list + " cannot be read from the jar");
        }
    }
}
