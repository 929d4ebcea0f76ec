package dk.samblik.browser;

import dk.samblik.access.OpenSignIn;
import dk.samblik.access.Staff;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Lets everybody of the staff table in, as the demo does. */
@TestConfiguration
public class TestSignIn {

    public static final String PASSWORD = "shown-to-everybody";

    /** A whole hub's settings for its pages to be opened at a free port and everybody let in; {@code more} wins. */
    public static Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.main.web-application-type", "servlet",
                "spring.main.sources", TestSignIn.class.getName(),
                "samblik.consent.controller.name", "Fjordsted Kommune",
                "server.port", "0",
                "management.server.port", "0",
                "server.servlet.session.cookie.name", "samblik",
                "server.servlet.session.cookie.secure", "false"));
        settings.putAll(more);
        return settings;
    }

    @Bean
    OpenSignIn openSignIn() {
        return () -> PASSWORD;
    }

    @Bean
    UserDetailsService users(Staff staff) {
        return subject -> staff.find(subject)
                .map(viewer -> User.withUsername(viewer.subject())
                        .password("{noop}" + PASSWORD)
                        .authorities(new String[0])
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("not in the table staff"));
    }
}
