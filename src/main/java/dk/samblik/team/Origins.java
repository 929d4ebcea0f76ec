package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.mapping.FieldName;
import dk.samblik.view.Frame;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where what is shown comes from, down to the field in the register: its dates, the first day asked about, the rules that
 * read it and the columns. A field's own date in the register, such as from when it holds, is one of the columns.
 */
final class Origins {

    /** What a fact carries for the hub and no page shows. */
    private static final Set<String> NOT_SHOWN =
            Set.of("key", "caseKey", "lawKnown", "addressKey", "open", "primary", "median");

    private final Frame frame;
    private final Words words;

    Origins(Frame frame, Words words) {
        this.frame = frame;
        this.words = words;
    }

    /** Something shown: where it comes from and what kind of fact it is. */
    record Item(Provenance from, String fact) {}

    /** Each register once, and under it what it was asked about and the fields of these kinds of facts. */
    List<String> of(Collection<Item> items) {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        Map<String, Provenance> first = new LinkedHashMap<>();
        for (Item item : items) {
            String line = line(item.from());
            lines.computeIfAbsent(line, one -> new LinkedHashSet<>()).add(item.fact());
            first.putIfAbsent(line, item.from());
        }
        List<String> all = new ArrayList<>();
        lines.forEach((line, facts) -> {
            Provenance from = Objects.requireNonNull(first.get(line));
            all.add(line);
            covers(from.source(), all);
            fields(from, facts, all);
        });
        return all.stream().distinct().toList();
    }

    /** One register, its dates, the rules that read it and the version it stands in. */
    String line(Provenance from) {
        return words.say(
                "origin.line",
                words.say("department." + from.source()),
                register(from).map(RegisterShown::title).orElse(from.register()),
                from.asOf() == null ? words.say("origin.no-date") : words.moment(from.asOf()),
                from.fetched() == null ? words.say("origin.no-date") : words.moment(from.fetched()),
                words.rules(from.mapping()),
                frame.version());
    }

    private Optional<RegisterShown> register(Provenance from) {
        return frame.registers().stream()
                .filter(shown -> shown.register().equals(from.register()))
                .findFirst();
    }

    private void covers(Department source, List<String> lines) {
        frame.participants().stream()
                .map(participant -> participant.scopes().get(source))
                .filter(Objects::nonNull)
                .map(scope -> words.today().minus(scope.back()))
                .min(LocalDate::compareTo)
                .ifPresent(since -> lines.add(words.say("origin.looks-back", words.longDate(since))));
    }

    private void fields(Provenance from, Set<String> facts, List<String> lines) {
        if (from.source() == Department.POPULATION) {
            lines.add(words.say("origin.fields.POPULATION"));
            return;
        }
        register(from).filter(shown -> !shown.fields().isEmpty()).ifPresent(shown -> {
            if (!shown.mapping().equals(from.mapping())) {
                lines.add(words.say("origin.fields.older"));
                return;
            }
            Map<String, List<FieldName>> tables = shown.fields().stream()
                    .filter(field -> facts.contains(field.fact()) && !NOT_SHOWN.contains(field.component()))
                    .collect(Collectors.groupingBy(FieldName::table, LinkedHashMap::new, Collectors.toList()));
            tables.forEach((table, fields) -> lines.add(words.say(
                    "origin.fields", table, fields.stream().map(this::field).collect(Collectors.joining("; ")))));
        });
    }

    private String field(FieldName field) {
        return words.sayOr("field." + field.component(), field.component()) + ": " + String.join(", ", field.columns());
    }
}
