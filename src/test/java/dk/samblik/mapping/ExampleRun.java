package dk.samblik.mapping;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.Consenting;
import dk.samblik.register.Reading;
import dk.samblik.register.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One example of a mapping file sent through the mapper, its people given invented numbers. */
final class ExampleRun {

    private final MappingFile mapping;
    private final Example example;

    ExampleRun(MappingFile mapping, Example example) {
        this.mapping = mapping;
        this.example = example;
    }

    /** What is wrong with the example; empty when it holds. */
    List<String> complaints() {
        RecordMapping record = mapping.record(example.from())
                .orElseThrow(() -> new AssertionError(example.where() + ": no record from " + example.from()));
        String name = record.members().stream()
                .map(example.given()::get)
                .filter(given -> given != null)
                .map(Object::toString)
                .findFirst()
                .orElse("Anna");
        Judging judging = new Judging(mapping, reading(record, name));
        Answer.Outcome.Answered answered =
                (Answer.Outcome.Answered) judging.outcomes().get(Consenting.id(name));
        return example.gives().isEmpty() ? complaints(answered) : differences(answered);
    }

    private List<String> complaints(Answer.Outcome.Answered answered) {
        String refused = answered.rejections().stream()
                .map(rejection -> rejection.reason() + " " + rejection.field())
                .findFirst()
                .orElse("");
        List<String> complaints = new ArrayList<>();
        if (!answered.facts().isEmpty()) {
            complaints.add("gives a fact, " + example.expected() + " is expected");
        } else if (!refused.equals(example.refused().orElse(""))) {
            complaints.add("refused '" + refused + "', " + example.expected() + " is expected");
        } else if (example.filtered().isPresent()
                && !filtered().equals(example.filtered().get())) {
            complaints.add("filtered '" + filtered() + "', " + example.expected() + " is expected");
        }
        return complaints;
    }

    private List<String> differences(Answer.Outcome.Answered answered) {
        if (answered.facts().isEmpty()) {
            return List.of("gives nothing but "
                    + answered.rejections().stream()
                            .map(rejection -> rejection.reason() + " " + rejection.field())
                            .toList()
                    + filtered());
        }
        Map<String, String> flat = Flat.of(answered.facts().get(0));
        List<String> differences = new ArrayList<>();
        new TreeMap<>(example.gives()).forEach((field, text) -> {
            if (!text.equals(flat.get(field))) {
                differences.add(field + " is '" + flat.get(field) + "', not '" + text + "'");
            }
        });
        return differences;
    }

    private String filtered() {
        RecordMapping record = mapping.record(example.from()).orElseThrow();
        Source source = new LookupRows(lookupRows(null), mapping.lookups())
                .source(new Row(record.table(), 1, null, new HashMap<>(example.given())), record, example.night());
        Verdict verdict =
                record.judge(source, new Permission(any -> true, example.night().minusMonths(12)));
        return verdict instanceof Verdict.Filtered filtered ? filtered.why() : "";
    }

    private Reading reading(RecordMapping record, String name) {
        Chunk chunk = Consenting.chunk(example.night(), Consenting.household(Consenting.yes(name)));
        Map<String, Object> values = new HashMap<>(example.given());
        record.members()
                .forEach(member -> values.computeIfPresent(
                        member,
                        (column, given) -> Consenting.number(given.toString()).digits()));
        boolean asked = record.members().isEmpty();
        List<Row> rows = new ArrayList<>(lookupRows(asked ? name : null));
        rows.add(new Row(record.table(), 1, asked ? Consenting.id(name) : null, values));
        return new Reading(mapping.register(), chunk, Instant.EPOCH, rows, Set.of(), Map.of());
    }

    /** Rows that are looked up; such a table may be one of records too, so they must not be taken for the example. */
    private List<Row> lookupRows(String name) {
        List<Row> rows = new ArrayList<>();
        example.with()
                .forEach((table, values) ->
                        rows.add(new Row(table, 0, name == null ? null : Consenting.id(name), new HashMap<>(values))));
        return rows;
    }
}
