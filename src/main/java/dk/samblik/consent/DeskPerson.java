package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member as the desk's pages show one. {@code firstName} is null where no name may be shown, then the ordinal tells who
 * it is among the adults or the children. {@code consent} is the newest that is no draft, null where there is none.
 */
record DeskPerson(
        PersonId id,
        boolean child,
        int ordinal,
        @Nullable String firstName,
        DeskStatus status,
        @Nullable Consent consent,
        @Nullable ConsentVersion newest) {

    /** Whether there is anything to end: a version that stands as active, whatever its dates. */
    public boolean active() {
        return consent != null && consent.status() == Consent.Status.ACTIVE;
    }

    /** Whether the consent can be given again for a new period: it was given once and nobody took it back. */
    public boolean renewable() {
        return consent != null
                && (consent.status() == Consent.Status.ACTIVE || consent.status() == Consent.Status.EXPIRED);
    }

    /** The departments agreed to; none where there is no consent. */
    public Set<Department> sources() {
        return consent == null ? Set.of() : ConsentVersion.inOrder(consent.sources());
    }

    /** The kinds of information agreed to; none where there is no consent. */
    public Set<Category> categories() {
        return consent == null ? Set.of() : ConsentVersion.inOrder(consent.categories());
    }

    /** The last day of the consent, where one was given. */
    public @Nullable LocalDate to() {
        return consent == null ? null : consent.to();
    }

    /** Who recorded the newest version, drafts included; null where there is none. */
    public @Nullable String recordedBy() {
        return newest == null ? null : newest.recordedBy();
    }

    @Override
    public String toString() {
        return "DeskPerson[" + id + "]";
    }
}
