package dk.samblik.register;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dk.samblik.consent.Chunk;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Anything as a row of the children's database about somebody who was asked for: it has one fate. */
public final class FuzzedRows {

    private static final RegisterFile FILE = RegisterFileReader.read(Path.of("mappings", "boern-og-unge.yaml"));
    private static final Chunk CHUNK = Delivered.chunk();

    private FuzzedRows() {}

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        CHUNK.run();
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        RegisterFile.Table table = data.pickValue(FILE.tables());
        Map<String, Object> answered = new HashMap<>();
        for (String column : table.columns()) {
            answered.put(column, value(data));
        }
        table.members().forEach(member -> answered.put(member, Delivered.PEOPLE.get(0)));
        List<Row> rows = List.of(JdbcRow.of(table, 1, answered));
        Reading reading = new Reading("boern-og-unge", CHUNK, Instant.EPOCH, rows, Set.of(), Map.of());
        if (Delivered.fates(reading).read() != 1) {
            throw new IllegalStateException("the row is not accounted for");
        }
    }

    private static @Nullable Object value(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 9)) {
            case 0 -> null;
            case 1 -> data.consumeLong();
            case 2 -> data.consumeDouble();
            case 3 -> data.consumeBoolean();
            case 4 -> new Date(data.consumeLong());
            case 5 -> new Time(data.consumeLong());
            case 6 -> new Timestamp(data.consumeLong());
            case 7 -> data.consumeBytes(20);
            case 8 -> "20" + data.consumeInt(10, 99) + "-0" + data.consumeInt(0, 9) + "-" + data.consumeInt(10, 40);
            default -> data.consumeString(40);
        };
    }
}
