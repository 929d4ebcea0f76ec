package dk.samblik.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of a register a mapping reads: by its fields, rules and keys, or by its queries where it has any. */
final class ReadColumns {

    private final MappingFile mapping;
    private final List<String> queries;

    ReadColumns(Path folder, MappingFile mapping) {
        this.mapping = mapping;
        this.queries = queries(folder.resolve(mapping.register()));
    }

    Set<String> of(Set<String> documented) {
        return queries.isEmpty()
                ? byFields()
                : documented.stream().filter(this::queried).collect(Collectors.toSet());
    }

    private boolean queried(String column) {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        return queries.stream().anyMatch(query -> names(query, table, name));
    }

    /** Whether the query names the column behind the alias it gives the table. */
    private static boolean names(String query, String table, String column) {
        return Pattern.compile("bu\\." + table + " (\\w+)")
                .matcher(query)
                .results()
                .anyMatch(found -> Pattern.compile("\\b" + found.group(1) + "\\." + column + "\\b")
                        .matcher(query)
                        .find());
    }

    private Set<String> byFields() {
        Set<String> columns = new TreeSet<>();
        mapping.lookups().forEach((table, key) -> columns.add(table + "." + key));
        for (RecordMapping record : mapping.records()) {
            record.members().forEach(member -> columns.add(record.table() + "." + member));
            read(record)
                    .forEach(column -> columns.add(
                            column instanceof Column.LookedUp
                                    ? column.written()
                                    : record.table() + "." + column.written()));
        }
        return columns;
    }

    private static Stream<Column> read(RecordMapping record) {
        Stream<Column> dropped = Stream.concat(record.drops().stream(), Stream.ofNullable(record.anonymous()))
                .flatMap(rule -> rule instanceof DropRule.OneOf one
                        ? Stream.of(one.column())
                        : ((rule instanceof DropRule.RestsOn rests)
                                        ? rests.columns()
                                        : ((DropRule.WithoutConsent) rule).columns())
                                .stream());
        return Stream.of(
                        record.key().stream(),
                        record.lookUps().values().stream(),
                        dropped,
                        record.fields().stream().flatMap(field -> field.columns().stream()))
                .flatMap(columns -> columns);
    }

    private static List<String> queries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(MappingRules::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
