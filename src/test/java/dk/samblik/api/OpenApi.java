package dk.samblik.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.ApiScope;
import dk.samblik.access.OpenTo;
import dk.samblik.access.OpenToClients;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** The interface as OpenAPI 3.1 describes it, written from its handlers, documents, problems and messages. */
public final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Class<?>> HANDLERS = List.of(
            HouseholdsApi.class,
            ConsentsApi.class,
            CoordinatorApi.class,
            RunsApi.class,
            EffectApi.class,
            OpenApiFile.class);

    private final ObjectNode document = JSON.createObjectNode();
    private final OpenApiSchemas schemas = new OpenApiSchemas();

    private OpenApi() {
        document.put("openapi", "3.1.0");
        about();
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        HANDLERS.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .sorted(Comparator.comparing(OpenApi::path).thenComparing(OpenApi::verb))
                .forEach(method -> paths.withObject(
                                "/" + path(method).replace("~", "~0").replace("/", "~1"))
                        .set(verb(method), operation(method)));
        document.set("webhooks", new OpenApiWebhooks(schemas).all());
        components();
    }

    /** The document as it stands in the repository. */
    public static String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indent)
                                    .withArrayIndenter(indent))
                            .writeValueAsString(new OpenApi().document)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void about() {
        ObjectNode info = document.putObject("info");
        info.put("title", "Samblik").put("version", "1");
        info.put(
                "description",
                "Households for other systems, by the consents in force. Within `/api/v1` things are only added: ignore keys,"
                        + " codes and events that you do not know. `detail` of a problem is Danish, or English by"
                        + " `Accept-Language`. A method that an address does not take is answered by 405 and"
                        + " `method.not-allowed`. `docs/api.md` of the repository says more.");
        info.putObject("license").put("name", "EUPL-1.2").put("identifier", "EUPL-1.2");
    }

    static String path(Method handler) {
        return AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class)
                .path()[0];
    }

    private static String verb(Method handler) {
        return AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class)
                .method()[0]
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private ObjectNode operation(Method handler) {
        Operation said = handler.getAnnotation(Operation.class);
        ObjectNode operation = JSON.createObjectNode();
        operation
                .putArray("tags")
                .add(handler.getDeclaringClass().getSimpleName().replaceAll("Api$|File$", ""));
        operation.put("operationId", said.operationId()).put("summary", said.summary());
        OpenTo roles = handler.getAnnotation(OpenTo.class);
        if (roles != null) {
            operation.put(
                    "description",
                    "For clients of the role "
                            + Arrays.stream(roles.value())
                                    .map(role -> "`" + role + "`")
                                    .collect(Collectors.joining(" or "))
                            + ".");
        }
        ArrayNode security = operation.putArray("security");
        OpenToClients scopes = handler.getAnnotation(OpenToClients.class);
        if (scopes != null) {
            Arrays.stream(scopes.value())
                    .forEach(scope -> security.addObject().putArray("token").add(scope.word()));
        }
        ArrayNode parameters = operation.putArray("parameters");
        OpenApiParameters.of(handler)
                .forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
        Arrays.stream(handler.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .forEach(body -> {
                    ObjectNode request = operation.putObject("requestBody").put("required", true);
                    request.putObject("content")
                            .putObject("application/json")
                            .set("schema", schemas.of(body.getType()));
                });
        operation.set("responses", responses(handler));
        return operation;
    }

    private ObjectNode responses(Method handler) {
        ObjectNode responses = JSON.createObjectNode();
        for (ApiResponse said : handler.getAnnotationsByType(ApiResponse.class)) {
            ObjectNode response = responses.putObject(said.responseCode());
            String plain = said.responseCode().equals("304") ? "The client has it as it stands" : "As asked for";
            response.put("description", said.description().isEmpty() ? plain : said.description());
            Arrays.stream(said.headers())
                    .forEach(header -> response.withObject("/headers")
                            .putObject(header.name())
                            .put("$ref", "#/components/headers/" + header.name()));
            for (Content content : said.content()) {
                ObjectNode media = response.putObject("content").putObject(content.mediaType());
                Class<?> type = content.schema().implementation();
                media.set(
                        "schema",
                        type == Void.class
                                ? JSON.createObjectNode()
                                        .put("type", content.schema().type())
                                : schemas.of(type));
            }
        }
        var problems = OpenApiProblems.of(handler, OpenApiParameters.of(handler));
        for (int status : new TreeSet<>(problems.stream().map(Problem::status).toList())) {
            problem(
                    responses.putObject(String.valueOf(status)),
                    problems.stream().filter(one -> one.status() == status).toList());
        }
        return responses;
    }

    private void problem(ObjectNode response, List<Problem> problems) {
        int status = problems.get(0).status();
        String codes = problems.stream().map(one -> "`" + one.code() + "`").collect(Collectors.joining(", "));
        response.put("description", HttpStatus.valueOf(status).getReasonPhrase() + ": " + codes);
        OpenApiProblems.header(status)
                .ifPresent(header ->
                        response.putObject("headers").putObject(header).put("$ref", "#/components/headers/" + header));
        ObjectNode media = response.putObject("content").putObject("application/problem+json");
        media.set("schema", schemas.of(ProblemBody.class));
        ObjectNode examples = media.putObject("examples");
        problems.forEach(one -> examples.putObject(one.code()).put("$ref", "#/components/examples/" + one.code()));
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        components.set("parameters", OpenApiParameters.all());
        components.set("headers", OpenApiParameters.headers());
        components.set("examples", OpenApiProblems.examples());
        ObjectNode token = components.putObject("securitySchemes").putObject("token");
        token.put("type", "oauth2")
                .put(
                        "description",
                        "Client credentials at the municipality's own login; `tokenUrl` stands for its address until the hub"
                                + " is asked for this document. The smaller set of a token's scopes and those that are"
                                + " configured for the client holds.");
        ObjectNode flow = token.putObject("flows").putObject("clientCredentials");
        flow.put("tokenUrl", "https://login.example/token");
        ObjectNode scopes = flow.putObject("scopes");
        scopes.put(ApiScope.HOUSEHOLDS_READ.word(), "Views, lists, how consents stand, who coordinates");
        scopes.put(ApiScope.CONSENTS_WRITE.word(), "Taking consents back, and choosing who coordinates");
        scopes.put(ApiScope.RUNS_WRITE.word(), "Asking the registers anew about a household, and following it");
        scopes.put(ApiScope.OPS_READ.word(), "Runs in ids and counts, nobody in them");
        scopes.put(ApiScope.EFFECT_READ.word(), "Released effect figures, nobody in them");
    }
}
