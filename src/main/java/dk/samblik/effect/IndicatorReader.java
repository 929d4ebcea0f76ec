package dk.samblik.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.effect.Indicator.About;
import dk.samblik.effect.Indicator.Bound;
import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.Indicator.Unit;
import dk.samblik.effect.IndicatorFile.NotCollected;
import dk.samblik.effect.formula.Progress.Direction;
import dk.samblik.effect.release.Suppression;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.run.LinedYaml;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads one indicator file, or says everything that is wrong in it with file, line and cure. */
final class IndicatorReader {

    private static final Set<String> FILE =
            Set.of("version", "suppress-below", "maintenance", "pensions", "indicators", "not-collected");
    private static final Set<String> INDICATOR =
            Set.of("code", "formula", "about", "source", "needs", "unit", "good", "reached", "changed-by", "da", "en");
    private static final Set<String> BOUND = Set.of("at-least", "more-than", "of");
    private static final Set<String> NOT_COLLECTED = Set.of("code", "da", "en", "why-da", "why-en");

    private final LinedYaml yaml;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private IndicatorReader(LinedYaml yaml) {
        this.yaml = yaml;
    }

    /** What the file says; throws IllegalStateException with a line for each thing that is wrong. */
    static IndicatorFile read(Path file) {
        IndicatorReader reader = new IndicatorReader(new LinedYaml(file));
        IndicatorFile read = reader.file(reader.yaml.tree());
        if (!reader.wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", reader.wrong));
        }
        return read;
    }

    private IndicatorFile file(JsonNode file) {
        known(file, FILE);
        int limit = number(file, "suppress-below");
        if (limit < Suppression.FLOOR) {
            wrong(file, "suppress-below", "a cell is never shown of fewer than " + Suppression.FLOOR + ". Write more");
        }
        return new IndicatorFile(
                text(file, "version"),
                limit,
                texts(file, "maintenance"),
                texts(file, "pensions"),
                list(file, "indicators", this::indicator),
                list(file, "not-collected", this::notCollected));
    }

    private Indicator indicator(JsonNode node) {
        known(node, INDICATOR);
        if (node.has("reached") && node.has("changed-by")) {
            wrong(node, "reached", "a figure has 'reached' or 'changed-by'. Remove one of them");
        }
        if ((node.has("reached") || node.has("changed-by")) && !node.has("good")) {
            wrong(node, "code", "'good' is missing. Write good: UP or good: DOWN");
        }
        return new Indicator(
                code(node),
                one(node, "formula", Formula.values()),
                one(node, "about", About.values()),
                node.has("source") ? one(node, "source", Department.values()) : null,
                one(node, "needs", Category.values()),
                one(node, "unit", Unit.values()),
                node.has("good") ? one(node, "good", Direction.values()) : null,
                node.has("reached") ? bound(node.path("reached")) : null,
                node.has("changed-by") ? BigDecimal.valueOf(number(node, "changed-by")) : null,
                text(node, "da"),
                text(node, "en"));
    }

    private Bound bound(JsonNode node) {
        known(node, BOUND);
        boolean more = node.has("more-than");
        return new Bound(number(node, more ? "more-than" : "at-least"), Math.max(1, number(node, "of")), more);
    }

    private NotCollected notCollected(JsonNode node) {
        known(node, NOT_COLLECTED);
        return new NotCollected(
                code(node), text(node, "da"), text(node, "en"), text(node, "why-da"), text(node, "why-en"));
    }

    private String code(JsonNode node) {
        String code = text(node, "code");
        if (!codes.add(code)) {
            wrong(node, "code", "'" + code + "' stands twice. Remove one of them");
        }
        if (code.equals(EffectCsv.FLOW)) {
            wrong(node, "code", "'" + code + "' is the way in and out in the table. Write another code");
        }
        return code;
    }

    private <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
        if (!node.path(key).isArray()) {
            wrong(node, key, "a list is expected in '" + key + "'. Write " + key + ": and items with -");
        }
        return StreamSupport.stream(node.path(key).spliterator(), false)
                .map(read)
                .toList();
    }

    private Set<String> texts(JsonNode node, String key) {
        return new HashSet<>(list(node, key, JsonNode::asText));
    }

    private String text(JsonNode node, String key) {
        if (node.path(key).asText().isBlank()) {
            wrong(node, key, "'" + key + "' is missing. Write " + key + ": …");
        }
        return node.path(key).asText();
    }

    private int number(JsonNode node, String key) {
        String text = text(node, key);
        if (!text.isBlank() && !text.matches("\\d{1,6}")) {
            wrong(node, key, "'" + key + "' must be a whole number. Write digits only");
        }
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private <E extends Enum<E>> E one(JsonNode node, String key, E[] all) {
        String text = text(node, key).toUpperCase(Locale.ROOT).replace('-', '_');
        @Nullable
        E found = Arrays.stream(all)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(null);
        if (found == null && !text.isBlank()) {
            wrong(node, key, "'" + node.path(key).asText() + "' is unknown here. Known are " + Arrays.toString(all));
        }
        return found == null ? all[0] : found;
    }

    private void known(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(node, name, "'" + name + "' is unknown here. Known are " + new TreeSet<>(known));
            }
        });
    }

    private void wrong(JsonNode node, String key, String sentence) {
        wrong.add(yaml.at(node, key) + ": " + sentence + ".");
    }
}
