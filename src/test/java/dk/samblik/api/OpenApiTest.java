package dk.samblik.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.Test;

/** The description is valid OpenAPI 3.1; that it is current, DocsTest says. */
class OpenApiTest {

    private static SwaggerParseResult parsed(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(text, null, options);
    }

    @Test
    void aReaderOfOthersUnderstandsItWithoutAWord() {
        SwaggerParseResult read = parsed(OpenApi.text());

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(8);
        assertThat(read.getOpenAPI().getWebhooks()).hasSameSizeAs(WebhookSettings.EVENTS);
        assertThat(read.getOpenAPI().getComponents().getExamples()).hasSameSizeAs(Problem.values());
    }

    @Test
    void theReaderComplainsOfABrokenOne() {
        assertThat(parsed(OpenApi.text().replace("\"responses\"", "\"answers\""))
                        .getMessages())
                .isNotEmpty();
    }
}
