package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file that people write, and the line of everything in it. Every value is text. Refused with file and line: what is
 * no YAML, a key that stands twice, anchors, and tags that name a type.
 */
public final class LinedYaml {

    private static final String PLAIN = "tag:yaml.org,2002:";

    private final Path file;
    private final Map<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final Map<JsonNode, Map<String, Integer>> keys = new IdentityHashMap<>();
    private final JsonNode tree;

    /** Reads the file; an {@link IllegalStateException} says file, line and cure where it cannot be. */
    public LinedYaml(Path file) {
        this.file = file;
        this.tree = read();
    }

    public JsonNode tree() {
        return tree;
    }

    /** Where this node begins, as {@code file:line}; the file's first line for one that is not in it. */
    public String at(JsonNode node) {
        return at(lines.getOrDefault(node, 1));
    }

    /** Where this key of the node stands; where the node begins if it has no such key. */
    public String at(JsonNode node, String key) {
        return at(keys.getOrDefault(node, Map.of()).getOrDefault(key, lines.getOrDefault(node, 1)));
    }

    private String at(int line) {
        return file + ":" + line;
    }

    private JsonNode read() {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (node == null) {
                throw new IllegalStateException(at(1) + ": the file is empty. Write it, or remove it.");
            }
            return tree(node);
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            throw new IllegalStateException(
                    at(line) + ": not YAML: " + notYaml.getProblem() + ". Check indents, quotes and braces.");
        } catch (YAMLException notText) {
            throw new IllegalStateException(
                    at(1) + ": not YAML, for what it is made of or for its size. Write plain text, and less of it.");
        } catch (IOException unreadable) {
            throw new IllegalStateException(at(1) + ": cannot be read. Write it in UTF-8 and let the hub read it.");
        }
    }

    private JsonNode tree(Node node) {
        int line = node.getStartMark().getLine() + 1;
        if (node.getAnchor() != null || !node.getTag().getValue().startsWith(PLAIN)) {
            throw new IllegalStateException(at(line) + ": anchors, aliases and tags are not read. Write it out.");
        }
        JsonNode made = switch (node.getNodeId()) {
            case mapping -> object((MappingNode) node);
            case sequence -> array((SequenceNode) node);
            default -> scalar((ScalarNode) node);
        };
        if (!made.isNull()) {
            lines.put(made, line);
        }
        return made;
    }

    private static JsonNode scalar(ScalarNode node) {
        return node.getTag().equals(Tag.NULL) ? NullNode.getInstance() : new TextNode(node.getValue());
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> places = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new IllegalStateException(at(line) + ": a name is expected here. Write name: value.");
            }
            if (places.put(key.getValue(), line) != null) {
                throw new IllegalStateException(
                        at(line) + ": '" + key.getValue() + "' stands twice. Remove one of them.");
            }
            object.set(key.getValue(), tree(tuple.getValueNode()));
        }
        keys.put(object, places);
        return object;
    }

    private ArrayNode array(SequenceNode sequence) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.getValue().forEach(item -> array.add(tree(item)));
        return array;
    }
}
