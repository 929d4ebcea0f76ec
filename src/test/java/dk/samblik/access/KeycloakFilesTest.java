package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** The realm for Keycloak and the hub's settings beside it say the same; no Keycloak is started here. */
class KeycloakFilesTest {

    private static final Path FOLDER = Path.of("docs/operations/keycloak");

    private JsonNode realm;
    private JsonNode client;
    private SignInSettings settings;

    @BeforeEach
    void read() throws IOException {
        realm = new ObjectMapper().readTree(FOLDER.resolve("samblik-realm.json").toFile());
        client = realm.at("/clients/0");
        MutablePropertySources sources = new MutablePropertySources();
        for (PropertySource<?> source : new YamlPropertySourceLoader()
                .load("hub", new FileSystemResource(FOLDER.resolve("hub.yaml").toFile()))) {
            sources.addLast(source);
        }
        sources.addLast(new MapPropertySource("secrets", Map.of("oidc_secret", "from a file")));
        settings = new Binder(
                        ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
                .bind("samblik.access.sign-in", SignInSettings.class)
                .get();
    }

    @Test
    void theSettingsAreWhole() {
        assertThat(Provider.registration(settings).getClientId())
                .isEqualTo(client.at("/clientId").asText());
    }

    @Test
    void theRealmSendsPeopleBackToTheHubAndNowhereElse() {
        URI back = settings.redirectUri();

        assertThat(client.at("/redirectUris")).hasSize(1);
        assertThat(client.at("/redirectUris/0").asText()).isEqualTo(String.valueOf(back));
        assertThat(client.at("/attributes/post.logout.redirect.uris").asText())
                .isEqualTo(String.valueOf(back).replace(SignIn.ANSWER, SignIn.SIGNED_OUT));
    }

    @Test
    void theRealmAsksForPkceAndSignsAsTheHubReads() {
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(settings.algorithms())
                .containsExactly(
                        client.at("/attributes/id.token.signed.response.alg").asText());
        assertThat(List.of("/publicClient", "/implicitFlowEnabled", "/directAccessGrantsEnabled"))
                .allMatch(flag -> !client.at(flag).asBoolean(true));
    }

    @Test
    void theRealmGrantsTheRolesTheHubKnowsInTheClaimItReads() {
        List<String> roles = new ArrayList<>();
        realm.at("/roles/realm").forEach(role -> roles.add(role.path("name").asText()));

        assertThat(settings.roles().values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(roles);
        assertThat(client.at("/protocolMappers/0/config/claim.name").asText()).isEqualTo(settings.rolesClaim());
        assertThat(client.at("/protocolMappers/1/config/claim.name").asText()).isEqualTo(settings.areasClaim());
    }

    @Test
    void theRealmKnowsTheLevelsThatAreEnough() throws IOException {
        JsonNode levels =
                new ObjectMapper().readTree(realm.at("/attributes/acr.loa.map").asText());

        assertThat(settings.assurance())
                .isNotEmpty()
                .allMatch(level -> levels.path(level).asInt() >= 2);
    }

    @Test
    void theRealmSlowsGuessingDownAndSpeaksDanish() {
        assertThat(realm.at("/bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.at("/defaultLocale").asText()).isEqualTo("da");
        assertThat(realm.at("/registrationAllowed").asBoolean(true)).isFalse();
    }
}
