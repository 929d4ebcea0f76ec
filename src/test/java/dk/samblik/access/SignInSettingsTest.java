package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.storage.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;

/** A hub that could not tell a good token from a bad one does not start, and says which setting is missing. */
class SignInSettingsTest {

    private static final TestProvider PROVIDER = TestProvider.down();

    private static Map<String, String> settings() {
        return new HashMap<>(PROVIDER.settings());
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = settings();
        settings.put(key, value);
        return settings;
    }

    @Test
    void theWholeOfThemIsEnough() {
        assertThatCode(() -> Provider.registration(TestAccess.signIn(settings())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer",
                "authorization-endpoint",
                "token-endpoint",
                "keys-endpoint",
                "client-id",
                "client-secret",
                "redirect-uri",
                "audience",
                "algorithms",
                "assurance",
                "roles"
            })
    void oneThatIsMissingStopsTheStartByItsName(String key) {
        Map<String, String> settings = settings();
        settings.keySet().removeIf(each -> each.equals(key) || each.startsWith(key + "."));

        assertThatThrownBy(() -> Provider.registration(TestAccess.signIn(settings)))
                .hasMessageStartingWith("samblik.access.sign-in." + key + " is missing: set it to ");
    }

    @ParameterizedTest
    @CsvSource({
        "algorithms, none, 'algorithms holds one'",
        "algorithms, HS256, 'algorithms holds one'",
        "algorithms, 'RS256,HS512', 'algorithms holds one'",
        "algorithms, rs256, 'algorithms holds one'",
        "token-endpoint, http://login.example/token, 'token-endpoint must begin with https://'",
        "keys-endpoint, http://login.example/keys, 'keys-endpoint must begin with https://'",
        "end-session-endpoint, http://login.example/out, 'end-session-endpoint must begin with https://'",
        "redirect-uri, http://samblik.example/log-paa/kommune/svar, 'redirect-uri must begin with https://'",
        "redirect-uri, https://samblik.example/login, 'redirect-uri must end in /log-paa/kommune/svar'",
        "clock-skew, 61s, 'clock-skew must be from 0s to 60s'",
        "clock-skew, -1s, 'clock-skew must be from 0s to 60s'",
        "oldest-authentication, 0s, 'oldest-authentication must be above 0s'",
        "roles.HUB, alle, 'roles must not give anybody the role HUB'",
    })
    void oneThatIsWrongStopsTheStartAndSaysWhatItMustBe(String key, String value, String said) {
        assertThatThrownBy(() -> Provider.registration(TestAccess.signIn(with(key, value))))
                .satisfies(refused -> assertThat(NestedExceptionUtils.getMostSpecificCause(refused)
                                .getMessage())
                        .startsWith("samblik.access.sign-in." + said));
    }

    @Test
    void aHubWithoutALoginDoesNotStart() {
        try (TestDatabase database = TestDatabase.fresh()) {
            var hub = new SpringApplicationBuilder(TestHub.class)
                    .properties(new HashMap<>(database.settings()))
                    .properties("server.port=0")
                    .profiles("production");

            assertThatThrownBy(hub::run)
                    .satisfies(refused -> assertThat(NestedExceptionUtils.getMostSpecificCause(refused)
                                    .getMessage())
                            .startsWith("samblik.access.sign-in.audience is missing"));
        }
    }

    @Test
    void aSecretIsNotShownWhereOneIsMissing() {
        Map<String, String> settings = settings();
        settings.remove("issuer");

        assertThatThrownBy(() -> Provider.registration(TestAccess.signIn(settings)))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(settings.get("client-secret")));
    }
}
