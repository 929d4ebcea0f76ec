package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.run.LinedYaml;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in a mapping file: gives texts by key, and says file, line, key and cure when one is missing. */
record MappingNode(LinedYaml file, String path, JsonNode node) {

    MappingNode at(String key) {
        return new MappingNode(file, path.isEmpty() ? key : path + "." + key, node.path(key));
    }

    List<MappingNode> items() {
        List<MappingNode> items = new ArrayList<>();
        node.forEach(item -> items.add(new MappingNode(file, path + "[" + items.size() + "]", item)));
        return items;
    }

    /** The values of all keys here. */
    List<MappingNode> values() {
        List<MappingNode> values = new ArrayList<>();
        node.fieldNames().forEachRemaining(key -> values.add(at(key)));
        return values;
    }

    String text(String key) {
        String text = textOr(key, null);
        if (text == null) {
            throw refusal(key, "is missing");
        }
        return text;
    }

    @Nullable
    String textOr(String key, @Nullable String otherwise) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() ? value.asText() : otherwise;
    }

    /** One text or several; none when the key is not there. */
    List<String> list(String key) {
        JsonNode value = node.path(key);
        List<String> texts = new ArrayList<>();
        if (value.isValueNode() && !value.isNull()) {
            texts.add(value.asText());
        }
        value.forEach(item -> {
            if (item.isValueNode()) {
                texts.add(item.asText());
            }
        });
        return value.isObject() ? List.of() : texts;
    }

    Map<String, String> texts(String key) {
        return at(key).asTexts();
    }

    Map<String, String> asTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    <E extends Enum<E>> E word(Class<E> words, String key) {
        String text = text(key).toUpperCase(Locale.ROOT);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw refusal(key, "must be one of " + List.of(words.getEnumConstants()));
    }

    void ifText(Consumer<String> found) {
        if (node.isTextual()) {
            found.accept(node.asText());
        }
    }

    /** Every text, alone or in a list, that stands under one of these keys at any depth. */
    void textsUnder(Set<String> keys, Consumer<String> found) {
        for (MappingNode value : values()) {
            boolean named = keys.contains(value.path.substring(value.path.lastIndexOf('.') + 1));
            if (named) {
                value.ifText(found);
                value.items().stream().filter(item -> value.node.isArray()).forEach(item -> item.ifText(found));
            }
            value.textsUnder(keys, found);
        }
        if (node.isArray()) {
            items().forEach(item -> item.textsUnder(keys, found));
        }
    }

    /** Every text at any depth. */
    void everyText(Consumer<String> found) {
        ifText(found);
        items().forEach(item -> item.everyText(found));
    }

    void refuse(boolean wrong, String key, String cure) {
        if (wrong) {
            throw refusal(key, cure);
        }
    }

    /** Refuses any key here but these. */
    MappingNode only(String... known) {
        node.fieldNames()
                .forEachRemaining(key -> refuse(
                        !List.of(known).contains(key),
                        key,
                        "is unknown here; known are " + new TreeSet<>(List.of(known))));
        return this;
    }

    /** The text of this key, or the other where it is not written, read as something else. */
    <T> T as(String key, String otherwise, Function<String, T> reading, String cure) {
        String text = Objects.requireNonNullElse(textOr(key, null), otherwise);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw refusal(key, cure);
        }
    }

    IllegalStateException refusal(String key, String cure) {
        return new IllegalStateException(
                file.at(node, key) + ": " + (path.isEmpty() ? key : path + "." + key) + " " + cure + ".");
    }
}
