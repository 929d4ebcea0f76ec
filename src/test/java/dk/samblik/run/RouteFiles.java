package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The files of {@code routes/} as data: what is declared where, with templates written out by their parameters. */
final class RouteFiles {

    private static final YAMLMapper YAML = new YAMLMapper();

    record Entry(String file, String kind, String id, JsonNode node) {

        /** Routes and templates hold their steps in different places. */
        JsonNode route() {
            return kind.equals("routeTemplate") ? node.path("route") : node;
        }

        JsonNode from() {
            JsonNode from = route().path("from");
            return from.isMissingNode() ? node.path("from") : from;
        }
    }

    record Step(Entry entry, String eip, JsonNode node) {
        String id() {
            return node.path("id").asText("");
        }
    }

    final List<Entry> entries = new ArrayList<>();
    final Map<String, List<String>> lines = new LinkedHashMap<>();

    RouteFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                lines.put(name, Files.readAllLines(file));
                for (JsonNode item : YAML.readTree(file.toFile())) {
                    item.fields()
                            .forEachRemaining(field -> entries.add(new Entry(
                                    name, field.getKey(), id(field.getKey(), field.getValue()), field.getValue())));
                }
            }
        }
    }

    private static String id(String kind, JsonNode node) {
        return kind.equals("templatedRoute")
                ? node.path("routeId").asText("")
                : node.path("id").asText("");
    }

    List<Entry> of(String... kinds) {
        return entries.stream()
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .toList();
    }

    /** Every step of routes, templates and configurations, nested ones too. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Entry entry : of("route", "routeTemplate")) {
            walk(entry.from().path("steps"), (eip, node) -> steps.add(new Step(entry, eip, node)));
        }
        for (Entry entry : of("routeConfiguration")) {
            entry.node()
                    .findValues("steps")
                    .forEach(list -> walk(list, (eip, node) -> steps.add(new Step(entry, eip, node))));
        }
        return steps;
    }

    private static void walk(JsonNode list, BiConsumer<String, JsonNode> each) {
        for (JsonNode item : list) {
            item.fields().forEachRemaining(field -> {
                each.accept(field.getKey(), field.getValue());
                descend(field.getValue(), each);
            });
        }
    }

    private static void descend(JsonNode step, BiConsumer<String, JsonNode> each) {
        walk(step.path("steps"), each);
        step.path("doCatch").forEach(branch -> walk(branch.path("steps"), each));
        walk(step.path("doFinally").path("steps"), each);
    }

    /** The places a text with {@code {{parameter}}} stands for, over all uses of the template it stands in. */
    List<String> written(Entry entry, String text) {
        if (!entry.kind().equals("routeTemplate")) {
            return List.of(text);
        }
        List<String> written = new ArrayList<>();
        for (Entry use : of("templatedRoute")) {
            if (use.node().path("routeTemplateRef").asText().equals(entry.id())) {
                String filled = text;
                for (JsonNode parameter : use.node().path("parameters")) {
                    filled = filled.replace(
                            "{{" + parameter.path("name").asText() + "}}",
                            parameter.path("value").asText());
                }
                written.add(filled);
            }
        }
        return written;
    }

    /** Scheme and path of an endpoint, without its options. */
    static String place(String uri) {
        return uri.replaceAll("\\?.*", "");
    }
}
