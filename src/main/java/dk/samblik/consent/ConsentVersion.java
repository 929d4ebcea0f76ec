package dk.samblik.consent;

import dk.samblik.consent.Consent.Status;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a consent as the desk tells of it afterwards: what it said, who recorded it and when. {@code withdrawn}
 * and {@code scope} are null unless something was taken back by it.
 */
record ConsentVersion(
        UUID consent,
        int version,
        HouseholdId household,
        PersonId person,
        Status status,
        Set<Department> sources,
        Set<Category> categories,
        LocalDate from,
        LocalDate to,
        @Nullable Instant withdrawn,
        @Nullable String scope,
        String recordedBy,
        Instant recorded) {

    ConsentVersion {
        sources = inOrder(sources);
        categories = inOrder(categories);
    }

    /** In the order of the vocabulary, so that a page always lists them alike. */
    static <E extends Enum<E>> Set<E> inOrder(Set<E> words) {
        return Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** Whether it is one that ended something: a withdrawal, whole or in part, or a mistake put right. */
    public boolean ends() {
        return withdrawn != null || status == Status.INVALIDATED;
    }

    /** When it ended something. */
    public Instant ended() {
        return withdrawn == null ? recorded : withdrawn;
    }
}
