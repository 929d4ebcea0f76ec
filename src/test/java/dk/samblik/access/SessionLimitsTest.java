package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.storage.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A session ends when it was left alone for 15 minutes, and after 10 hours in any case, by the hub's own clock. */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("users")
class SessionLimitsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @Autowired
    private ShiftedClock clock;

    @LocalServerPort
    private int port;

    private Browser maja;

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
    }

    @BeforeEach
    void signedIn() {
        owner.sql("insert into staff (subject, name, role, organisation, team, area)"
                        + " values ('maja', 'N', 'TEAM', 'K', 'Nord', 'Nord')")
                .update();
        maja = new Browser(port);
        maja.signIn("maja", TestHub.PASSWORD);
    }

    @AfterEach
    void now() {
        clock.reset();
        owner.sql("delete from staff").update();
    }

    private int after(Duration wait) {
        clock.shift(wait);
        return maja.get("/").statusCode();
    }

    @Test
    void aSessionLeftAloneForFifteenMinutesIsOver() {
        assertThat(after(Duration.ofMinutes(14))).isEqualTo(200);
        assertThat(after(Duration.ofMinutes(14))).isEqualTo(200);
        assertThat(after(Duration.ofMinutes(16))).isEqualTo(302);
    }

    @Test
    void aSessionOfTenHoursIsOverHoweverBusyItWasKept() {
        int kept = 0;
        while (after(Duration.ofMinutes(10)) == 200) {
            kept++;
        }

        assertThat(kept).as("ten minutes at a time").isEqualTo(59);
    }

    @Test
    void whatAPageAsksForByItselfKeepsNoSession() {
        clock.shift(Duration.ofMinutes(8));
        assertThat(maja.get("/rest").body()).matches("4[12]\\d true");
        clock.shift(Duration.ofMinutes(6));
        assertThat(maja.get("/rest").body()).matches("[456]\\d true");

        assertThat(after(Duration.ofSeconds(61))).isEqualTo(302);
    }

    @Test
    void whatSomebodyDoesKeepsTheSessionUntilItIsTenHoursOld() {
        clock.shift(Duration.ofMinutes(14));
        assertThat(maja.get("/rest").body()).matches("[456]\\d true");
        assertThat(after(Duration.ZERO)).isEqualTo(200);
        assertThat(maja.get("/rest").body()).matches("(900|8[89]\\d) true");
        while (clock.shifted().compareTo(Duration.ofMinutes(580)) < 0) {
            assertThat(after(Duration.ofMinutes(14))).isEqualTo(200);
        }

        assertThat(maja.get("/rest").body()).as("only signing in anew helps").endsWith(" false");
        assertThat(after(Duration.ofMinutes(13))).isEqualTo(302);
        assertThat(maja.get("/rest").body()).isEqualTo("none");
    }

    @Test
    void aSessionThatIsOverIsNotTakenUpByItsOldNumber() {
        String session = maja.cookie();
        assertThat(after(Duration.ofMinutes(16))).isEqualTo(302);
        clock.reset();

        assertThat(new Browser(port).get("/", "Cookie", session).statusCode()).isEqualTo(302);
    }
}
