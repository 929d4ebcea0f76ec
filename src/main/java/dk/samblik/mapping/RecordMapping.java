package dk.samblik.mapping;

import dk.samblik.household.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one record kind of a register becomes one kind of fact; {@code order} is its place in the file. */
record RecordMapping(
        int order,
        String table,
        String gives,
        FactShape shape,
        Category category,
        List<String> members,
        List<Column> key,
        Map<String, Column> lookUps,
        List<DropRule> drops,
        @Nullable DropRule anonymous,
        List<Field> fields) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordMapping.class);
    private static final String KEY = "key";

    RecordMapping {
        members = List.copyOf(members);
        key = List.copyOf(key);
        lookUps = Map.copyOf(lookUps);
        drops = List.copyOf(drops);
        fields = List.copyOf(fields);
    }

    /** The row's own key among those of its kind about one person; empty when it has none. It holds no CPR number. */
    String key(Source source) {
        Cells cells = new Cells(key, source);
        StringJoiner joined = new StringJoiner("|");
        boolean empty = true;
        for (int cell = 0; cell < key.size(); cell++) {
            String text = cells.text(cell);
            empty &= text == null;
            joined.add(text == null ? "" : text);
        }
        return empty ? "" : joined.toString();
    }

    /** What becomes of a row about somebody of whom this may be shown. */
    Verdict judge(Source source, Permission permission) {
        if (!permission.allows(category)) {
            return new Verdict.Filtered("category not consented");
        }
        try {
            Optional<DropRule> dropped =
                    drops.stream().filter(drop -> drop.drops(source)).findFirst();
            return dropped.isPresent() ? new Verdict.Filtered(dropped.get().why()) : converted(source, permission);
        } catch (Unreadable unreadable) {
            return new Verdict.Refused(Rejection.Reason.Q03, unreadable.column());
        } catch (RuntimeException unforeseen) {
            // A value that none of the conversions foresaw: this row is set aside, and everything else of the night
            // goes on
            LOG.error(
                    "a row of {} cannot be judged: {}",
                    table,
                    unforeseen.getClass().getSimpleName());
            return new Verdict.Refused(Rejection.Reason.Q03, table);
        }
    }

    private Verdict converted(Source source, Permission permission) {
        @Nullable Object[] components = new Object[shape.slots().size()];
        for (Field field : fields) {
            Object value = field.value(source, permission);
            if (value == null && field.required()) {
                return new Verdict.Refused(Rejection.Reason.Q02, field.column());
            }
            components[field.position()] = value;
        }
        fillKey(components, source);
        Fact fact = shape.of(components);
        Optional<Verdict> tooOld = PeriodRule.against(fact, permission.back(), this);
        return tooOld.orElseGet(() -> new Verdict.Mapped(
                anonymous != null && anonymous.drops(source) ? new Fact.Anonymous(key(source)) : fact));
    }

    private void fillKey(@Nullable Object[] components, Source source) {
        shape.slot(KEY)
                .filter(slot -> components[slot.position()] == null)
                .ifPresent(slot -> components[slot.position()] = key(source));
    }

    /** The column that gives a component of the fact; the component's own name where none does. */
    String column(String component) {
        return fields.stream()
                .filter(field -> field.name().equals(component))
                .map(Field::column)
                .findFirst()
                .orElse(component);
    }
}
