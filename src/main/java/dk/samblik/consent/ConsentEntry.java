package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a consent as the consent desk sends it: the fields the hub acts on. The document is kept whole. */
record ConsentEntry(
        UUID consentId,
        int version,
        @Nullable UUID supersedes,
        UUID subjectPersonId,
        UUID householdId,
        List<GrantorEntry> grantors,
        Set<Department> sources,
        Set<Category> categories,
        List<RecipientEntry> recipients,
        Period periodBack,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable String evidenceId,
        Consent.Status status,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String scope,
        String recordedBy,
        OffsetDateTime recordedAt) {

    /** The recipient the hub shows anything to. */
    static final String TEAM = "MUNICIPAL_TEAM";

    /** Who gave it: a member by id, or anybody by number. */
    record GrantorEntry(
            @Nullable String personCpr, @Nullable UUID personId, Capacity capacity, LocalDate givenAt) {

        @Override
        public String toString() {
            return "GrantorEntry[" + capacity + "]";
        }
    }

    /** Who may be shown what. */
    record RecipientEntry(String recipient, Set<Category> categories) {}

    /** A consent without evidence is no more than a draft, whatever the desk calls it. */
    Consent.Status standing() {
        return status == Consent.Status.ACTIVE && evidenceId == null ? Consent.Status.DRAFT : status;
    }

    /** What was agreed and the municipal team may see; what nobody in the hub may see is not fetched. */
    Set<Category> forTheTeam() {
        return byRecipient().getOrDefault(TEAM, Set.of());
    }

    /** What each recipient may be shown; nothing that was not agreed. */
    Map<String, Set<Category>> byRecipient() {
        Map<String, Set<Category>> seen = new TreeMap<>();
        recipients.forEach(
                recipient -> seen.computeIfAbsent(recipient.recipient(), name -> EnumSet.noneOf(Category.class))
                        .addAll(recipient.categories()));
        seen.values().forEach(each -> each.retainAll(categories));
        return seen;
    }

    @Override
    public String toString() {
        return "ConsentEntry[" + consentId + "/" + version + "]";
    }
}
