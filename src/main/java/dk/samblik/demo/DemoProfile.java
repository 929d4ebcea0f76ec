package dk.samblik.demo;

import dk.samblik.Samblik;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Chooses the profile {@code demo} when nothing is configured: no profile, no database, no register. With that profile and
 * anything real configured it refuses to start, so that invented and real people never meet. Adds the demo's own settings,
 * {@code demo.yaml}, which stand above {@code application.yaml} and below whatever somebody sets. Looks at the hub itself only,
 * not at a test's part of it.
 */
public final class DemoProfile implements EnvironmentPostProcessor, Ordered {

    static final String DEMO = "demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!application.getAllSources().contains(Samblik.class)) {
            return;
        }
        List<String> real = real(environment);
        if (environment.getActiveProfiles().length == 0 && real.isEmpty()) {
            environment.addActiveProfile(DEMO);
        }
        boolean demo = List.of(environment.getActiveProfiles()).contains(DEMO);
        if (demo && !real.isEmpty()) {
            throw new DemoRefused("The demo does not start beside real sources. Remove " + String.join(", ", real)
                    + ", or choose another profile (--spring.profiles.active=production).");
        }
        if (demo) {
            addSettings(environment.getPropertySources());
        }
    }

    /** By hand: a profile that is chosen here comes too late for a file of Spring's by its name. */
    private static void addSettings(MutablePropertySources all) {
        try {
            for (PropertySource<?> ours :
                    new YamlPropertySourceLoader().load("demo.yaml", new ClassPathResource("demo.yaml"))) {
                all.stream()
                        .map(PropertySource::getName)
                        .filter(name -> name.contains("class path resource [application.yaml]"))
                        .findFirst()
                        .ifPresentOrElse(hubs -> all.addBefore(hubs, ours), () -> all.addLast(ours));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> real(ConfigurableEnvironment environment) {
        List<String> real = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    String key = name.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
                    if (key.startsWith("samblik.register.") || key.equals("samblik.storage.url")) {
                        real.add(name);
                    }
                }
            }
        }
        return real;
    }

    /** After the configuration files are read, so that what they say is seen. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
