package dk.samblik.browser;

import dk.samblik.access.OpenSignIn;
import dk.samblik.access.Staff;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Lets everybody of the staff table in, as the demo does. */
@TestConfiguration
public class TestSignIn {

    public static final String PASSWORD = "shown-to-everybody";

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
