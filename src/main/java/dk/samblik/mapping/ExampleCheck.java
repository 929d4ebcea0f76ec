package dk.samblik.mapping;

import dk.samblik.register.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the examples of a mapping file hold: each row is judged for somebody who has said yes to everything. */
public final class ExampleCheck {

    private static final int MONTHS_BACK = 12;

    private final MappingFile mapping;

    public ExampleCheck(MappingFile mapping) {
        this.mapping = mapping;
    }

    /** What is wrong with an example; empty when it holds. Values are those of the example, which are invented. */
    public List<String> complaints(Example example) {
        RecordMapping record = mapping.record(example.from()).orElse(null);
        if (record == null) {
            return List.of("nothing is read from " + example.from());
        }
        Verdict verdict = record.judge(
                source(example, record),
                new Permission(any -> true, example.night().minusMonths(MONTHS_BACK)));
        if (verdict instanceof Verdict.Mapped mapped && !example.gives().isEmpty()) {
            return differences(Flat.of(mapped.fact()), example);
        }
        String outcome = outcome(verdict);
        return outcome.equals(example.expected()) ? List.of() : List.of("is " + outcome);
    }

    private static String outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return "refused " + refused.reason() + " " + refused.column();
        }
        return verdict instanceof Verdict.Filtered filtered ? "filtered " + filtered.why() : "taken";
    }

    private static List<String> differences(Map<String, String> flat, Example example) {
        List<String> differences = new ArrayList<>();
        new TreeMap<>(example.gives()).forEach((field, text) -> {
            if (!text.equals(flat.get(field))) {
                differences.add(field + " is '" + flat.get(field) + "', not '" + text + "'");
            }
        });
        return differences;
    }

    private Source source(Example example, RecordMapping record) {
        List<Row> others = new ArrayList<>();
        example.with().forEach((table, values) -> others.add(new Row(table, 0, null, new HashMap<>(values))));
        return new LookupRows(others, mapping.lookups())
                .source(new Row(record.table(), 1, null, new HashMap<>(example.given())), record, example.night());
    }
}
