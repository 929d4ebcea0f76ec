package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One version of what was agreed about one person: from where, what, how far back, between two days (both included), and
 * who gave it. {@code categories} are those the municipal team may see; what nobody may see is not fetched.
 */
record Consent(
        UUID id,
        int version,
        PersonId person,
        HouseholdId household,
        Status status,
        Set<Department> sources,
        Set<Category> categories,
        Period back,
        LocalDate from,
        LocalDate to,
        List<Signature> signatures) {

    /** Where a version stands in its life. */
    enum Status {
        DRAFT,
        ACTIVE,
        EXPIRED,
        WITHDRAWN,
        SUPERSEDED,
        INVALIDATED
    }

    Consent {
        sources = Set.copyOf(sources);
        categories = Set.copyOf(categories);
        signatures = List.copyOf(signatures);
    }

    /** How a line of the access log names this version. */
    String reference() {
        return id + "/" + version;
    }
}
