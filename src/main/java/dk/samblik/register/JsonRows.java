package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.household.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of a JSON answer as rows: only the lists and fields that the mapping names, a field of an inner object by its
 * dotted name. What else an answer holds is not looked at.
 */
final class JsonRows {

    private final RegisterFile file;

    JsonRows(RegisterFile file) {
        this.file = file;
    }

    /** Whether every named list is a list, or is not there, or is null. */
    boolean wellFormed(JsonNode result) {
        return tables().stream()
                .map(result::path)
                .allMatch(list -> list.isMissingNode() || list.isNull() || list.isArray());
    }

    /** The rows of one person out of the results that are about this person. */
    List<Row> of(PersonId person, List<JsonNode> results) {
        List<Row> rows = new ArrayList<>();
        for (String table : tables()) {
            long ordinal = 0;
            for (JsonNode result : results) {
                for (JsonNode item : result.path(table)) {
                    ordinal++;
                    rows.add(new Row(table, ordinal, person, values(table, item)));
                }
            }
        }
        return rows;
    }

    private Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        file.tables().forEach(table -> tables.add(table.name()));
        file.lookups().forEach(lookup -> tables.add(lookup.table()));
        return tables;
    }

    private Map<String, @Nullable Object> values(String table, JsonNode item) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String column : file.columns(table)) {
            JsonNode value = at(item, column);
            if (value.isTextual()) {
                values.put(column, value.textValue());
            } else if (value.isNumber()) {
                values.put(column, number(value));
            } else if (value.isBoolean()) {
                values.put(column, value.booleanValue());
            }
        }
        return values;
    }

    /** The number; one that is too large to be one as the text it is read as, which no field can use. */
    private static Object number(JsonNode value) {
        return Double.isFinite(value.doubleValue()) ? value.decimalValue() : value.asText();
    }

    /** Results by the text of this field. An answer with none about anybody is no answer. */
    static Map<String, JsonNode> byText(JsonNode results, String key) throws NotAnswered {
        if (!results.isArray() || results.isEmpty()) {
            throw new NotAnswered("BAD_ANSWER");
        }
        Map<String, JsonNode> byText = new HashMap<>();
        results.forEach(result -> byText.put(at(result, key).asText(), result));
        return byText;
    }

    /** A value by its dotted name. */
    static JsonNode at(JsonNode item, String dotted) {
        JsonNode value = item;
        for (String part : dotted.split("\\.", -1)) {
            value = value.path(part);
        }
        return value;
    }
}
