package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers that deliver files: the newest complete delivery of each, accepted or held back as a whole, read in place. A
 * delivery is scanned once; a chunk reads only the rows of its own people. No copy of a file is made.
 */
@Component
public class Deliveries {

    private final Registers registers;
    private final RegisterSettings settings;
    private final DeliveryLog log;
    private final CivilClock clock;
    private final KeyedHash hash = KeyedHash.random();
    private final Map<String, DeliveryInUse> inUse = new ConcurrentHashMap<>();

    Deliveries(Registers registers, RegisterSettings settings, DeliveryLog log, CivilClock clock) {
        this.registers = registers;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** The rows about the people of the chunk, as CSV text; throws RegisterUnavailable when the delivery is held back. */
    Cut cut(@Variable("chunk") Chunk chunk, String register) {
        RegisterFile file = registers.named(register);
        Set<Cpr> numbers = chunk.personsFor(file.answersFor()).stream()
                .map(ConsentedPerson::numbers)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return new Cut(new CutText(file).text(), clock.now());
        }
        return inUse(file).cut(numbers);
    }

    /** The unmarshalled rows of a cut; blank columns and those of other tables are left out. */
    Reading reading(
            @Body Cut cut,
            @Variable("chunk") Chunk chunk,
            @Variable("rows") List<Map<String, String>> unmarshalled,
            String register) {
        RegisterFile file = registers.named(register);
        List<Row> rows = new ArrayList<>(unmarshalled.size());
        for (Map<String, String> each : unmarshalled) {
            String table = each.getOrDefault(CutText.TABLE, "");
            Map<String, @Nullable Object> values = new HashMap<>();
            for (String column : file.columns(table)) {
                String value = each.get(column);
                if (value != null && !value.isEmpty()) {
                    values.put(column, value);
                }
            }
            rows.add(new Row(table, Long.parseLong(each.getOrDefault(CutText.RECORD, "0")), null, values));
        }
        return new Reading(register, chunk, cut.asOf(), rows, Set.of(), Map.of());
    }

    /** Rows of the delivery in use that belong to nobody who can be told; nothing is known when none is fit for use. */
    public Optional<List<UnattributedRow>> unattributed(String register) {
        return inUse(registers.named(register)).now().map(AcceptedDelivery::unattributed);
    }

    /** Rows by table of the delivery in use; empty when none is fit for use. */
    public Map<String, Long> rows(String register) {
        return inUse(registers.named(register))
                .now()
                .map(AcceptedDelivery::rows)
                .orElse(Map.of());
    }

    private DeliveryInUse inUse(RegisterFile file) {
        return inUse.computeIfAbsent(file.name(), name -> {
            DeliveryFolder folder = new DeliveryFolder(settings.folder(name), file);
            return new DeliveryInUse(file, folder, new Acceptance(file, folder, log, hash));
        });
    }
}
