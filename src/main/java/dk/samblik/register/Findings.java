package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a service has said so far about the people of a chunk, number by number and id by id. */
final class Findings {

    private final List<ConsentedPerson> asked;
    private final Map<Cpr, JsonNode> ids = new LinkedHashMap<>();
    private final Set<Cpr> hidden = new HashSet<>();
    private final Map<Cpr, String> failed = new HashMap<>();
    private final Map<String, JsonNode> results = new HashMap<>();

    Findings(List<ConsentedPerson> asked) {
        this.asked = asked;
    }

    void id(Cpr number, JsonNode id) {
        ids.put(number, id);
    }

    void hidden(Cpr number) {
        hidden.add(number);
    }

    void failed(Cpr number, String reason) {
        failed.put(number, reason);
    }

    /** The ids to fetch, each once. */
    List<JsonNode> ids() {
        return ids.values().stream().distinct().toList();
    }

    void result(JsonNode id, JsonNode result) {
        results.put(id.asText(), result);
    }

    void hidden(JsonNode id) {
        numbers(id).forEach(hidden::add);
    }

    void failed(JsonNode id, String reason) {
        numbers(id).forEach(number -> failed.put(number, reason));
    }

    private List<Cpr> numbers(JsonNode id) {
        return ids.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    Set<PersonId> notAccessible() {
        Set<PersonId> persons = new HashSet<>();
        asked.stream()
                .filter(person -> person.numbers().stream().anyMatch(hidden::contains))
                .forEach(person -> persons.add(person.id()));
        return persons;
    }

    /** People about whom not everything could be read; one who may not be seen is not among them. */
    Map<PersonId, String> unread() {
        Map<PersonId, String> reasons = new HashMap<>();
        Set<PersonId> unseen = notAccessible();
        for (ConsentedPerson person : asked) {
            for (Cpr number : person.numbers()) {
                if (failed.containsKey(number) && !unseen.contains(person.id())) {
                    reasons.put(person.id(), failed.getOrDefault(number, ""));
                }
            }
        }
        return reasons;
    }

    /** The rows about everybody who may be seen and was read whole. */
    List<Row> rows(JsonRows shape) {
        Set<PersonId> left = new HashSet<>(notAccessible());
        left.addAll(unread().keySet());
        List<Row> rows = new ArrayList<>();
        for (ConsentedPerson person : asked) {
            List<JsonNode> theirs = person.numbers().stream()
                    .filter(ids::containsKey)
                    .map(ids::get)
                    .distinct()
                    .map(id -> results.get(id.asText()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!left.contains(person.id())) {
                rows.addAll(shape.of(person.id(), theirs));
            }
        }
        return rows;
    }
}
