package dk.samblik.demo;

import dk.samblik.Samblik;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Chooses the profile {@code demo} when nothing is configured: no profile, no database, no register. With that profile and
 * anything real configured it refuses to start, so that invented and real people never meet. Looks at the hub itself only,
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
