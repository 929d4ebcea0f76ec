package dk.samblik.docs;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The keys that a settings record declares, as people write them. */
final class Settings {

    private Settings() {}

    static List<String> keys(String className) {
        try {
            Class<?> type = Class.forName(className);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            return components(prefix, type).toList();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** The default of one setting, as it is written in its record. */
    static String defaultOf(String className, String name) {
        try {
            Class<?> type = Class.forName(className);
            RecordComponent[] components = type.getRecordComponents();
            for (int at = 0; at < components.length; at++) {
                if (components[at].getName().equals(name)) {
                    return String.join(
                            ", ",
                            type.getDeclaredConstructors()[0]
                                    .getParameters()[at]
                                    .getAnnotation(DefaultValue.class)
                                    .value());
                }
            }
            throw new IllegalStateException(className + " has no setting " + name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** The names of an enum's constants, in their order. */
    static List<String> constants(String className) {
        try {
            return Arrays.stream(Class.forName(className).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Stream<String> components(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> keys(prefix, component));
    }

    private static Stream<String> keys(String prefix, RecordComponent component) {
        boolean named = Map.class.isAssignableFrom(component.getType());
        String key = prefix + "." + kebab(component.getName());
        if (named
                && component.getGenericType() instanceof java.lang.reflect.ParameterizedType map
                && map.getActualTypeArguments()[1] instanceof Class<?> each
                && each.isRecord()) {
            return components(prefix.endsWith("register") ? prefix + ".<register>" : key + ".<name>", each);
        }
        if (component.getType().isRecord()
                && component.getType().getPackageName().startsWith("dk.samblik")) {
            return components(key, component.getType());
        }
        return Stream.of(key);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
