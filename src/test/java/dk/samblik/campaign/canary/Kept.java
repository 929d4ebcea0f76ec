package dk.samblik.campaign.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends somebody's requests and keeps every answer in two files: what is read in passing, that is address, headers and title,
 * in which nobody may stand; and the body, which is for whom it was answered to.
 */
final class Kept {

    private static final Pattern TITLE = Pattern.compile("<title>.*?</title>", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final Path heads;
    private final Path bodies;
    private int answers;

    /** In the folder {@code walk} of the hub's own, and beside it in {@code answers}. */
    Kept(HttpClient client, Path home, String walk, String who) {
        this.client = client;
        try {
            heads = Files.createDirectories(
                    home.resolve("answers").resolve(walk).resolve(who));
            bodies = Files.createDirectories(home.resolve(walk).resolve(who));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer's status, the place it leads to (empty: none), and its body as text. */
    record Answer(int status, String location, String body) {}

    Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.timeout(PATIENCE).build();
            HttpResponse<byte[]> answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            Matcher title = TITLE.matcher(text);
            Files.writeString(
                    heads.resolve("head-" + answers + ".txt"),
                    asked.method() + " " + asked.uri() + " " + answer.statusCode() + "\n"
                            + answer.headers().map() + "\n"
                            + (title.find() ? title.group() : ""));
            Files.write(bodies.resolve("answer-" + answers++), answer.body());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many answers there are. */
    int answers() {
        return answers;
    }
}
