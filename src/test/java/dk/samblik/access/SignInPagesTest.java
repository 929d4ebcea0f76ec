package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import dk.samblik.team.Unread;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What people read on their way in where the municipality's login is set up: the shipped pages, in both languages. */
@SpringBootTest(classes = SignInPagesTest.Hub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInPagesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Forger PROVIDER = new Forger();
    private static final String ENGLISH = "__Host-samblik-sprog=en";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        PROVIDER.settings().forEach((key, value) -> registry.add("samblik.access.sign-in." + key, () -> value));
    }

    @AfterAll
    static void gone() {
        PROVIDER.close();
    }

    /** The pages of the sign-in and of errors, with what they stand on. */
    @ComponentScan(
            basePackages = {"dk.samblik.storage", "dk.samblik.access"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Test.*|.*Test\\$.*"))
    @ComponentScan(
            basePackages = "dk.samblik.team",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*\\.(SignInPage|ErrorPages|PageFrames|Language)"))
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Hub {

        @Bean
        CivilClock civilClock() {
            return new CivilClock(Clock.systemUTC());
        }

        @Bean
        Unread nothingUnread() {
            return viewer -> 0;
        }
    }

    @Test
    void theSignInIsOneButtonAndNoPassword() {
        String page = new Browser(port).get("/log-paa").body();

        assertThat(page)
                .contains("href=\"/log-paa/kommune\"", "Log på med kommunens login", "Alle opslag bliver logget")
                .doesNotContain("password", "DEMO", "Vælg, hvem du vil være", "Du blev ikke logget på");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fejl | Samblik kunne ikke bruge svaret | Samblik could not use the answer",
                "fejl=afbrudt | Du afbrød kommunens login | You cancelled",
                "fejl=niveau | Samblik kræver et mere sikkert login | Samblik needs a more secure login",
                "fejl=gammelt | Det er for længe siden | It is too long since",
                "igen | Bagefter kommer du tilbage | Afterwards you come back",
                "igen&fejl=ikke-igen | uden at bede dig logge på igen | without asking you to sign in again",
                "fejl=hub | Kommunens login kender ikke Samblik | login does not know Samblik",
                "fejl=intet-svar | Kommunens login svarer ikke lige nu | does not answer right now",
                "fejl=hjemmelavet | Samblik kunne ikke bruge svaret | Samblik could not use the answer",
                "af | Du er logget af | You are signed out",
            })
    void eachWayItMayEndIsSaidInBothLanguages(String how, String danish, String english) {
        assertThat(new Browser(port).get("/log-paa?" + how).body())
                .contains(danish)
                .doesNotContain("hjemmelavet");
        assertThat(new Browser(port).get("/log-paa?" + how, "Cookie", ENGLISH).body())
                .contains(english);
    }

    @Test
    void somebodyWithoutARoleIsToldWhoTheyAreAndWhatToDo() {
        Browser browser = new Browser(port);
        PROVIDER.signIn(browser);
        HttpResponse<String> page = browser.get("/", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("Du har ikke adgang til Samblik endnu")
                .contains("Du er logget på som Maja Test, men har ingen rolle i Samblik.")
                .contains("Bed din leder om en rolle.", "Ring til 12 34 56 78", "action=\"/log-af\"")
                .doesNotContain(PROVIDER.issuer(), "/husstande", "/drift");
        assertThat(browser.get("/", "Accept", "text/html", "Cookie", browser.cookie() + "; " + ENGLISH)
                        .body())
                .contains("You are signed in as Maja Test but have no role in Samblik.", "Ask your leader for a role.")
                .contains("Call 12 34 56 78");
    }
}
