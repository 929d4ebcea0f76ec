package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files of {@code routes/} as data: what is declared where, with templates written out by their parameters. */
final class RouteFiles {

    /** One thing that a file declares; {@code place} is its file and line. */
    record Entry(String file, String place, String kind, String id, JsonNode node, LinedYaml yaml) {

        /** Routes and templates hold their steps in different places. */
        JsonNode route() {
            return kind.equals("routeTemplate") ? node.path("route") : node;
        }

        JsonNode from() {
            return route().path("from");
        }
    }

    /** One step of a route; {@code place} is its file and line. */
    record Step(Entry entry, String place, String eip, JsonNode node) {
        String id() {
            return node.path("id").asText("");
        }
    }

    final List<Entry> entries = new ArrayList<>();

    /** The lines of each file, by its place. */
    final Map<Path, List<String>> lines = new LinkedHashMap<>();

    /** What cannot be read at all, a sentence each. */
    final List<String> unreadable = new ArrayList<>();

    RouteFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                lines.put(file, Files.readAllLines(file));
                read(file);
            }
        } catch (IOException missing) {
            unreadable.add(folder + ": the folder of routes cannot be read. Start in the folder that holds routes/, or"
                    + " set samblik.run.routes.");
        }
    }

    private void read(Path file) {
        try {
            LinedYaml yaml = new LinedYaml(file);
            for (JsonNode item : yaml.tree()) {
                item.fields()
                        .forEachRemaining(field -> entries.add(new Entry(
                                file.getFileName().toString(),
                                yaml.at(item, field.getKey()),
                                field.getKey(),
                                id(field.getKey(), field.getValue()),
                                field.getValue(),
                                yaml)));
            }
        } catch (IllegalStateException refused) {
            unreadable.add(refused.getMessage());
        }
    }

    private static String id(String kind, JsonNode node) {
        return node.path(kind.equals("templatedRoute") ? "routeId" : "id").asText("");
    }

    List<Entry> of(String... kinds) {
        return entries.stream()
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .toList();
    }

    Optional<Entry> find(String kind, String id) {
        return of(kind).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Every step of routes, templates and configurations, nested ones too. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Entry entry : of("route", "routeTemplate")) {
            walk(entry, entry.from().path("steps"), steps::add);
        }
        for (Entry entry : of("routeConfiguration")) {
            entry.node().findValues("steps").forEach(list -> walk(entry, list, steps::add));
        }
        return steps;
    }

    private static void walk(Entry entry, JsonNode list, Consumer<Step> each) {
        for (JsonNode item : list) {
            item.fields().forEachRemaining(field -> {
                each.accept(new Step(entry, entry.yaml().at(item, field.getKey()), field.getKey(), field.getValue()));
                descend(entry, field.getValue(), each);
            });
        }
    }

    private static void descend(Entry entry, JsonNode step, Consumer<Step> each) {
        walk(entry, step.path("steps"), each);
        step.path("doCatch").forEach(branch -> walk(entry, branch.path("steps"), each));
        walk(entry, step.path("doFinally").path("steps"), each);
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
