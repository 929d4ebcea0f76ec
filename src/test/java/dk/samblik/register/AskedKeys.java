package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import java.util.Set;
import java.util.TreeSet;

/** What a register may have been asked about: exactly the numbers of those who said yes to its department. */
final class AskedKeys {

    private AskedKeys() {}

    static Set<String> of(Chunk chunk, Department source) {
        Set<String> numbers = new TreeSet<>();
        chunk.personsFor(source)
                .forEach(person -> person.numbers().stream().map(Cpr::digits).forEach(numbers::add));
        return numbers;
    }
}
