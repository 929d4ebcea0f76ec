package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;

/** What a command says to programs, held against the schema that is written down for it. */
final class Schema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Schema() {}

    /** Reads what was said; fails where it is not as {@code docs/schema/<name>.json} says. */
    static JsonNode read(String name, String said) throws IOException {
        JsonNode json = JSON.readTree(said);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(JSON.readTree(
                                Path.of("docs/schema/" + name + ".json").toFile()))
                        .validate(json))
                .as(name)
                .isEmpty();
        return json;
    }
}
