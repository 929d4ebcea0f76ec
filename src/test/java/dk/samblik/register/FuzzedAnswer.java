package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.consent.Chunk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any bytes as the social services' result about somebody: refused by name, or every record has one fate. */
public final class FuzzedAnswer {

    private static final JsonRows SHAPE = new JsonRows(RegisterFileReader.read(Path.of("mappings", "social.yaml")));
    private static final Chunk CHUNK = Delivered.chunk();

    private FuzzedAnswer() {}

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        CHUNK.run();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        JsonNode result;
        try {
            result = RestCalls.json(input);
        } catch (NotAnswered byName) {
            return;
        }
        if (SHAPE.wellFormed(result)) {
            List<Row> rows = SHAPE.of(Delivered.first(), List.of(result));
            long read = Delivered.fates(new Reading("social", CHUNK, Instant.EPOCH, rows, Set.of(), Map.of()))
                    .read();
            if (read != rows.size()) {
                throw new IllegalStateException(rows.size() + " records, of which " + read + " are accounted for");
            }
        }
    }
}
