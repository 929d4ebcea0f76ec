package dk.samblik.mapping;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fact as names and texts: a code gives its code, and text, canonical word and known under names of their own. */
final class Flat {

    private Flat() {}

    static Map<String, String> of(Fact fact) {
        Map<String, String> flat = new TreeMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            Object value = value(fact, component);
            String name = component.getName();
            if (value instanceof Coded coded) {
                flat.put(name, coded.code());
                flat.put(name + ".text", coded.text());
                flat.put(name + ".canonical", coded.canonical() == null ? "" : coded.canonical());
                flat.put(name + ".known", String.valueOf(coded.known()));
            } else {
                flat.put(name, value == null ? "" : value.toString());
            }
        }
        return flat;
    }

    private static @Nullable Object value(Fact fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a component of a fact cannot be read");
        }
    }
}
