package dk.samblik.consent;

import dk.samblik.consent.ConsentedPerson.Scope;
import dk.samblik.household.Department;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may be asked of each department, from what is in force. */
final class Scopes {

    private Scopes() {}

    static Map<Department, Scope> of(Consent consent) {
        return consent.sources().stream()
                .collect(Collectors.toMap(
                        Function.identity(), source -> new Scope(consent.categories(), consent.back())));
    }

    static Map<Department, Scope> of(Collection<InForceRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(InForceRow::source, row -> new Scope(row.categories(), row.back())));
    }
}
