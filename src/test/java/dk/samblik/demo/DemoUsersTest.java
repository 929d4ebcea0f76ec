package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.OpenSignIn;
import dk.samblik.access.Staff;
import dk.samblik.access.TestAccess;
import dk.samblik.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The list of people to be is the demo's, and nobody else's. */
class DemoUsersTest {

    private static void started(String profile, int lists) {
        try (TestDatabase database = TestDatabase.fresh()) {
            new ApplicationContextRunner()
                    .withPropertyValues("spring.profiles.active=" + profile)
                    .withBean(Staff.class, () -> TestAccess.staff(database.web()))
                    .withUserConfiguration(DemoUsers.class)
                    .run(hub -> {
                        assertThat(hub.getBeansOfType(OpenSignIn.class)).hasSize(lists);
                        assertThat(hub.getBeansOfType(UserDetailsService.class)).hasSize(lists);
                    });
        }
    }

    @Test
    void theDemoHasItsUsers() {
        started("demo", 1);
    }

    @Test
    void aRealInstallationHasNone() {
        started("production", 0);
        started("", 0);
    }
}
