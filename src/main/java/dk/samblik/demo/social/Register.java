package dk.samblik.demo.social;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The citizens, by id, by every number they can be found by, and by their grants. */
final class Register {

    private final Map<Integer, Citizen> byId = new HashMap<>();
    private final Map<String, Citizen> byNumber = new HashMap<>();
    private final Map<Integer, Citizen> byGrant = new HashMap<>();

    Register(Collection<Citizen> citizens) {
        for (Citizen citizen : citizens) {
            byId.put(citizen.id(), citizen);
            citizen.numbers().forEach(number -> byNumber.put(number, citizen));
            for (Map<String, @Nullable Object> grant : citizen.list("indsatser")) {
                byGrant.put((Integer) Objects.requireNonNull(grant.get("id")), citizen);
            }
        }
    }

    @Nullable
    Citizen find(String number) {
        return byNumber.get(number);
    }

    @Nullable
    Citizen of(int id) {
        return byId.get(id);
    }

    /** Whose grant this is. */
    @Nullable
    Citizen grantedTo(int grant) {
        return byGrant.get(grant);
    }

    /** The numbers behind ids, for the log. */
    List<String> numbers(Collection<Integer> ids) {
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(Citizen::cpr)
                .toList();
    }
}
