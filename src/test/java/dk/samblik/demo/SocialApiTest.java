package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.demo.social.SocialApi;
import dk.samblik.demo.social.SocialFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST interface, as registers/social describes it. */
class SocialApiTest {

    private static final SocialApi.Client CLIENT = new SocialApi.Client("samblik", "hemmelig");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private SocialApi api;

    @BeforeEach
    void start() throws IOException {
        api = Fjordsted.REGISTERS.startSocial(CLIENT, 0);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aTokenIsGivenToTheClientOnly() throws Exception {
        assertThat(token("hemmelig").statusCode()).isEqualTo(200);
        assertThat(json.readTree(token("hemmelig").body()).path("expires_in").asInt())
                .isEqualTo(300);
        assertThat(token("forkert").statusCode()).isEqualTo(401);
        assertThat(post("borgere/soeg", "{}", "intet").statusCode()).isEqualTo(401);
    }

    @Test
    void aSearchTellsKnownHiddenAndUnknownApart() throws Exception {
        String token = bearer();
        String known = cpr("H-9011");
        String unknown = cpr("H-9007");
        JsonNode results = json.readTree(search(token, known, unknown).body()).path("resultater");

        assertThat(result(results, "noegle", known).path("tilgaengelig").asBoolean())
                .isTrue();
        assertThat(result(results, "noegle", unknown).path("fundet").asBoolean())
                .isFalse();
        String one = "{\"noegle\":\"" + unknown + "\",\"noegletype\":\"CPR\"}";
        assertThat(post("borgere/soeg", one, token).statusCode()).isEqualTo(404);
    }

    @Test
    void anExtractHoldsEverythingOfTheCitizensAsked() throws Exception {
        String token = bearer();
        int id = id(token, "H-9011");
        JsonNode result = json.readTree(extract(token, id, 1).body()).path("resultater");

        JsonNode own = result(result, "id", String.valueOf(id));
        assertThat(own.path("resultat").asText()).isEqualTo("OK");
        assertThat(own.path("sager").get(0).path("oprettet").asText()).endsWith("+0000");
        assertThat(result(result, "id", "1").path("resultat").asText()).isEqualTo("UKENDT");
    }

    @Test
    void oneCitizensRecordAlwaysFails() throws Exception {
        String token = bearer();
        int id = id(token, "H-9211");

        JsonNode results = json.readTree(extract(token, id).body()).path("resultater");
        assertThat(results.get(0).path("resultat").asText()).isEqualTo("FEJL");
        assertThat(get("borgere/" + id + "/sager", token).statusCode()).isEqualTo(500);
    }

    @Test
    void aCitizenOfAStoryIsNotAccessible() throws Exception {
        String token = bearer();
        String key = cpr("H-9201");
        JsonNode found = result(json.readTree(search(token, key).body()).path("resultater"), "noegle", key);

        if (found.path("tilgaengelig").asBoolean()) {
            int id = found.path("borger").path("id").asInt();
            assertThat(extract(token, id).body()).contains("IKKE_TILGAENGELIG");
            assertThat(get("borgere/" + id + "/sager", token).statusCode()).isEqualTo(403);
        } else {
            assertThat(found.has("borger")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forloeb", "sager", "indsatser", "ansvarlige", "kalender"})
    void oneCitizensListsComeInPages(String list) throws Exception {
        String token = bearer();
        String dates = list.equals("kalender") ? "?fra=2026-01-01&til=2027-12-31" : "";
        JsonNode page = json.readTree(get("borgere/" + id(token, "H-9011") + "/" + list + dates, token)
                .body());

        assertThat(page.path("totalItems").asInt())
                .isEqualTo(page.path("elementer").size());
        assertThat(page.path("pages")).hasSize(1);
    }

    @Test
    void moreThanFiftyAtOnceAreRefused() throws Exception {
        String[] keys = IntStream.range(0, 51).mapToObj(n -> cpr("H-9011")).toArray(String[]::new);

        assertThat(search(bearer(), keys).statusCode()).isEqualTo(400);
    }

    @Test
    void tooManyCallsAreToldWhenToComeBack() throws Exception {
        String token = bearer();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 80)
                .mapToObj(n -> http.sendAsync(
                        request("indsatser/1", token).GET().build(), HttpResponse.BodyHandlers.ofString()))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join)).anySatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
    }

    @Test
    void itCanBeDownOrBroken() throws Exception {
        String token = bearer();
        api.fault(SocialFault.DOWN);
        assertThat(search(token, cpr("H-9011")).statusCode()).isEqualTo(503);
        assertThat(token("hemmelig").statusCode()).isEqualTo(503);
        api.fault(SocialFault.BROKEN);
        assertThat(search(token, cpr("H-9011")).statusCode()).isEqualTo(500);
        api.fault(SocialFault.NONE);
        assertThat(search(token, cpr("H-9011")).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenCanStopInTheMiddle() throws Exception {
        String token = bearer();
        api.fault(SocialFault.SHORT_TOKENS);
        for (int call = 0; call < 5; call++) {
            assertThat(search(token, cpr("H-9011")).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> answer = search(token, cpr("H-9011"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("TOKEN_UDLOEBET");
    }

    @Test
    void itCanHangAndBeSlow() throws Exception {
        String token = bearer();
        api.fault(SocialFault.HANG);
        HttpRequest call = request("indsatser/1", token)
                .timeout(Duration.ofMillis(300))
                .GET()
                .build();
        assertThatThrownBy(() -> http.send(call, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        api.slowness(Duration.ofMillis(200));
        api.fault(SocialFault.SLOW);
        long start = System.nanoTime();
        assertThat(search(token, cpr("H-9011")).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void theOwnerKnowsWhoWasAskedFor() throws Exception {
        String token = bearer();
        assertThat(api.log().askedNumbers()).isEmpty();
        int id = id(token, "H-9211");
        api.log().forget();
        extract(token, id);

        assertThat(api.log().askedNumbers()).containsExactly(cpr("H-9211"));
        assertThat(api.log().calls().toString()).doesNotContain(cpr("H-9211"));
    }

    private static String cpr(String household) {
        return Fjordsted.WORLD.desk().household(household).members().get(0).cpr();
    }

    private int id(String token, String household) throws Exception {
        JsonNode results = json.readTree(search(token, cpr(household)).body()).path("resultater");
        return results.get(0).path("borger").path("id").asInt();
    }

    private static JsonNode result(JsonNode results, String key, String value) {
        return StreamSupport.stream(results.spliterator(), false)
                .filter(result -> result.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> search(String token, String... keys) throws Exception {
        String list = "[\"" + String.join("\",\"", keys) + "\"]";
        return post("borgere/soeg", "{\"noegler\":" + list + ",\"noegletype\":\"CPR\"}", token);
    }

    private HttpResponse<String> extract(String token, Integer... ids) throws Exception {
        return post("udtraek", "{\"borgerIder\":" + List.of(ids) + "}", token);
    }

    private String bearer() throws Exception {
        return json.readTree(token("hemmelig").body()).path("access_token").asText();
    }

    private HttpResponse<String> token(String secret) throws Exception {
        String form = "grant_type=client_credentials&client_id=samblik&client_secret=" + secret;
        return post("token", form, "");
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return http.send(
                request(path, token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(api.url() + "/" + path)).header("Authorization", "Bearer " + token);
    }
}
