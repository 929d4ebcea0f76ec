package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part. {@code name} is null unless a consent is in force and the population register has a name; the
 * page then says "Adult 2" from {@code kind} and {@code ordinal}. {@code involved} are departments with an open case, a
 * running measure, place, benefit or tenancy. {@code address} and {@code addressKey} (for comparing only) are null where
 * hidden or not known. {@code custody}: who in the household has custody of this child, empty for adults. {@code from}: where name, birth date and address come from, null where nobody is named.
 */
public record Member(
        PersonId id,
        @Nullable String name,
        @Nullable String firstName,
        int ordinal,
        Kind kind,
        @Nullable Integer age,
        @Nullable LocalDate born,
        String relation,
        boolean protectedAddress,
        @Nullable String address,
        @Nullable String addressKey,
        List<Department> involved,
        Frame.Standing consent,
        @Nullable LocalDate consentUntil,
        Set<PersonId> custody,
        @Nullable Provenance from) {

    /** By age on the day of the merge; by relation where the birth date is not known. */
    public enum Kind {
        ADULT,
        CHILD
    }

    public Member {
        involved = List.copyOf(involved);
        custody = Set.copyOf(custody);
    }
}
