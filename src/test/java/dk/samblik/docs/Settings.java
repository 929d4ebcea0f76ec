package dk.samblik.docs;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

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
