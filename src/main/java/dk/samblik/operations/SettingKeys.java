package dk.samblik.operations;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The keys under {@code samblik.} that mean something, so that one nobody reads is told of and not passed over. */
public final class SettingKeys {

    private static final String OURS = "samblik.";

    /** Read by their names, in routes and where no settings are bound yet. */
    private static final List<String> BY_NAME = List.of(
            "samblik.console",
            "samblik.demo.home",
            "samblik.run.nightly",
            "samblik.run.look",
            "samblik.run.heartbeat",
            "samblik.alarms.look");

    private SettingKeys() {}

    /** The keys that a settings record declares, as people write them; {@code <name>} stands for one they choose. */
    public static List<String> of(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return components(prefix, settings).toList();
    }

    /**
     * Keys in files and on the command line that the hub does not know, in order. Names of the environment and of Java's
     * own properties are others' to choose and not looked at.
     */
    static List<String> unknown(ConfigurableEnvironment environment) {
        Pattern known = known();
        return written(environment)
                .filter(key ->
                        key.startsWith(OURS) && !known.matcher(plain(key)).matches())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** What is wrong in the settings, a sentence each: unknown keys, and values that cannot be what their key asks for. */
    static List<String> wrong(ConfigurableEnvironment environment) {
        List<String> wrong = new ArrayList<>(unknownSaid(environment));
        declared().forEach(type -> {
            try {
                Binder.get(environment)
                        .bindOrCreate(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type);
            } catch (BindException refused) {
                wrong.add(said(refused));
            }
        });
        return wrong;
    }

    static List<String> unknownSaid(ConfigurableEnvironment environment) {
        return unknown(environment).stream()
                .map(key -> key + " is no setting. docs/configuration.md has every setting; is it misspelt?")
                .toList();
    }

    /** Our own checks say it in a sentence; of anything else the key is said and never the value. */
    private static String said(BindException refused) {
        Throwable root = refused;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        boolean ours = frames.length > 0 && frames[0].getClassName().startsWith("dk.samblik.");
        return ours && root.getMessage() != null
                ? root.getMessage()
                : refused.getName() + " has a value that cannot be read. See docs/configuration.md.";
    }

    private static Stream<String> written(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                        && !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }

    /** As Spring binds it, {@code progress-kept} and {@code progressKept} are one key. */
    private static String plain(String key) {
        return key.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static Pattern known() {
        Stream<String> declared = declared().flatMap(type -> of(type).stream());
        return Pattern.compile(Stream.concat(declared, BY_NAME.stream())
                .map(key -> plain(key).replace(".", "\\.").replace("<name>", "[^.]+") + "(\\[\\d+])?")
                .collect(Collectors.joining("|")));
    }

    private static Stream<Class<?>> declared() {
        ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return records.findCandidateComponents("dk.samblik").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Stream<String> components(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> keys(prefix, component));
    }

    private static Stream<String> keys(String prefix, RecordComponent component) {
        String key = prefix + "." + kebab(component.getName());
        if (Map.class.isAssignableFrom(component.getType())) {
            Class<?> each = value(component);
            return each.isRecord() ? components(key + ".<name>", each) : Stream.of(key + ".<name>");
        }
        boolean group = component.getType().isRecord()
                && component.getType().getPackageName().startsWith("dk.samblik");
        return group ? components(key, component.getType()) : Stream.of(key);
    }

    private static Class<?> value(RecordComponent map) {
        return ((ParameterizedType) map.getGenericType()).getActualTypeArguments()[1] instanceof Class<?> plain
                ? plain
                : List.class;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
