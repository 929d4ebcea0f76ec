package dk.samblik.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Parameters and headers of the interface: what each is for, said once, and which a handler takes, read from it. */
final class OpenApiParameters {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int USUAL = 50;

    private OpenApiParameters() {}

    /** The names, among the components, of what a handler takes. */
    static List<String> of(Method handler) {
        List<String> names = new ArrayList<>();
        for (var parameter : handler.getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                names.add(path(OpenApi.path(handler), parameter.getName()));
            }
            RequestHeader header = parameter.getAnnotation(RequestHeader.class);
            if (header != null) {
                names.add(header.name());
            }
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                names.add(parameter.getName());
            }
        }
        Arrays.stream(handler.getAnnotationsByType(io.swagger.v3.oas.annotations.Parameter.class))
                .forEach(said -> names.add(said.name()));
        if (Arrays.stream(handler.getAnnotationsByType(ApiResponse.class))
                .anyMatch(said -> said.responseCode().equals("304"))) {
            names.add("If-None-Match");
        }
        return names;
    }

    private static String path(String path, String name) {
        return switch (name) {
            case "programme" -> "Programme";
            case "half" -> "Half";
            default -> path.startsWith("/api/v1/runs") ? "Run" : "Household";
        };
    }

    private static ObjectNode text() {
        return NODES.objectNode().put("type", "string");
    }

    private static ObjectNode text(String format) {
        return text().put("format", format);
    }

    private static ObjectNode number(int least) {
        return NODES.objectNode().put("type", "integer").put("minimum", least);
    }

    private static ObjectNode purposes() {
        ObjectNode schema = text();
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(Purpose.values()).map(Purpose::word).forEach(words::add);
        return schema;
    }

    /** All that there are. */
    static ObjectNode all() {
        ObjectNode all = NODES.objectNode();
        add(all, "Household", "id", "path", "The household's id", text("uuid"));
        add(all, "Run", "id", "path", "The run's id", text("uuid"));
        add(all, "Programme", "programme", "path", "The programme's code, such as FREMSKUDT", text());
        add(all, "Half", "half", "path", "A half-year, such as 2026-H1", text());
        add(
                all,
                Purpose.HEADER,
                "!header",
                "What it is for; written in the access log with the client's name before anything is answered",
                purposes());
        add(all, "If-Match", "!header", "The ETag of what was read and is to be changed", text());
        add(all, "If-None-Match", "header", "The ETag of what the client has; 304 where nothing changed", text());
        add(all, "Idempotency-Key", "!header", "A UUID of the client's own, kept for a day", text("uuid"));
        add(
                all,
                "Last-Event-ID",
                "header",
                "The number of the last event that came; the stream goes on after it",
                number(0));
        add(
                all,
                "limit",
                "query",
                "How many at most",
                number(1).put("maximum", HouseholdsApi.MOST).put("default", USUAL));
        add(all, "after", "query", "`next` of the page before", text());
        add(all, "version", "query", "An earlier version of the view, of what may still be shown today", number(1));
        return all;
    }

    private static void add(ObjectNode all, String name, String in, String what, ObjectNode schema) {
        add(all, name, name, in, what, schema);
    }

    private static void add(ObjectNode all, String key, String name, String in, String what, ObjectNode schema) {
        boolean required = in.equals("path") || in.startsWith("!");
        all.putObject(key)
                .put("name", name)
                .put("in", in.replace("!", ""))
                .put("required", required)
                .put("description", what)
                .set("schema", schema);
    }

    /** The headers that answers have. */
    static ObjectNode headers() {
        ObjectNode all = NODES.objectNode();
        header(
                all,
                "ETag",
                "Begins with the version and changes when anything in the answer does; opaque",
                true,
                text());
        header(all, "Last-Modified", "When the version was published; none before the first", false, text());
        header(all, "Link", "The next page, with `rel=\"next\"`, where there is one", false, text());
        header(all, "Location", "Where the run is", true, text("uri-reference"));
        header(all, "Retry-After", "Seconds to wait", true, number(1));
        header(all, "WWW-Authenticate", "`Bearer`, with the error and the scope that is missing", false, text());
        return all;
    }

    private static void header(ObjectNode all, String name, String what, boolean always, ObjectNode schema) {
        all.putObject(name).put("description", what).put("required", always).set("schema", schema);
    }
}
