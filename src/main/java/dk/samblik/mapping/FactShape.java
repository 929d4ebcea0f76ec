package dk.samblik.mapping;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a kind of fact is made of, read from the record that it is. */
final class FactShape {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, boolean.class, Boolean.class);
    private static final Map<String, FactShape> ALL = all();

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final Map<String, Slot> slots;

    private FactShape(Class<?> type) {
        this.type = type;
        this.constructor = type.getDeclaredConstructors()[0];
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Slot> named = new LinkedHashMap<>();
        for (int position = 0; position < components.length; position++) {
            named.put(components[position].getName(), Slot.of(position, components[position]));
        }
        this.slots = named;
    }

    /** One component of a fact: where it stands, what it holds, and whether it may be left open. */
    record Slot(int position, Class<?> type, boolean optional) {

        static Slot of(int position, RecordComponent component) {
            Class<?> type = component.getType();
            return new Slot(
                    position,
                    BOXES.getOrDefault(type, type),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    /** The kind of fact of this name, as {@code gives} writes it. */
    static Optional<FactShape> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The names of all kinds of fact. */
    static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    Optional<Slot> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    Map<String, Slot> slots() {
        return slots;
    }

    /** The fact made of these components, in their order. */
    Fact of(@Nullable Object[] components) {
        try {
            return (Fact) constructor.newInstance(components);
        } catch (ReflectiveOperationException | IllegalArgumentException wrongShape) {
            throw new IllegalStateException("a " + type.getSimpleName() + " cannot be made of these components");
        }
    }

    private static Map<String, FactShape> all() {
        Map<String, FactShape> all = new LinkedHashMap<>();
        Stream.of(Fact.class.getAnnotation(JsonSubTypes.class).value())
                .forEach(fact -> all.put(fact.name(), new FactShape(fact.value())));
        return all;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + Arrays.toString(slots.keySet().toArray());
    }
}
