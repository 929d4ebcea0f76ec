package dk.samblik.consent;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose consent is needed. {@code numbers} are all numbers the grantor has had; none when the register does not
 * tell who it is, then anybody in that capacity will do. {@code since}: only given on that day or later.
 */
record Requirement(
        Capacity capacity, Set<Cpr> numbers, @Nullable LocalDate since) {

    Requirement {
        numbers = Set.copyOf(numbers);
    }

    boolean metBy(List<Signature> signatures, Function<Cpr, CprHash> hash) {
        List<CprHash> known = numbers.stream().map(hash).toList();
        return signatures.stream()
                .filter(signature -> since == null || !signature.given().isBefore(since))
                .anyMatch(signature ->
                        known.isEmpty() ? signature.capacity() == capacity : known.contains(signature.by()));
    }
}
