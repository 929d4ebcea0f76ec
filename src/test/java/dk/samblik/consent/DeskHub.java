package dk.samblik.consent;

import dk.samblik.browser.TestSignIn;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Unread;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The desk's pages and all they stand on, and no more of the hub: no run, no register but the population's. */
@ComponentScan(
        basePackages = {"dk.samblik.programme", "dk.samblik.storage", "dk.samblik.access", "dk.samblik.population"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Test.*|.*Test\\$.*"))
@ComponentScan(
        basePackages = "dk.samblik.consent",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(ConsentGate|Recheck|Leavers|.*Test|.*Gallery.*)(\\$.*)?"))
@ComponentScan(
        basePackages = "dk.samblik.team",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(SignInPage|ErrorPages|PageFrames|Language)"))
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import(TestSignIn.class)
class DeskHub {

    static final String PASSWORD = TestSignIn.PASSWORD;

    @Bean
    Moving moving() {
        return new Moving();
    }

    @Bean
    CivilClock civilClock(Moving clock) {
        return new CivilClock(clock);
    }

    /** The desk's own pages tell nothing of what was fetched; those that end a consent do, and have tests of their own. */
    @Bean
    FactsHeld factsHeld() {
        return (grant, household) -> List.of();
    }

    @Bean
    ProofKept proofKept() {
        return left -> left.plusYears(5);
    }

    @Bean
    Unread nothingUnread() {
        return viewer -> 0;
    }

    /** A clock that a test moves. */
    static final class Moving extends Clock {

        private volatile long ahead;

        void days(long days) {
            ahead = days;
        }

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(ahead * 86_400);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
