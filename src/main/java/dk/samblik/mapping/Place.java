package dk.samblik.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a YAML file: what stands there and on which line, so that whatever is wrong can be pointed at. */
final class Place {

    private final String file;
    private final Node node;

    private Place(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The whole file; refused when it is no YAML or empty. */
    static Place whole(String file, String text) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw new MappingBroken(file, 1, "the file is empty", "Write it, or remove it");
            }
            return new Place(file, node);
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            throw new MappingBroken(
                    file, line, "not YAML: " + notYaml.getProblem(), "Check indents, quotes and braces");
        }
    }

    /** The named parts; a name given twice is refused. */
    Map<String, Place> parts() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("names with values are expected here", "Write them as name: value");
        }
        Map<String, Place> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new Place(file, tuple.getKeyNode()).text();
            if (parts.put(name, new Place(file, tuple.getValueNode())) != null) {
                throw new Place(file, tuple.getKeyNode()).broken("'" + name + "' stands twice", "Remove one of them");
            }
        }
        return parts;
    }

    /** The named parts, of which no other name than these may occur. */
    Map<String, Place> parts(String... known) {
        Map<String, Place> parts = parts();
        for (Map.Entry<String, Place> part : parts.entrySet()) {
            if (!List.of(known).contains(part.getKey())) {
                throw part.getValue()
                        .broken(
                                "'" + part.getKey() + "' is unknown here",
                                "Known are " + new TreeSet<>(List.of(known)));
            }
        }
        return parts;
    }

    /** The part of this name. */
    Place part(String name) {
        return find(name).orElseThrow(() -> broken("'" + name + "' is missing", "Write " + name + ": …"));
    }

    Optional<Place> find(String name) {
        return Optional.ofNullable(parts().get(name));
    }

    /** The single value that stands here. */
    String text() {
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw broken("one value is expected here", "Write it after the colon");
    }

    /** The value, which must be one of these. */
    String text(List<String> known) {
        String text = text();
        if (!known.contains(text)) {
            throw broken("'" + text + "' is unknown here", "Known are " + new TreeSet<>(known));
        }
        return text;
    }

    boolean isText() {
        return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    }

    /** Whether {@code true} stands here; anything but true or false is refused. */
    boolean isTrue() {
        return text(List.of("true", "false")).equals("true");
    }

    /** What is listed here; a single value is a list of one. */
    List<Place> items() {
        List<Place> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new Place(file, item)));
        } else {
            items.add(this);
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(Place::text).toList();
    }

    /** The names and values that stand here, for a row of a register; an empty value is left out. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        parts().forEach((name, part) -> {
            if (part.node instanceof MappingNode) {
                values.put(name, part.values());
            } else if (part.isText()) {
                values.put(name, part.text());
            }
        });
        return values;
    }

    /** The names and single values that stand here; nothing written is empty text. */
    Map<String, String> plainValues() {
        Map<String, String> values = new LinkedHashMap<>();
        parts().forEach((name, part) -> values.put(name, part.isText() ? part.text() : ""));
        return values;
    }

    /** File and line. */
    String where() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    /** Says what is wrong at this place and how to mend it. */
    MappingBroken broken(String wrong, String cure) {
        return new MappingBroken(file, node.getStartMark().getLine() + 1, wrong, cure);
    }
}
