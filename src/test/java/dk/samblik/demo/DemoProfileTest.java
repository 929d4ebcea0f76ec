package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.Samblik;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.ConfigurableEnvironment;

/** When the hub is a demo, and what it is told then; the environment as Spring itself prepares it. */
class DemoProfileTest {

    private static final String SECURE = "server.servlet.session.cookie.secure";
    private static final String MUNICIPALITY = "samblik.draw.municipality";

    /** The environment of the hub with these arguments; it goes no further than that. */
    private static ConfigurableEnvironment prepared(String... arguments) {
        AtomicReference<ConfigurableEnvironment> seen = new AtomicReference<>();
        SpringApplication hub = new SpringApplication(Samblik.class);
        hub.addListeners((ApplicationEnvironmentPreparedEvent ready) -> {
            seen.set(ready.getEnvironment());
            throw new SpringApplication.AbandonedRunException();
        });
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--logging.level.root=off"))
                .toArray(String[]::new);
        assertThatThrownBy(() -> hub.run(all)).isInstanceOf(SpringApplication.AbandonedRunException.class);
        return seen.get();
    }

    @Test
    void whereNothingIsConfiguredItIsTheDemoWithItsOwnSettings() {
        ConfigurableEnvironment demo = prepared();

        assertThat(demo.getActiveProfiles()).containsExactly("demo");
        assertThat(demo.getProperty(SECURE)).isEqualTo("false");
        assertThat(demo.getProperty("server.servlet.session.cookie.name")).isEqualTo("samblik");
        assertThat(demo.getProperty(MUNICIPALITY)).isEqualTo("0998");
        assertThat(demo.getProperty("samblik.operations.contact.boern-og-unge")).isNotBlank();
    }

    @Test
    void theDemoThatIsAskedForHasThemToo() {
        assertThat(prepared("--spring.profiles.active=demo").getProperty(MUNICIPALITY))
                .isEqualTo("0998");
    }

    @Test
    void whateverSomebodySetsStandsAboveThem() {
        assertThat(prepared("--" + MUNICIPALITY + "=0101").getProperty(MUNICIPALITY))
                .isEqualTo("0101");
    }

    @Test
    void aRealDatabaseOrRegisterMakesItNoDemo() {
        for (String real : new String[] {"samblik.storage.url", "samblik.register.social.url"}) {
            ConfigurableEnvironment hub = prepared("--" + real + "=somewhere");

            assertThat(hub.getActiveProfiles()).as(real).isEmpty();
            assertThat(hub.getProperty(SECURE)).as(real).isEqualTo("true");
            assertThat(hub.getProperty(MUNICIPALITY)).as(real).isNull();
        }
    }

    @Test
    void aDemoIsRefusedBesideAnythingReal() {
        SpringApplication hub = new SpringApplication(Samblik.class);

        assertThatThrownBy(() -> hub.run(
                        "--spring.profiles.active=demo", "--samblik.storage.url=somewhere", "--logging.level.root=off"))
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("samblik.storage.url");
    }
}
