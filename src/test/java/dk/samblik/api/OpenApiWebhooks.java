package dk.samblik.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** What other systems are told, as the description has it. */
final class OpenApiWebhooks {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final OpenApiSchemas schemas;

    OpenApiWebhooks(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode all() {
        ObjectNode all = NODES.objectNode();
        for (String event : new TreeSet<>(WebhookSettings.EVENTS)) {
            ObjectNode call = all.putObject(event).putObject("post");
            call.put("operationId", "told." + event).put("summary", summary(event));
            call.putArray("security");
            ArrayNode headers = call.putArray("parameters");
            header(headers, "webhook-id", "The same for the same message, also when it comes again", "uuid");
            header(headers, "webhook-timestamp", "When it was sent, in seconds since 1970", "");
            header(
                    headers,
                    "webhook-signature",
                    "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in Base64; one a secret, with"
                            + " a space between",
                    "");
            call.putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schemas.of(WebhookMessage.class));
            ObjectNode responses = call.putObject("responses");
            responses.putObject("2XX").put("description", "Taken, within 15 seconds");
            responses.putObject("410").put("description", "Tell this address nothing more");
            responses.putObject("default").put("description", "Tried again for about a day");
        }
        return all;
    }

    private static String summary(String event) {
        return switch (event) {
            case "view.published" -> "A new version of a household is there: `household`, `version`";
            case "consent.given" -> "A consent was given: `household`";
            case "consent.withdrawn" -> "A consent was taken back; delete what you hold of `household`, and ask again";
            case "source.stale" -> "A register did not answer in a run: `source`, `run`, of a refresh `household`";
            case "run.finished" -> "A run has ended: `run`, of a refresh `household`";
            case "alarm.begun" -> "Something is wrong: `alarm` says what, `source` the register where it is about one";
            case "alarm.ended" -> "It is not wrong any more: `alarm`, `source`";
            default -> throw new IllegalStateException("nobody said what " + event + " tells");
        };
    }

    private static void header(ArrayNode headers, String name, String what, String format) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        headers.addObject()
                .put("name", name)
                .put("in", "header")
                .put("required", true)
                .put("description", what)
                .set("schema", format.isEmpty() ? schema : schema.put("format", format));
    }
}
