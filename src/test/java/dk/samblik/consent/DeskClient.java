package dk.samblik.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at the consent desk as a browser without scripts: keeps the session, sends what hidden fields the page had, and
 * goes where it is sent. Keeps every address it was at.
 */
public final class DeskClient {

    private static final Pattern HIDDEN = Pattern.compile(
            "<input type=\"hidden\" name=\"(_csrf|revision|husstand|stand|fraflyttede|(?:valg|grund)-[0-9a-f-]+)\" value=\"([^\"]*)\"");
    private static final String BOUNDARY = "----samblik-test";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final List<String> addresses = new ArrayList<>();
    private String cookie = "";
    private String body = "";
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    private int status;

    public DeskClient(int port) {
        this.port = port;
    }

    /** A field and what is filled in. */
    public record Field(String name, String value) {
        public static Field of(String name, Object value) {
            return new Field(name, value.toString());
        }
    }

    public DeskClient signIn(String subject) {
        get("/log-paa");
        return post("/log-paa", Field.of("username", subject), Field.of("password", DeskHub.PASSWORD));
    }

    public DeskClient get(String path) {
        return go(request(path).GET());
    }

    public DeskClient post(String path, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(fields));
        all.addAll(hidden());
        String form = String.join(
                "&",
                all.stream()
                        .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                        .toList());
        return go(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** As {@link #post} with a file, as the third step sends it. */
    public DeskClient upload(String path, byte[] file, Field... fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        List<Field> all = new ArrayList<>(List.of(fields));
        all.addAll(hidden());
        all.forEach(field ->
                part(form, "name=\"" + field.name() + "\"", field.value().getBytes(StandardCharsets.UTF_8)));
        part(form, "name=\"bilag\"; filename=\"samtykke.pdf\"\r\nContent-Type: application/pdf", file);
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return go(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static void part(ByteArrayOutputStream form, String head, byte[] content) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private List<Field> hidden() {
        Matcher found = HIDDEN.matcher(body);
        List<Field> hidden = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (found.find()) {
            if (!names.contains(found.group(1))) {
                names.add(found.group(1));
                hidden.add(new Field(found.group(1), found.group(2)));
            }
        }
        return hidden;
    }

    private HttpRequest.Builder request(String path) {
        addresses.add(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private DeskClient go(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            status = answer.statusCode();
            body = answer.body();
            headers = answer.headers();
            return status / 100 == 3
                    ? get(answer.headers().firstValue("Location").orElseThrow())
                    : this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String page() {
        return body;
    }

    /** A header of the last answer; nothing where it has none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    int status() {
        return status;
    }

    /** Where it is now. */
    String at() {
        return addresses.get(addresses.size() - 1);
    }

    List<String> addresses() {
        return addresses;
    }

    /** The value of the tick box or radio whose label is this; {@code heading > label} looks after a heading. */
    public String valueOf(String wanted) {
        int after = wanted.indexOf(" > ");
        String label = after < 0 ? wanted : wanted.substring(after + 3);
        String from = after < 0 ? body : body.substring(body.indexOf(wanted.substring(0, after)));
        Matcher found = Pattern.compile(
                        "value=\"([^\"]*)\"[^>]*>\\s*<label[^>]*>(?:<span[^>]*>)?" + Pattern.quote(label))
                .matcher(from);
        if (!found.find()) {
            throw new AssertionError("no such choice on the page: " + wanted);
        }
        return found.group(1);
    }
}
