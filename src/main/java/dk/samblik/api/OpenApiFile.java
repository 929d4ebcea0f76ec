package dk.samblik.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.OpenToAnybody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of the interface for whoever asks: the file of the repository, with the address of this municipality's own
 * login where tokens are given. It shows nobody.
 */
@RestController
@ConditionalOnProperty("samblik.api.enabled")
class OpenApiFile {

    private static final ClassPathResource SHIPPED = new ClassPathResource("api/openapi.json");
    private static final String LOGIN = "/components/securitySchemes/token/flows/clientCredentials";

    private final byte[] document;

    OpenApiFile(ObjectMapper json, @Value("${samblik.access.sign-in.token-endpoint:}") String tokens)
            throws IOException {
        try (InputStream shipped = SHIPPED.getInputStream()) {
            ObjectNode whole = (ObjectNode) json.readTree(shipped);
            if (!tokens.isEmpty()) {
                ((ObjectNode) whole.at(LOGIN)).put("tokenUrl", tokens);
            }
            document = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
        }
    }

    @Operation(operationId = "getOpenApi", summary = "This description")
    @ApiResponse(
            responseCode = "200",
            description = "An OpenAPI 3.1 document",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @OpenToAnybody
    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> described() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
