package dk.samblik.team;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.view.HouseholdView;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every page in every state, drawn by the real templates from invented households, without a database behind. */
@TestComponent
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class
})
@Import({Language.class, Gallery.Pages.class})
class Gallery {

    static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Lærkevænget"));

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    CivilClock clock() {
        return new CivilClock(Clock.fixed(Families.NOW, ZoneOffset.UTC));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .build();
    }

    /** The pages. */
    @TestComponent
    @Controller
    static class Pages {

        private final MessageSource messages;
        private final CivilClock clock;

        Pages(MessageSource messages, CivilClock clock) {
            this.messages = messages;
            this.clock = clock;
        }

        @GetMapping("/galleri/husstand/{state}")
        String household(@PathVariable String state, Model model, Locale locale) {
            HouseholdView view = switch (state) {
                case "hel" -> Families.whole();
                case "tynd" -> Families.sparse();
                case "beskyttet" -> Families.hidden();
                default -> throw new IllegalArgumentException("no such state");
            };
            Words words = frame(model, locale, MAJA, "/galleri/husstand/" + state);
            model.addAttribute("view", view);
            model.addAttribute("screen", new HouseholdScreen(view, words));
            return "team/household";
        }

        @GetMapping("/galleri/fejl/{kind}")
        String fault(@PathVariable String kind, Model model, Locale locale) {
            Words words = frame(model, locale, MAJA, "/galleri/fejl/" + kind);
            model.addAttribute(
                    "fault",
                    Map.of(
                            "title", words.say("error." + kind + ".title"),
                            "text", words.say("error." + kind + ".text"),
                            "incident", "7F3K-22"));
            return "team/error";
        }

        private Words frame(Model model, Locale locale, Viewer viewer, String path) {
            Words words = new Words(messages, locale, clock);
            model.addAttribute("words", words);
            model.addAttribute(
                    "frame", PageFrame.of(new TeamSettings("Eksempel Kommune", "12 34 56 78"), viewer, true, path));
            return words;
        }
    }

    /** All addresses, for whoever walks through them. */
    static final List<String> ADDRESSES = List.of(
            "/galleri/husstand/hel",
            "/galleri/husstand/tynd",
            "/galleri/husstand/beskyttet",
            "/galleri/fejl/household",
            "/galleri/fejl/log");
}
