package dk.samblik.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.samblik.access.Viewer;
import dk.samblik.household.Category;
import dk.samblik.retention.Rule;
import dk.samblik.retention.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the hub is made of, told in Danish for the data protection officer: from the mapping files, the rules of consent and
 * of retention, the settings' defaults and the table of the 46 checks. Where the hub knows no answer the reader is asked.
 */
final class Paper {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PERIOD = Pattern.compile("PT?(\\d+)([DMYH])");
    private static final Pattern CHECK = Pattern.compile("\\| (C\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|");

    private final Path root;
    private final DanishWords words;

    Paper(Path root) throws IOException {
        this.root = root;
        this.words = DanishWords.read();
    }

    /** A mark for what only the municipality can say. */
    static String fill(String what) {
        return "**[Udfyldes af kommunen: " + what + "]**";
    }

    /** One register as its mapping file describes it. */
    record Register(JsonNode mapping) {

        String title() {
            return mapping.path("title").asText();
        }

        String department() {
            return mapping.path("answers-for").asText();
        }

        Set<Category> categories() {
            Set<Category> found = new TreeSet<>();
            fields().forEach(field -> found.add(field.category()));
            return found;
        }

        /** A field that is read, and the kind of information it is part of. */
        record Read(Category category, String purpose) {}

        List<Read> fields() {
            List<Read> fields = new ArrayList<>();
            mapping.path("records")
                    .forEach(record -> record.path("fields")
                            .forEach(field -> fields.add(new Read(
                                    Category.valueOf(field.path("category")
                                            .asText(record.path("category").asText())),
                                    field.path("purpose").asText()))));
            return fields;
        }

        List<String> notRead() {
            return texts(mapping.path("not-read"));
        }

        /** Provisions whose rows are not taken, or only counted. */
        Set<String> hidden(String how) {
            Set<String> hidden = new TreeSet<>();
            mapping.path("records").forEach(record -> {
                JsonNode there = record.path(how);
                (there.isArray() ? stream(there) : Stream.of(there))
                        .filter(rule -> how.equals("anonymous")
                                || rule.path("rule").asText().equals("legal-basis"))
                        .forEach(rule -> hidden.addAll(texts(rule.path("is"))));
            });
            return hidden;
        }

        private static Stream<JsonNode> stream(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false);
        }

        private static List<String> texts(JsonNode node) {
            return node.isValueNode()
                    ? List.of(node.asText())
                    : stream(node).flatMap(each -> texts(each).stream()).toList();
        }
    }

    List<Register> registers() throws IOException {
        List<Register> registers = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("mappings"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                registers.add(new Register(YAML.readTree(file.toFile())));
            }
        }
        return registers;
    }

    /** One line a register: whose, what kinds, how many fields are read, what is left where it is. */
    String registersTable() throws IOException {
        StringBuilder table =
                new StringBuilder("| System | Område i samtykket | Oplysningstyper | Felter, der læses |\n");
        table.append("|---|---|---|---|\n");
        for (Register register : registers()) {
            table.append("| %s | %s | %s | %d |\n"
                    .formatted(
                            register.title(),
                            words.message("department." + register.department()),
                            kinds(register.categories()),
                            register.fields().size()));
        }
        return table.toString();
    }

    private String kinds(Set<Category> categories) {
        return categories.stream()
                .map(category -> words.message("category." + category))
                .collect(Collectors.joining(", "));
    }

    /** The kinds of information a consent may name and no register gives. */
    String kindsNobodyGives() throws IOException {
        Set<Category> unused = new TreeSet<>(Arrays.asList(Category.values()));
        registers().forEach(register -> unused.removeAll(register.categories()));
        return kinds(unused);
    }

    /** What each register holds beside and the hub leaves where it is, by its columns. */
    String leftAlone() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Register register : registers()) {
            lines.append("- **%s**: %s\n"
                    .formatted(
                            register.title(),
                            register.notRead().stream()
                                    .map(column -> "`" + column + "`")
                                    .collect(Collectors.joining(", "))));
        }
        return lines.toString();
    }

    /** Provisions of which no row is taken, or which are only counted, over all registers. */
    String hidden(String how) throws IOException {
        Set<String> hidden = new TreeSet<>();
        registers().forEach(register -> hidden.addAll(register.hidden(how)));
        return String.join(", ", hidden);
    }

    /** Every class of what is kept, with its end. */
    String retentionTable() {
        StringBuilder table = new StringBuilder("| Hvad | Hvor længe | Regnet fra | Slettes af |\n|---|---|---|---|\n");
        for (Rule rule : Rules.shipped()) {
            DanishWords.Class said = words.of(rule);
            table.append("| %s (`%s`) | %s | %s | %s |\n"
                    .formatted(said.what(), rule.name(), kept(rule, said), said.from(), words.by(rule.by())));
        }
        return table.toString();
    }

    private String kept(Rule rule, DanishWords.Class said) {
        if (!said.kept().isEmpty()) {
            return said.kept()
                    .replace("{exit}", setting("dk.samblik.consent.ConsentSettings", "keptAfterExit"))
                    .replace("{death}", setting("dk.samblik.consent.ConsentSettings", "keptAfterDeath"));
        }
        return period(rule.kept());
    }

    /** A period as people say it; what is none stays as it is. */
    static String period(String iso) {
        Matcher period = PERIOD.matcher(iso.matches("\\d+[dh]") ? "P" + iso.toUpperCase(java.util.Locale.ROOT) : iso);
        if (!period.matches()) {
            throw new IllegalStateException(iso + " is no period; give it Danish words in paper-da.properties");
        }
        return period.group(1) + " "
                + switch (period.group(2)) {
                    case "D" -> "dage";
                    case "M" -> "måneder";
                    case "H" -> "timer";
                    default -> "år";
                };
    }

    /** The default of one setting, as people say it where it is a time. */
    static String setting(String type, String name) {
        String value = Settings.defaultOf(type, name);
        return value.matches("\\d+[dh]") || PERIOD.matcher(value).matches() ? period(value) : value;
    }

    /** The default of a key as docs/configuration.md has it. */
    String documented(String key) throws IOException {
        Matcher row = Pattern.compile(Pattern.quote("| `" + key + "` | `") + "([^`]+)` \\|")
                .matcher(Files.readString(root.resolve("docs/configuration.md")));
        if (!row.find()) {
            throw new IllegalStateException("docs/configuration.md has no default of " + key);
        }
        return row.group(1);
    }

    /** Why nobody is asked about somebody: every rule of the gate there is, in its order. */
    String gateRules(String type) {
        return Settings.constants(type).stream()
                .map(rule -> "- %s (`%s`)\n".formatted(words.rule(rule), rule))
                .collect(Collectors.joining());
    }

    /** Who may sign in, by every role there is but the hub's own. */
    String roles() {
        return Arrays.stream(Viewer.Role.values())
                .filter(role -> role != Viewer.Role.HUB)
                .map(role -> "- %s (`%s`)\n".formatted(words.role(role.name()), role))
                .collect(Collectors.joining());
    }

    /** How a check of docs/asvs.md stands, in Danish. */
    String state(String number) throws IOException {
        Matcher checks = CHECK.matcher(Files.readString(root.resolve("docs/asvs.md")));
        while (checks.find()) {
            if (checks.group(1).equals(number)) {
                return number + " " + words.state(checks.group(2));
            }
        }
        throw new IllegalStateException("docs/asvs.md has no line " + number);
    }

    /** How many of the checks stand so. */
    long checks(String state) throws IOException {
        return CHECK.matcher(Files.readString(root.resolve("docs/asvs.md")))
                .results()
                .filter(check -> check.group(2).equals(state))
                .count();
    }
}
