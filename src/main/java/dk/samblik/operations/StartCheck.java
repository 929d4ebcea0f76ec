package dk.samblik.operations;

import dk.samblik.effect.EffectSettings;
import dk.samblik.effect.Indicators;
import dk.samblik.mapping.Mappings;
import dk.samblik.programme.ProgrammeSettings;
import dk.samblik.programme.Programmes;
import dk.samblik.register.Registers;
import dk.samblik.run.RouteRules;
import dk.samblik.run.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at what people wrote before anything of the hub is made: settings nobody reads, and the files of routes, mappings and programmes. The
 * hub does not start before all of it is right, and is told of everything at once.
 */
@Component
class StartCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private @Nullable ConfigurableEnvironment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory none) {
        List<String> wrong = wrong(Objects.requireNonNull(environment));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "The hub does not start before this is mended:\n" + String.join("\n", wrong));
        }
    }

    /** Everything that is wrong, a sentence each; empty where the hub may start. */
    static List<String> wrong(ConfigurableEnvironment environment) {
        List<String> wrong = new ArrayList<>(SettingKeys.unknownSaid(environment));
        wrong.addAll(files(environment));
        return wrong;
    }

    /** What is wrong in the folders that these settings name. */
    static List<String> files(ConfigurableEnvironment environment) {
        RunSettings folders = Binder.get(environment).bindOrCreate("samblik.run", RunSettings.class);
        ProgrammeSettings programmes =
                Binder.get(environment).bindOrCreate("samblik.programme", ProgrammeSettings.class);
        EffectSettings effect = Binder.get(environment).bindOrCreate("samblik.effect", EffectSettings.class);
        List<String> wrong = wrong(folders.routes(), folders.mappings(), programmes.folder());
        wrong.addAll(Indicators.broken(effect.indicators(), programmes.folder()));
        return wrong;
    }

    /** What is wrong in these folders, a sentence each that begins with file and line. */
    static List<String> wrong(Path routes, Path mappings, Path programmes) {
        List<String> wrong = new ArrayList<>(RouteRules.broken(routes, mappings));
        wrong.addAll(Mappings.broken(mappings));
        // Both read the mapping files; what one has said of a line the other need not.
        Set<String> said = wrong.stream().map(StartCheck::place).collect(Collectors.toSet());
        Registers.broken(mappings).stream()
                .filter(sentence -> !said.contains(place(sentence)))
                .forEach(wrong::add);
        wrong.addAll(Programmes.broken(programmes));
        return wrong;
    }

    private static String place(String sentence) {
        return sentence.replaceFirst("(:\\d+): .*", "$1");
    }
}
