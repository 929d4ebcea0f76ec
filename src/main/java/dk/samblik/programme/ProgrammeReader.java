package dk.samblik.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** One file of a programme by the published schema, or everything that is wrong with it. */
final class ProgrammeReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();
    private static final JsonSchema SCHEMA = schema();

    private ProgrammeReader() {}

    /** The programme; throws {@link ProgrammeBroken}. */
    static Programme read(YamlFile file) {
        List<String> wrong = SCHEMA.validate(file.json()).stream()
                .map(message -> sentence(file, message))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new ProgrammeBroken(wrong);
        }
        return JSON.convertValue(file.json(), Programme.class);
    }

    private static String sentence(YamlFile file, ValidationMessage message) {
        List<Object> path = path(message.getInstanceLocation());
        return switch (message.getType()) {
            case "additionalProperties" -> {
                List<Object> inside = new ArrayList<>(path);
                inside.add(message.getProperty());
                yield file.where(inside) + ": '" + message.getProperty() + "' is unknown here. Known are "
                        + known(message) + ".";
            }
            case "required" ->
                file.where(path) + ": '" + message.getProperty() + "' is missing. Write " + message.getProperty()
                        + ": …";
            default ->
                file.where(path) + ": " + named(path) + " " + message.getError() + ". See"
                        + " docs/schema/programme.json.";
        };
    }

    /** The nearest name on the way there; a place in a list has none of its own. */
    private static String named(List<Object> path) {
        for (int at = path.size() - 1; at >= 0; at--) {
            if (path.get(at) instanceof String name) {
                return "'" + name + "'";
            }
        }
        return "the file";
    }

    /** What the schema has at the place that holds the unknown name. */
    private static TreeSet<String> known(ValidationMessage message) {
        JsonNode at = SCHEMA.getSchemaNode();
        String[] steps = message.getSchemaLocation().getFragment().toString().split("/");
        for (int step = 1; step < steps.length - 1; step++) {
            at = at.path(steps[step]);
        }
        TreeSet<String> known = new TreeSet<>();
        at.path("properties").fieldNames().forEachRemaining(known::add);
        return known;
    }

    private static List<Object> path(JsonNodePath location) {
        List<Object> path = new ArrayList<>();
        for (int step = 0; step < location.getNameCount(); step++) {
            path.add(location.getElement(step));
        }
        return path;
    }

    private static JsonSchema schema() {
        try (InputStream in = ProgrammeReader.class.getResourceAsStream("/schema/programme.json")) {
            ObjectNode whole = (ObjectNode) JSON.readTree(Objects.requireNonNull(in, "no schema of that name"));
            SchemaValidatorsConfig strict = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole, strict);
        } catch (IOException notThere) {
            throw new IllegalStateException("the schema of programmes cannot be read from the jar");
        }
    }
}
