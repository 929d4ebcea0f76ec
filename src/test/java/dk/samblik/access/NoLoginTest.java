package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where no login is set up there is no account at all. */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("production")
class NoLoginTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
    }

    @Test
    void nobodyCanSignIn(@Autowired ApplicationContext context) {
        JdbcClient.create(DATABASE.owner())
                .sql(
                        "insert into staff (subject, name, role, organisation, team) values ('user', 'U', 'TEAM', 'K', 'N')")
                .update();
        Browser browser = new Browser(port);

        assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
        assertThat(browser.signIn("user", "password")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/log-paa?fejl");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }
}
