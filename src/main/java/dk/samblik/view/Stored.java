package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands of one household at the moment of publishing, read under lock: its version and digest, the consents in force
 * today, and what is stored.
 */
record Stored(
        int version,
        byte @Nullable [] digest,
        Map<PersonId, Map<Department, Set<Category>>> inForce,
        Map<SectionKey, Stored.Section> sections) {

    /** One person's part of one register as stored: {@code digest} null where there is no content. */
    record Section(byte @Nullable [] digest, long fence, int quarantined) {}

    /** The categories in force for a person in a department; empty when it may not be stored at all. */
    Optional<Set<Category>> scope(PersonId person, Department source) {
        return Optional.ofNullable(inForce.getOrDefault(person, Map.of()).get(source));
    }
}
