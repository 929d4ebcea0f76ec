package dk.samblik.register;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.samblik.household.Department;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the source part of one file of {@code mappings/}; refuses with the file, the key and the cure. */
final class RegisterFileReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern OF_LOOKUP = Pattern.compile("([A-Za-z0-9_]+)\\.([A-Za-z0-9_]+)");

    private final Path file;
    private final MappingNode root;

    private RegisterFileReader(Path file, MappingNode root) {
        this.file = file;
        this.root = root;
    }

    static RegisterFile read(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.newInputStream(file));
            return new RegisterFileReader(file, new MappingNode(file.toString(), "", tree)).whole();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read as YAML; check its indentation and doubled keys");
        }
    }

    private RegisterFile whole() {
        RegisterFile.Kind kind = root.word(RegisterFile.Kind.class, "source");
        return new RegisterFile(
                root.text("register"),
                root.text("title"),
                root.word(Department.class, "answers-for"),
                kind,
                Duration.parse(root.text("stale-after")),
                kind == RegisterFile.Kind.CSV ? delivery(root.at("delivery")) : null,
                kind == RegisterFile.Kind.REST ? service(root.at("service")) : null,
                tables(kind),
                lookups());
    }

    private DeliveryShape delivery(MappingNode node) {
        String files = node.text("files");
        String ready = node.textOr("ready", null);
        node.refuse(!files.contains("{date}"), "files", "must hold {date}, the day in the name of a delivered file");
        node.refuse(ready != null && !ready.contains("{date}"), "ready", "must hold {date}");
        return new DeliveryShape(
                files,
                ready,
                Charset.forName(node.textOr("charset", "UTF-8")),
                delimiter(node),
                node.textOr("trailer", null),
                Integer.parseInt(node.textOr("shrink-limit", "20")));
    }

    private static char delimiter(MappingNode node) {
        String written = node.textOr("delimiter", null);
        node.refuse(written != null && written.length() != 1, "delimiter", "must be one character");
        return written == null ? ';' : written.charAt(0);
    }

    private ServiceShape service(MappingNode node) {
        MappingNode search = node.at("search");
        MappingNode extract = node.at("extract");
        return new ServiceShape(
                node.text("token"),
                new ServiceShape.Search(
                        search.text("path"),
                        search.text("keys"),
                        search.texts("send"),
                        search.text("results"),
                        search.text("key"),
                        search.text("found"),
                        search.text("accessible"),
                        search.text("id")),
                new ServiceShape.Extract(
                        extract.text("path"),
                        extract.text("ids"),
                        extract.textOr("back", null),
                        extract.textOr("ahead", null),
                        extract.text("results"),
                        extract.text("id"),
                        extract.text("outcome"),
                        Set.copyOf(extract.list("ok")),
                        Set.copyOf(extract.list("hidden")),
                        Set.copyOf(extract.list("unknown"))),
                Integer.parseInt(node.textOr("at-once", "50")),
                Period.parse(node.textOr("ahead", "P2Y")));
    }

    private List<RegisterFile.Table> tables(RegisterFile.Kind kind) {
        List<RegisterFile.Table> tables = new ArrayList<>();
        for (MappingNode each : root.at("records").items()) {
            List<String> members = each.list("member");
            each.refuse(
                    members.isEmpty() && kind != RegisterFile.Kind.REST,
                    "member",
                    "must name a column with CPR numbers");
            tables.add(new RegisterFile.Table(each.text("from"), query(kind, each), members, columns(each, members)));
        }
        return tables;
    }

    private @Nullable String query(RegisterFile.Kind kind, MappingNode each) {
        if (kind != RegisterFile.Kind.JDBC) {
            return null;
        }
        String query = each.text("query");
        if (!query.endsWith(".sql")) {
            return query;
        }
        try {
            return Files.readString(file.resolveSibling(query));
        } catch (IOException missing) {
            throw new IllegalStateException(
                    file + " names " + query + ", which is not there; put it beside the mapping");
        }
    }

    private static Set<String> columns(MappingNode each, List<String> members) {
        Set<String> columns = new LinkedHashSet<>(members);
        columns.addAll(each.list("key"));
        for (MappingNode field : each.at("fields").values()) {
            field.ifText(columns::add);
        }
        for (String part : List.of("fields", "drop", "period")) {
            each.at(part).textsUnder(Set.of("from", "field"), columns::add);
        }
        each.at("period").list("until").forEach(columns::add);
        return columns;
    }

    private List<RegisterFile.Lookup> lookups() {
        List<RegisterFile.Lookup> lookups = new ArrayList<>();
        root.at("lookups").asTexts().forEach((table, key) -> {
            Set<String> columns = new LinkedHashSet<>(List.of(key));
            root.at("records").everyText(text -> {
                var named = OF_LOOKUP.matcher(text);
                if (named.matches() && named.group(1).equals(table)) {
                    columns.add(named.group(2));
                }
            });
            lookups.add(new RegisterFile.Lookup(table, key, columns));
        });
        return lookups;
    }
}
