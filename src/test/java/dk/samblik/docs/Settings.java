package dk.samblik.docs;

import dk.samblik.operations.SettingKeys;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The keys that a settings record declares, as people write them. */
final class Settings {

    private Settings() {}

    static List<String> keys(String className) {
        try {
            return SettingKeys.of(Class.forName(className)).stream()
                    .map(key -> key.replaceFirst("\\.<name>$", ""))
                    .toList();
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
}
