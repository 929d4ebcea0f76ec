package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.run.RouteIds;
import dk.samblik.run.Switches.Part;
import dk.samblik.run.Switches.State;
import dk.samblik.team.Words;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every route of routes/ has a name that people know, belongs to a part, and says what comes of switching it. */
class RouteWordsTest {

    private static RouteWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new RouteWords(
                new Words(messages, Locale.forLanguageTag("da"), new CivilClock(Clock.systemUTC())),
                Map.of("social", "Social"));
    }

    @Test
    void everyRouteHasAPlainName() {
        assertThat(RouteIds.all()).isNotEmpty().noneMatch(id -> words().name(id).equals(id));
        assertThat(words().name("ask-social")).isEqualTo("Social: spørg kilden");
    }

    @Test
    void everySwitchSaysWhatTheTeamsSee() {
        for (String route : RouteIds.all()) {
            for (State state : State.values()) {
                assertThat(words().effect(route, state)).as(route).isNotBlank();
            }
        }
        assertThat(words().effect("ask-social", State.STOPPED)).contains("Vi henter ikke fra Social for tiden");
    }

    @Test
    void aRouteIsPartOfWhatItHolds() {
        assertThat(List.of(
                        "nightly-run",
                        "refresh-run",
                        "resume-run",
                        "ask-bolig",
                        "register-folkeregister",
                        "daily-notice"))
                .extracting(Part::of)
                .containsExactly(Part.NIGHTLY, Part.REFRESH, Part.LINE, Part.REGISTER, Part.LINE, Part.NOTICE);
    }
}
