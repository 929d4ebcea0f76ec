package dk.samblik.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The schemas of the interface's documents, read from their records: every key, its type, and whether it may be null. */
final class OpenApiSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PLACE = "#/components/schemas/";
    private static final Map<Class<?>, String[]> PLAIN = Map.ofEntries(
            Map.entry(String.class, new String[] {"string", ""}),
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(YearMonth.class, new String[] {"string", ""}),
            Map.entry(LocalTime.class, new String[] {"string", ""}),
            Map.entry(BigDecimal.class, new String[] {"number", ""}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(boolean.class, new String[] {"boolean", ""}));

    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** All that were asked for, and those that they are made of, by name. */
    ObjectNode all() {
        ObjectNode all = NODES.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    /** A schema that refers to that of this record or enumeration. */
    ObjectNode of(Class<?> type) {
        String name = name(type);
        if (!schemas.containsKey(name)) {
            ObjectNode schema = NODES.objectNode();
            schemas.put(name, schema);
            fill(schema, type);
        }
        return NODES.objectNode().put("$ref", PLACE + name);
    }

    private static String name(Class<?> type) {
        if (type == ProblemBody.class) {
            return "Problem";
        }
        Class<?> around = type.getEnclosingClass();
        return around == null || around == Parts.class || around == ConsentsApi.class
                ? type.getSimpleName()
                : name(around) + type.getSimpleName();
    }

    private void fill(ObjectNode schema, Class<?> type) {
        if (type.isEnum()) {
            schema.put("type", "string");
            ArrayNode words = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(words::add);
            return;
        }
        schema.put("type", "object");
        SourceWords.of(type).ifPresent(text -> schema.put("description", text));
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), property(type, component));
            if (required(type, component)) {
                required.add(component.getName());
            }
        }
        if (required.isEmpty()) {
            schema.remove("required");
        }
    }

    private ObjectNode property(Class<?> type, RecordComponent component) {
        ObjectNode schema = schema(component.getGenericType());
        ObjectNode whole = mayBeNull(type, component) ? orNull(schema) : schema;
        SourceWords.of(type, component.getName()).ifPresent(text -> whole.put("description", text));
        return whole;
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Left out where it has no value, not written as null. */
    private static boolean leftOut(Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static boolean demanded(RecordComponent component) {
        Schema said = component.getAccessor().getAnnotation(Schema.class);
        return said != null && said.requiredMode() == Schema.RequiredMode.REQUIRED;
    }

    private static boolean required(Class<?> type, RecordComponent component) {
        if (!optional(component) || demanded(component)) {
            return true;
        }
        JsonProperty said = component.getAccessor().getAnnotation(JsonProperty.class);
        return type == ConsentsApi.TakenBack.class ? said != null && said.required() : !leftOut(type);
    }

    private static boolean mayBeNull(Class<?> type, RecordComponent component) {
        return optional(component) && !demanded(component) && !leftOut(type);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (!schema.has("$ref")) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("oneOf").add(schema).add(NODES.objectNode().put("type", "null"));
        return either;
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType several) {
            Class<?> kind = (Class<?>) several.getRawType();
            Type[] of = several.getActualTypeArguments();
            ObjectNode schema = NODES.objectNode();
            if (Collection.class.isAssignableFrom(kind)) {
                schema.put("type", "array").set("items", schema(of[0]));
                return kind == Set.class ? schema.put("uniqueItems", true) : schema;
            }
            schema.put("type", "object").set("additionalProperties", schema(of[1]));
            return schema;
        }
        Class<?> kind = (Class<?>) type;
        String[] plain = PLAIN.get(kind);
        if (plain == null) {
            return of(kind);
        }
        ObjectNode schema = NODES.objectNode().put("type", plain[0]);
        return plain[1].isEmpty() ? schema : schema.put("format", plain[1]);
    }
}
