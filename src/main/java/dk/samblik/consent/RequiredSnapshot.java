package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who had to consent at the moment a consent was recorded, by the population register as of its date: our proof, kept in
 * the sealed document. Without a population register to rely on there is none, and the document says so.
 */
@Component
class RequiredSnapshot {

    private static final String FIELD = "required_grantors_snapshot";

    private final PopulationCheck check;
    private final Population population;
    private final ConsentSettings settings;
    private final CivilClock clock;

    RequiredSnapshot(PopulationCheck check, Population population, ConsentSettings settings, CivilClock clock) {
        this.check = check;
        this.population = population;
        this.settings = settings;
        this.clock = clock;
    }

    /** The snapshot of each of these participants, as JSON. */
    Map<PersonId, String> of(List<Member> members, String requestId) {
        try {
            LocalDate asOf = population.asOf();
            Judge.Seen seen = check.look(members, requestId, null);
            EntitledGrantors entitled = new EntitledGrantors(clock.today(), settings.graceAtFifteen());
            Map<PersonId, String> snapshots = new HashMap<>();
            seen.people()
                    .forEach((id, person) -> snapshots.put(
                            id,
                            json(
                                    person,
                                    entitled.of(person, seen.others()),
                                    seen.noted().get(id),
                                    asOf)));
            return snapshots;
        } catch (PopulationUnavailable unreliable) {
            return Map.of();
        }
    }

    private static String json(Person person, Entitlement entitlement, @Nullable CustodyNote note, LocalDate asOf) {
        ObjectNode snapshot = EntryFile.JSON.createObjectNode();
        snapshot.put("as_of", asOf.toString());
        snapshot.put("born", person.born().toString());
        if (note != null) {
            snapshot.putObject("noted_by_hand")
                    .put("capacity", note.capacity().name())
                    .put("seen_in", note.seenIn().name())
                    .put("seen_on", note.seenOn().toString())
                    .put("noted_by", note.by())
                    .put("noted_at", note.at().toString());
        }
        if (entitlement instanceof Entitlement.Blocked blocked) {
            snapshot.put("blocked", blocked.reason().name());
        } else if (entitlement instanceof Entitlement.Required required) {
            ArrayNode grantors = snapshot.putArray("required");
            for (Requirement requirement : required.grantors()) {
                ObjectNode grantor = grantors.addObject();
                grantor.put("capacity", requirement.capacity().name());
                LocalDate since = requirement.since();
                if (since != null) {
                    grantor.put("since", since.toString());
                }
                ArrayNode numbers = grantor.putArray("numbers");
                requirement.numbers().stream().map(Cpr::digits).sorted().forEach(numbers::add);
            }
        }
        return snapshot.toString();
    }

    /** Those of a document's snapshot whose word is not among these; nobody where there is no snapshot. */
    static List<Requirement> missing(JsonNode document, List<Signature> given, Function<Cpr, CprHash> hash) {
        List<Requirement> missing = new ArrayList<>();
        for (JsonNode required : document.path(FIELD).path("required")) {
            String since = Agreed.text(required, "since");
            Set<Cpr> numbers = new HashSet<>();
            required.path("numbers").forEach(number -> Cpr.read(number.asText()).ifPresent(numbers::add));
            Requirement requirement = new Requirement(
                    Capacity.valueOf(required.path("capacity").asText()),
                    numbers,
                    since == null ? null : LocalDate.parse(since));
            if (!requirement.metBy(given, hash)) {
                missing.add(requirement);
            }
        }
        return missing;
    }

    /** Why, by a document's snapshot, nobody could give it; null where somebody could. */
    static Entitlement.Blocked.@Nullable Reason blocked(JsonNode document) {
        String reason = Agreed.text(document.path(FIELD), "blocked");
        return reason == null ? null : Entitlement.Blocked.Reason.valueOf(reason);
    }

    /** The document to be sealed: the entry as sent, and the snapshot. */
    byte[] document(JsonNode entry, @Nullable String snapshot) {
        ObjectNode document = entry.deepCopy();
        if (snapshot == null) {
            document.putNull(FIELD);
        } else {
            document.putRawValue(FIELD, new com.fasterxml.jackson.databind.util.RawValue(snapshot));
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
