package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The packages storage and access with pages of a test: enough to sign in, to be let through and to be refused. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({"dk.samblik.storage", "dk.samblik.access"})
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class TestHub {

    static final String PASSWORD = "alle kender den her";

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ShiftedClock shiftedClock() {
        return new ShiftedClock();
    }

    @Bean
    CivilClock civilClock(ShiftedClock clock) {
        return new CivilClock(clock);
    }

    @Bean
    @Profile("users")
    UserDetailsService users(Staff staff) {
        return subject -> staff.find(subject)
                .map(viewer -> User.withUsername(subject)
                        .password("{noop}" + PASSWORD)
                        .authorities(new String[0])
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    /** What the pages of the other packages do, as far as access is concerned. */
    @RestController
    static class Pages {

        private final CurrentViewer viewers;
        private final HouseholdAccess households;
        private final AccessLog log;
        private final CurrentRequest request;
        private final Database audit;
        private final FreshSignIn fresh;

        Pages(
                CurrentViewer viewers,
                HouseholdAccess households,
                AccessLog log,
                CurrentRequest request,
                Database auditDatabase,
                FreshSignIn fresh) {
            this.viewers = viewers;
            this.households = households;
            this.log = log;
            this.request = request;
            this.audit = auditDatabase;
            this.fresh = fresh;
        }

        @OpenToAnybody
        @GetMapping("/log-paa")
        String signIn(CsrfToken token) {
            return token.getToken();
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping("/")
        String mine(CsrfToken token) {
            return token.getToken();
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping("/husstande/{id}")
        String household(@PathVariable String id) {
            Viewer viewer = viewers.require();
            var household = households.requireOpen(viewer, id);
            log.record(java.util.List.of(
                    Access.of(Access.Action.VIEW, viewer, "household-work", household, request.id())));
            return "KANARIEFUGL";
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping("/husstande/{id}/dele/{part}")
        String part(@PathVariable String id) {
            return household(id);
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping(path = "/husstande/{id}/fil", produces = "application/pdf")
        byte[] file(@PathVariable String id) {
            return household(id).getBytes(StandardCharsets.UTF_8);
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping("/husstande/{id}/haendelser")
        SseEmitter events(@PathVariable String id) throws IOException {
            SseEmitter stream = new SseEmitter();
            stream.send(household(id));
            stream.complete();
            return stream;
        }

        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @PostMapping("/hentninger")
        String refresh() {
            return "hentes";
        }

        @Unattended
        @OpenToAnybody
        @GetMapping("/rest")
        String left(HttpServletRequest request) {
            return SessionLeft.of(request)
                    .map(left -> left.seconds() + " " + left.extensible())
                    .orElse("none");
        }

        /** Hands something out. */
        @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
        @GetMapping("/udlevering")
        ResponseEntity<String> handedOut(HttpServletRequest asked) {
            return fresh.holds(asked)
                    ? ResponseEntity.ok("KANARIEFUGL")
                    : ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(fresh.again(asked, "/udlevering")))
                            .build();
        }

        @OpenTo(Viewer.Role.IT)
        @GetMapping("/drift")
        String operations() {
            return "drift "
                    + audit.sql()
                            .sql("select count(*) from access_log")
                            .query(Long.class)
                            .single();
        }
    }
}
