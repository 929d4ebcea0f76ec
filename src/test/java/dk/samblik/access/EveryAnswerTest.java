package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every answer carries the whole set of headers, be it a page, a file, a redirect or an error, and every cookie is for
 * this host, over TLS, and for no script. Requests are written by hand, so that no client tidies them.
 */
@SpringBootTest(
        classes = {TestHub.class, TestHub.Pages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EveryAnswerTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Forger PROVIDER = new Forger();

    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
                    + " frame-ancestors 'none'; report-uri /csp",
            "strict-transport-security",
            "max-age=31536000; includeSubDomains",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "referrer-policy",
            "no-referrer",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin"));

    private static Browser maja;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        PROVIDER.settings().forEach((key, value) -> registry.add("samblik.access.sign-in." + key, () -> value));
    }

    @BeforeAll
    static void maja(@LocalServerPort int port) {
        JdbcClient.create(DATABASE.owner())
                .sql("insert into staff (subject, name, role, organisation, team, area)"
                        + " values (?, 'N', 'TEAM', 'K', 'Nord', 'Nord')")
                .param(PROVIDER.issuer() + "#maja")
                .update();
        maja = new Browser(port);
        assertThat(PROVIDER.signIn(maja)).isEqualTo("/");
    }

    @AfterAll
    static void gone() {
        PROVIDER.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET /log-paa", 200),
                Arguments.of("HEAD /log-paa", 200),
                Arguments.of("OPTIONS /log-paa", 200),
                Arguments.of("TRACE /log-paa", 400),
                Arguments.of("PUT /log-paa", 403),
                Arguments.of("BREW /log-paa", 400),
                Arguments.of("GET /", 302),
                Arguments.of("GET /husstande/x", 302),
                Arguments.of("GET /findes-ikke", 302),
                Arguments.of("GET /log-paa/kommune", 302),
                Arguments.of("GET /log-paa/ukendt", 302),
                Arguments.of("GET /log-paa/kommune/svar", 302),
                Arguments.of("GET /log-paa/kommune/svar?code=x&state=y", 302),
                Arguments.of("GET /log-paa/kommune/svar?error=access_denied&state=y", 302),
                Arguments.of("POST /log-paa/kommune/svar", 403),
                Arguments.of("POST /log-paa", 403),
                Arguments.of("POST /log-af", 403),
                Arguments.of("GET /log-af", 302),
                Arguments.of("POST /logout/connect/back-channel/kommune", 400),
                Arguments.of("GET /assets/samblik.css", 200),
                Arguments.of("GET /assets/findes-ikke.css", 404),
                Arguments.of("GET /vendor/findes-ikke.js", 404),
                Arguments.of("GET /error", 500),
                Arguments.of("GET /actuator/env", 302),
                Arguments.of("POST /csp", 415),
                Arguments.of("GET /csp", 405),
                Arguments.of("GET //", 400),
                Arguments.of("GET /a;b", 400),
                Arguments.of("GET /a/%2e%2e/b", 400),
                Arguments.of("GET /a%00b", 400),
                Arguments.of("GET /a%0d%0ab", 400),
                Arguments.of("GET /a<b>", 400),
                Arguments.of("MAJA GET /", 200),
                Arguments.of("MAJA GET /drift", 403),
                Arguments.of("MAJA GET /findes-ikke", 403),
                Arguments.of("MAJA GET /husstande/x", 404),
                Arguments.of("MAJA POST /hentninger", 403),
                Arguments.of("MAJA POST /log-af", 403));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void carriesEveryHeader(String request, int status) throws IOException {
        Answer answer = ask(request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsAllEntriesOf(HEADERS).doesNotContainKey("server");
        assertThat(answer.headers().get("permissions-policy")).contains("camera=()", "geolocation=()");
        boolean file = request.startsWith("GET /assets/samblik.css");
        assertThat(answer.headers().get("cache-control")).contains(file ? "max-age" : "no-store");
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(answer.cookies())
                .allMatch(cookie -> cookie.startsWith("__Host-")
                        && cookie.contains("; Path=/")
                        && cookie.contains("; Secure")
                        && cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Lax")
                        && !cookie.contains("Domain"));
    }

    @Test
    void theAnswersMetCookiesAndErrorsAtAll() throws IOException {
        assertThat(ask("GET /log-paa").cookies()).isNotEmpty();
        assertThat(ask("GET /log-paa/kommune").cookies()).isNotEmpty();
    }

    @Test
    void signingOutTellsTheBrowserToForget() {
        Browser browser = new Browser(port);
        PROVIDER.signIn(browser);
        HttpResponse<String> out =
                browser.post("/log-af", Map.of("_csrf", browser.get("/").body()));

        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"cookies\", \"storage\"");
        assertThat(out.headers().firstValue("Location")).hasValue("/log-paa?af");
        assertThat(out.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private record Answer(int status, Map<String, String> headers, List<String> cookies) {}

    private Answer ask(String request) throws IOException {
        boolean signedIn = request.startsWith("MAJA ");
        String text = (signedIn ? request.substring(5) : request) + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n"
                + (signedIn ? "Cookie: " + maja.cookie() + "\r\n" : "")
                + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer read(String answer) {
        List<String> head =
                answer.substring(0, answer.indexOf("\r\n\r\n")).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        head.stream()
                .skip(1)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).trim()));
        List<String> cookies = head.stream()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .map(line -> line.substring("Set-Cookie: ".length()))
                .toList();
        return new Answer(Integer.parseInt(head.get(0).split(" ")[1]), headers, cookies);
    }
}
