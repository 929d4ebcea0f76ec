package dk.samblik.demo;

import dk.samblik.household.CivilClock;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** With the profile {@code demo}, brings up the given systems before the hub, and tells the hub where they are. */
public final class DemoStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext hub) {
        if (!hub.getEnvironment().acceptsProfiles(Profiles.of(DemoProfile.DEMO))) {
            return;
        }
        Path home = Path.of(hub.getEnvironment().getProperty("samblik.demo.home", "work/demo"));
        DemoSystems systems = DemoSystems.start(home, new CivilClock(Clock.systemUTC()).today());
        hub.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo", systems.settings()));
        hub.getBeanFactory().registerSingleton("demoSystems", systems);
        hub.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == hub) {
                systems.close();
            }
        });
    }
}
