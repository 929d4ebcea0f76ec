package dk.samblik.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as JSON, that still knows the line everything stands on. */
record YamlFile(String name, Node root, JsonNode json) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Refuses what is no YAML, empty, or says a name twice. */
    static YamlFile read(String name, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new ProgrammeBroken(List.of(name + ":1: the file is empty. Write it, or remove it."));
            }
            return new YamlFile(name, root, json(name, root));
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            throw new ProgrammeBroken(List.of(
                    name + ":" + line + ": not YAML: " + notYaml.getProblem() + ". Check indents, quotes and braces."));
        }
    }

    /** File and line of what stands at this path of names and numbers, or of the nearest above it. */
    String where(List<?> path) {
        Node at = root;
        for (Object step : path) {
            @Nullable Node next = step(at, step);
            if (next == null) {
                break;
            }
            at = next;
        }
        return where(name, at);
    }

    private static @Nullable Node step(Node at, Object step) {
        if (at instanceof SequenceNode list && step instanceof Integer index) {
            return list.getValue().get(index);
        }
        if (at instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (text(tuple.getKeyNode()).equals(step)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static String where(String name, Node node) {
        return name + ":" + (node.getStartMark().getLine() + 1);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static JsonNode json(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = text(tuple.getKeyNode());
                if (object.has(key)) {
                    throw new ProgrammeBroken(List.of(
                            where(name, tuple.getKeyNode()) + ": '" + key + "' stands twice. Remove one of them."));
                }
                object.set(key, json(name, tuple.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = JSON.arrayNode();
            sequence.getValue().forEach(item -> list.add(json(name, item)));
            return list;
        }
        return scalar((ScalarNode) node);
    }

    /** A number is one only where it is written as one: {@code 0012} is a road's code, not ten. */
    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        return plain && text.matches("0|-?[1-9]\\d{0,8}")
                ? JSON.numberNode(Integer.parseInt(text))
                : JSON.textNode(text);
    }
}
