package dk.samblik.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Another system that calls the interface; every answer must be one that the description allows. */
record Client(String origin, List<String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    Client(String origin, String token) {
        this(origin, List.of("Authorization", "Bearer " + token, "Samblik-Purpose", "case-work"));
    }

    /** An answer: its status, its head and its body. */
    record Answer(HttpResponse<String> whole) {
        int status() {
            return whole.statusCode();
        }

        String body() {
            return whole.body();
        }

        String header(String name) {
            return String.join(", ", whole.headers().allValues(name));
        }

        JsonNode json() {
            try {
                return JSON.readTree(whole.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }
    }

    /** The same system with one header more, or another. */
    Client with(String name, String value) {
        List<String> changed = new ArrayList<>();
        for (int at = 0; at < headers.size(); at += 2) {
            if (!headers.get(at).equalsIgnoreCase(name)) {
                changed.add(headers.get(at));
                changed.add(headers.get(at + 1));
            }
        }
        if (!value.isEmpty()) {
            changed.add(name);
            changed.add(value);
        }
        return new Client(origin, changed);
    }

    Answer get(String path) {
        return asks("GET", path, "");
    }

    Answer post(String path, String body) {
        return with("Content-Type", "application/json").asks("POST", path, body);
    }

    Answer put(String path, String body) {
        return with("Content-Type", "application/json").asks("PUT", path, body);
    }

    Answer asks(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Contract.holds(method, path, answer);
            return new Answer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
