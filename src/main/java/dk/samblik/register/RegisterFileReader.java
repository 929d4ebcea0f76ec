package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.household.Department;
import dk.samblik.run.LinedYaml;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the source part of one file of {@code mappings/}; refuses with file, line, key and cure. */
final class RegisterFileReader {

    /** Keys under which a record names a column of its table. */
    private static final Set<String> NAMING = Set.of("from", "field", "on");

    /** What makes a query more than one question. */
    private static final Pattern WRITES =
            Pattern.compile(";|\\b(insert|update|delete|merge|truncate|copy|call|into|lock)\\b");

    private final Path file;
    private final MappingNode root;

    private RegisterFileReader(Path file, MappingNode root) {
        this.file = file;
        this.root = root;
    }

    static RegisterFile read(Path file) {
        LinedYaml yaml = new LinedYaml(file);
        return new RegisterFileReader(file, new MappingNode(yaml, "", yaml.tree())).whole();
    }

    private RegisterFile whole() {
        RegisterFile.Kind kind = root.word(RegisterFile.Kind.class, "source");
        return new RegisterFile(
                root.text("register"),
                root.text("title"),
                root.word(Department.class, "answers-for"),
                kind,
                root.as("stale-after", "", Duration::parse, "must be a period such as PT26H or P8D"),
                kind == RegisterFile.Kind.CSV ? delivery(root.at("delivery")) : null,
                kind == RegisterFile.Kind.REST ? service(root.at("service")) : null,
                tables(kind),
                lookups(),
                root.node().has("open-case") ? openCase(kind, root.at("open-case")) : null);
    }

    private static DeliveryShape delivery(MappingNode node) {
        node.only("files", "ready", "charset", "delimiter", "trailer", "shrink-limit", "may-stay");
        String files = node.text("files");
        String ready = node.textOr("ready", null);
        node.refuse(!files.contains("{date}"), "files", "must hold {date}, the day in the name of a delivered file");
        node.refuse(ready != null && !ready.contains("{date}"), "ready", "must hold {date}");
        return new DeliveryShape(
                files,
                ready,
                node.as("charset", "UTF-8", Charset::forName, "must be a charset such as UTF-8 or windows-1252"),
                delimiter(node),
                node.textOr("trailer", null),
                node.as("shrink-limit", "20", Integer::parseInt, "must be a number of per cent"),
                StreamSupport.stream(node.node().path("may-stay").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()));
    }

    private static char delimiter(MappingNode node) {
        String written = node.textOr("delimiter", null);
        node.refuse(written != null && written.length() != 1, "delimiter", "must be one character");
        return written == null ? ';' : written.charAt(0);
    }

    private static ServiceShape service(MappingNode node) {
        node.only("token", "search", "extract", "at-once", "ahead");
        return new ServiceShape(
                node.text("token"),
                search(node.at("search")),
                extract(node.at("extract")),
                node.as("at-once", "50", Integer::parseInt, "must be a number of keys"),
                node.as("ahead", "P2Y", Period::parse, "must be a period such as P2Y"));
    }

    private static ServiceShape.Search search(MappingNode node) {
        node.only("path", "keys", "send", "results", "key", "found", "accessible", "id");
        return new ServiceShape.Search(
                node.text("path"),
                node.text("keys"),
                node.texts("send"),
                node.text("results"),
                node.text("key"),
                node.text("found"),
                node.text("accessible"),
                node.text("id"));
    }

    private static ServiceShape.Extract extract(MappingNode node) {
        node.only("path", "ids", "back", "ahead", "results", "id", "outcome", "ok", "hidden", "unknown");
        return new ServiceShape.Extract(
                node.text("path"),
                node.text("ids"),
                node.textOr("back", null),
                node.textOr("ahead", null),
                node.text("results"),
                node.text("id"),
                node.text("outcome"),
                Set.copyOf(node.list("ok")),
                Set.copyOf(node.list("hidden")),
                Set.copyOf(node.list("unknown")));
    }

    /** How the register is asked for the flag of a draw; nothing but what decides it may be named. */
    private OpenCaseShape openCase(RegisterFile.Kind kind, MappingNode node) {
        return switch (kind) {
            case JDBC -> {
                node.only("query", "member");
                yield new OpenCaseShape(node.text("member"), query(kind, node), "", "", "", "", Map.of());
            }
            case CSV -> {
                node.only("from", "member", "key", "unless");
                yield new OpenCaseShape(
                        node.text("member"), null, node.text("from"), node.text("key"), "", "", unless(node));
            }
            case REST -> {
                node.only("from", "items", "pages", "unless");
                node.refuse(
                        !node.text("from").contains("{id}"), "from", "must hold {id}, the service's id of a person");
                yield new OpenCaseShape(
                        "", null, node.text("from"), "", node.text("items"), node.text("pages"), unless(node));
            }
        };
    }

    private static Map<String, Set<String>> unless(MappingNode node) {
        Map<String, Set<String>> unless = new LinkedHashMap<>();
        MappingNode said = node.at("unless");
        said.node().fieldNames().forEachRemaining(column -> unless.put(column, Set.copyOf(said.list(column))));
        node.refuse(unless.isEmpty(), "unless", "must name the column and the values that tell a closed case");
        return unless;
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
        try {
            String sql = query.endsWith(".sql") ? Files.readString(file.resolveSibling(query)) : query;
            each.refuse(
                    !asks(sql),
                    "query",
                    "must be one select for everybody at once, by = any (cast(:?members as …)), without a semicolon");
            return sql;
        } catch (IOException missing) {
            throw each.refusal("query", "names " + query + ", which is not there; put it beside the mapping");
        }
    }

    /** A query is one select about everybody in the chunk at once. */
    private static boolean asks(String sql) {
        String said = sql.replaceAll("(?m)^\\s*--.*$", "").strip().toLowerCase(Locale.ROOT);
        return said.matches("(?s)(select|with)\\s.*= any \\(cast\\(:\\?members as .*")
                && !WRITES.matcher(said).find();
    }

    /** Every column a record names; a text {@code TABLE.COLUMN} of a lookup table is a column of that table instead. */
    private Set<String> columns(MappingNode each, List<String> members) {
        Set<String> columns = new LinkedHashSet<>(members);
        columns.addAll(each.list("key"));
        columns.addAll(each.texts("look-up").values());
        for (String part : List.of("fields", "drop", "anonymous", "period")) {
            each.at(part).textsUnder(NAMING, columns::add);
        }
        columns.removeIf(column -> root.texts("lookups").keySet().stream()
                .anyMatch(table -> ofLookup(table, column).isPresent()));
        return columns;
    }

    private static Optional<String> ofLookup(String table, String text) {
        boolean named = text.startsWith(table + ".") && text.indexOf('.', table.length() + 1) < 0;
        return named ? Optional.of(text.substring(table.length() + 1)) : Optional.empty();
    }

    private List<RegisterFile.Lookup> lookups() {
        List<RegisterFile.Lookup> lookups = new ArrayList<>();
        root.texts("lookups").forEach((table, key) -> {
            Set<String> columns = new LinkedHashSet<>(List.of(key));
            root.at("records").everyText(text -> ofLookup(table, text).ifPresent(columns::add));
            lookups.add(new RegisterFile.Lookup(table, key, columns));
        });
        return lookups;
    }
}
