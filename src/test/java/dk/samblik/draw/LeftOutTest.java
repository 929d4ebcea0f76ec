package dk.samblik.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.draw.Tally.What;
import dk.samblik.household.Cpr;
import dk.samblik.population.Address;
import dk.samblik.population.Dwelling;
import dk.samblik.population.Dwelling.Resident;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who cannot be drawn, told before any register is asked; the first reason counts. */
class LeftOutTest {

    private static final Cpr ANNA = Cpr.read("1203859900").orElseThrow();
    private static final Address HOME = new Address("0998", "0012", "1", "", "", null, null, null);

    private static Resident adult(boolean hidden, boolean active) {
        return new Resident(ANNA, Set.of(ANNA), true, hidden, active);
    }

    private static Resident child() {
        return new Resident(ANNA, Set.of(ANNA), false, false, true);
    }

    private static Optional<What> why(boolean enrolled, boolean before, boolean out, Resident... residents) {
        return LeftOut.first(
                LeftOut.rules(one -> enrolled, home -> before, out), new Dwelling(HOME, List.of(residents)));
    }

    @Test
    void anOrdinaryHouseholdIsLeftIn() {
        assertThat(why(false, false, true, adult(false, true), child())).isEmpty();
    }

    @Test
    void eachReasonLeavesOut() {
        assertThat(why(false, false, false, adult(false, true), adult(false, false)))
                .contains(What.NOT_ACTIVE);
        assertThat(why(false, false, false, child())).contains(What.NO_ADULT);
        assertThat(why(true, false, false, adult(false, true))).contains(What.ENROLLED);
        assertThat(why(false, true, false, adult(false, true))).contains(What.DRAWN_BEFORE);
        assertThat(why(false, false, true, adult(true, true), child())).contains(What.PROTECTED_OUT);
    }

    @Test
    void aProtectedHouseholdIsInWhereTheDrawSaysSo() {
        assertThat(why(false, false, false, adult(true, true))).isEmpty();
    }

    @Test
    void theFirstReasonCounts() {
        assertThat(why(true, true, true, adult(true, false))).contains(What.NOT_ACTIVE);
        assertThat(why(true, true, true, adult(true, true))).contains(What.ENROLLED);
    }
}
