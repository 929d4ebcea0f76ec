package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Those of these numbers that have an open case; throws RegisterUnavailable when the delivery is held back. */
    OpenInDelivery open(Set<Cpr> numbers, String register) {
        RegisterFile file = registers.named(register);
        return inUse(file).open(numbers, Objects.requireNonNull(file.openCase()));
    }

    /** The unmarshalled rows of a cut, the first of which names the columns; blank ones and those of other tables are left out. */
    Reading reading(
            @Body Cut cut,
            @Variable("chunk") Chunk chunk,
            @Variable("rows") List<List<String>> unmarshalled,
            String register) {
        RegisterFile file = registers.named(register);
        List<String> header = unmarshalled.get(0);
        int table = header.indexOf(CutText.TABLE);
        int record = header.indexOf(CutText.RECORD);
        Map<String, Set<String>> columns = new HashMap<>();
        List<Row> rows = new ArrayList<>(unmarshalled.size());
        for (List<String> each : unmarshalled.subList(1, unmarshalled.size())) {
            String name = each.get(table);
            rows.add(new Row(
                    name,
                    Long.parseLong(each.get(record)),
                    null,
                    values(header, each, columns.computeIfAbsent(name, file::columns))));
        }
        return new Reading(register, chunk, cut.asOf(), rows, Set.of(), Map.of());
    }

    private static Map<String, @Nullable Object> values(
            List<String> header, List<String> cells, Collection<String> columns) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            if (!cells.get(at).isEmpty() && columns.contains(header.get(at))) {
                values.put(header.get(at), cells.get(at));
            }
        }
        return values;
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
