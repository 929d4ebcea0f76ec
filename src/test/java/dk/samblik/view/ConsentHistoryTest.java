package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.ConsentHistory.Version;
import dk.samblik.view.Frame.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was agreed when, read out of the versions that stay as proof. */
class ConsentHistoryTest {

    private static final PersonId AMINA = PersonId.random();
    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Set<Department> BOTH = EnumSet.of(Department.SOCIAL, Department.EMPLOYMENT);
    private static final Set<Department> ONE = EnumSet.of(Department.EMPLOYMENT);

    private static Version version(String status, Set<Department> sources, Instant withdrawn, Instant recorded) {
        return new Version(
                AMINA,
                status,
                sources,
                Set.of(Category.values()),
                Period.ofMonths(12),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 12, 31),
                withdrawn,
                recorded);
    }

    private final ConsentHistory partly =
            new ConsentHistory(List.of(version("SUPERSEDED", BOTH, null, MARCH), version("ACTIVE", ONE, MAY, MAY)));
    private final ConsentHistory wholly =
            new ConsentHistory(List.of(version("SUPERSEDED", BOTH, null, MARCH), version("WITHDRAWN", BOTH, MAY, MAY)));

    @Test
    void oneDepartmentTakenBackIsDatedAndTheOtherStays() {
        assertThat(partly.withdrawn(ONE)).containsOnlyKeys(Department.SOCIAL).containsValue(MAY);
        assertThat(partly.scopesAt(JUNE)).containsOnlyKeys(Department.EMPLOYMENT);
        assertThat(partly.scopesAt(MAY.minusSeconds(1))).containsOnlyKeys(Department.EMPLOYMENT, Department.SOCIAL);
    }

    @Test
    void everythingTakenBackIsWithdrawnInAll() {
        assertThat(wholly.withdrawn(Set.of())).containsOnlyKeys(Department.EMPLOYMENT, Department.SOCIAL);
        assertThat(wholly.scopesAt(JUNE)).isEmpty();
        assertThat(wholly.standing(JUNE)).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aConsentPastItsLastDayIsExpired() {
        ConsentHistory over = new ConsentHistory(List.of(version("ACTIVE", BOTH, null, MARCH)));

        assertThat(over.standing(Instant.parse("2027-01-01T09:00:00Z"))).isEqualTo(Standing.EXPIRED);
        assertThat(over.scopesAt(Instant.parse("2026-12-31T09:00:00Z"))).isNotEmpty();
        assertThat(over.scopesAt(Instant.parse("2027-01-01T09:00:00Z"))).isEmpty();
    }

    @Test
    void aDraftIsNotYet() {
        assertThat(new ConsentHistory(List.of(version("DRAFT", BOTH, null, MARCH))).standing(JUNE))
                .isEqualTo(Standing.NOT_YET);
    }
}
