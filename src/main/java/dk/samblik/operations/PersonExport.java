package dk.samblik.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dk.samblik.team.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What is held about one person, written twice for that person: to be read, and for programs. */
record PersonExport(Words words) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The parts, in the order they are told; the names stay as they are. */
    static final List<String> PARTS = List.of("memberships", "consents", "registers", "refused", "own", "looks");

    /** A part's items, made of records. */
    static JsonNode items(Object items) {
        return JSON.valueToTree(items);
    }

    /** Writes both files into a new folder under this one, readable by nobody else; answers with the new folder. */
    Path write(Path parent, Map<String, JsonNode> parts) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(
                    parent,
                    "export-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            ObjectNode all = JSON.createObjectNode();
            StringBuilder text = new StringBuilder(words.say("export.title")).append("\n\n");
            text.append(words.say("export.about")).append('\n');
            for (String part : PARTS) {
                JsonNode items = parts.get(part);
                all.set(part, items);
                text.append("\n\n").append(words.say("export." + part)).append('\n');
                if (items == null || items.isEmpty()) {
                    text.append(words.say("export.nothing")).append('\n');
                } else {
                    items.forEach(item -> told(item, "", text.append('\n')));
                }
            }
            file(folder.resolve(words.say("export.file") + ".txt"), text.toString());
            file(folder.resolve(words.say("export.file") + ".json"), JSON.writeValueAsString(all) + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The export cannot be written", e);
        }
    }

    private static void file(Path path, String text) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One line a value; what stands inside another is set in. */
    private static void told(JsonNode node, String indent, StringBuilder text) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode()) {
                text.append(indent)
                        .append(field.getKey())
                        .append(": ")
                        .append(value.asText())
                        .append('\n');
            } else if (!value.isEmpty()) {
                text.append(indent).append(field.getKey()).append(":\n");
                inside(value, indent + "  ", text);
            }
        });
    }

    private static void inside(JsonNode value, String indent, StringBuilder text) {
        if (value.isObject()) {
            told(value, indent, text);
            return;
        }
        for (JsonNode item : value) {
            if (item.isValueNode()) {
                text.append(indent).append(item.asText()).append('\n');
            } else {
                told(item, indent, text);
                text.append('\n');
            }
        }
    }
}
