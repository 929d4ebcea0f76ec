package dk.samblik.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.samblik.api.OpenApi;
import dk.samblik.demo.Acceptance;
import dk.samblik.retention.Rule;
import dk.samblik.retention.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents that are made from the files they describe; a test writes them and fails where they differ. */
final class GeneratedDocs {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Made from the code and not from {@code root}, so once is enough. */
    private static final String WHO_MAY_SEE_WHAT = WhoMaySeeWhatDoc.text();

    private final Path root;

    GeneratedDocs(Path root) {
        this.root = root;
    }

    /** Text by the name of the document under docs/. */
    Map<String, String> all() throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("routes.md", routes());
        documents.put("registers.md", registers());
        documents.put("retention.md", retention());
        documents.put("who-may-see-what.md", WHO_MAY_SEE_WHAT);
        documents.put("api/openapi.json", OpenApi.text());
        documents.put("acceptance.md", Acceptance.page());
        documents.put("vejledning/fortegnelse.md", new RecordOfProcessing(new Paper(root)).text());
        documents.put("vejledning/konsekvensanalyse.md", new ImpactAssessment(new Paper(root)).text());
        return documents;
    }

    private String routes() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Routes

                Written from `routes/` by a test; change the files there.

                | File | Route | What it does |
                |---|---|---|
                """);
        for (Path file : files("routes", ".camel.yaml")) {
            for (JsonNode item : YAML.readTree(file.toFile())) {
                item.fields()
                        .forEachRemaining(entry -> text.append("| `")
                                .append(file.getFileName().toString().replace(".camel.yaml", ""))
                                .append("` | ")
                                .append(id(entry.getValue()))
                                .append(entry.getKey().equals("route") ? "" : " *(" + words(entry.getKey()) + ")*")
                                .append(" | ")
                                .append(described(entry.getValue()))
                                .append(" |\n"));
            }
        }
        return text.toString();
    }

    private static String id(JsonNode node) {
        return node.path("id").asText(node.path("routeId").asText());
    }

    private static String words(String kind) {
        return kind.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String described(JsonNode node) {
        String template = node.path("routeTemplateRef").asText("");
        return template.isEmpty() ? node.path("description").asText("") : "From the template `" + template + "`.";
    }

    private static String retention() {
        StringBuilder text = new StringBuilder("""
                # Retention

                Written from the rules in package `retention` by a test. Every table and every class of files has a rule, or the
                build fails. As shipped; what the sweep ends is shortened by `samblik.retention.keep.<class>`, and lengthened only with
                a reason ([configuration](configuration.md)).

                | Class | What | Tables | Kept | Counted from | Ended by |
                |---|---|---|---|---|---|
                """);
        for (Rule rule : Rules.shipped()) {
            text.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.name(),
                            rule.what(),
                            rule.tables().stream()
                                    .sorted()
                                    .map(table -> "`" + table + "`")
                                    .collect(Collectors.joining(", ")),
                            rule.kept(),
                            rule.from(),
                            rule.by().words()));
        }
        return text.toString();
    }

    private String registers() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Registers

                Written from `mappings/` by a test; change the files there. A column that is in no table below is not read.
                """);
        for (Path file : files("mappings", ".yaml")) {
            JsonNode mapping = YAML.readTree(file.toFile());
            text.append("\n## ")
                    .append(mapping.path("title").asText())
                    .append(" (`")
                    .append(mapping.path("register").asText())
                    .append("`, ")
                    .append(mapping.path("source").asText())
                    .append(")\n\nAnswers for ")
                    .append(mapping.path("answers-for").asText())
                    .append(" in a consent. Stale after ")
                    .append(mapping.path("stale-after").asText())
                    .append(".\n\n| Fact | From | Category | Field | Column | Why |\n|---|---|---|---|---|---|\n");
            mapping.path("records").forEach(record -> fields(text, mapping, record));
            text.append("\nNot read:\n\n");
            mapping.path("not-read")
                    .fields()
                    .forEachRemaining(left -> text.append("- ")
                            .append(left.getKey())
                            .append(": ")
                            .append(columns(left.getValue()))
                            .append("\n"));
        }
        return text.toString();
    }

    private static void fields(StringBuilder text, JsonNode mapping, JsonNode record) {
        record.path("fields")
                .fields()
                .forEachRemaining(field -> text.append("| ")
                        .append(record.path("gives").asText())
                        .append(" | ")
                        .append(record.path("from").asText())
                        .append(" | ")
                        .append(field.getValue()
                                .path("category")
                                .asText(record.path("category").asText()))
                        .append(" | ")
                        .append(field.getKey())
                        .append(" | ")
                        .append(columns(field.getValue().path("from")))
                        .append(" | ")
                        .append(purpose(mapping, field.getValue()))
                        .append(" |\n"));
    }

    private static String columns(JsonNode from) {
        if (!from.isArray()) {
            return from.asText("");
        }
        List<String> names = new java.util.ArrayList<>();
        from.forEach(name -> names.add(name.asText()));
        return String.join(", ", names);
    }

    private static String purpose(JsonNode mapping, JsonNode field) {
        String purpose = field.path("purpose").asText(field.path("why").asText(""));
        return mapping.path("purposes").path(purpose).asText(purpose);
    }

    private List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> found = Files.list(root.resolve(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
