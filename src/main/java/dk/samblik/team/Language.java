package dk.samblik.team;

import dk.samblik.access.OpenToAnybody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Danish unless the reader chose English; the choice is kept in a cookie that says nothing else, as secure as the session's. */
@Controller
class Language {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private final LocaleResolver locales;

    Language(LocaleResolver locales) {
        this.locales = locales;
    }

    @OpenToAnybody
    @PostMapping("/sprog")
    ResponseEntity<Void> choose(
            @RequestParam String lang,
            @RequestParam(defaultValue = "/") String tilbage,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, of(lang));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, ownPage(tilbage))
                .build();
    }

    /** Only a page of our own may be named as the way back, else the switch could send people anywhere. */
    private static String ownPage(String path) {
        return path.matches("/([A-Za-z0-9][A-Za-z0-9/-]*)?") ? path : "/";
    }

    private static Locale of(String tag) {
        return tag.startsWith("en") ? ENGLISH : DANISH;
    }

    @Configuration
    static class Cookie {

        @Bean
        LocaleResolver localeResolver(Environment environment) {
            boolean secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, true);
            CookieLocaleResolver resolver = new Chosen(secure ? "__Host-samblik-sprog" : "samblik-sprog");
            resolver.setCookieSecure(secure);
            resolver.setDefaultLocale(DANISH);
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setCookieMaxAge(Duration.ofDays(365));
            return resolver;
        }
    }

    private static final class Chosen extends CookieLocaleResolver {

        Chosen(String cookie) {
            super(cookie);
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return of(value);
        }
    }
}
