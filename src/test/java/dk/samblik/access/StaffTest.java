package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Viewer.Role;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.TestDatabase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class StaffTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Staff staff = TestAccess.staff(DATABASE.web());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void nobody() {
        owner.sql("delete from staff").update();
    }

    private void place(String role, String area) {
        owner.sql(
                        "insert into staff (subject, name, role, organisation, team, area) values ('maja', 'Maja Test', ?, 'K', ?, ?)")
                .params(role, "Team " + role + area, area)
                .update();
    }

    private void guest(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String reason) {
        owner.sql(
                        "insert into staff (subject, name, role, organisation, team, area, guest_from, guest_until, guest_reason)"
                                + " values ('maja', 'Maja Test', 'TEAM', 'K', 'T', 'Nord', ?, ?, ?)")
                .params(from, until, reason)
                .update();
    }

    @Test
    void aPlaceAsALeaderOpensNoHouseholdsOfItsArea() {
        place("TEAM", "Nord");
        place("LEADER", "Syd");
        place("CONSENT_DESK", "Vest");

        assertThat(staff.find("maja")).hasValueSatisfying(maja -> {
            assertThat(maja.role()).isEqualTo(Role.TEAM);
            assertThat(maja.areas()).containsExactly("Nord");
            assertThat(maja.roles()).containsExactlyInAnyOrder(Role.TEAM, Role.LEADER, Role.CONSENT_DESK);
        });
    }

    @Test
    void whoCoordinatesOneAreaIsInTheTeamOfAnother() {
        place("TEAM", "Syd");
        place("COORDINATOR", "Nord");

        assertThat(staff.find("maja")).hasValueSatisfying(maja -> {
            assertThat(maja.role()).isEqualTo(Role.COORDINATOR);
            assertThat(maja.areas()).containsExactlyInAnyOrder("Nord", "Syd");
        });
    }

    @ParameterizedTest
    @CsvSource({"IT, TEAM", "IT, DPO", "DPO, COORDINATOR", "DPO, CONSENT_DESK", "IT, LEADER"})
    void whoWatchesOverOthersOrRunsTheMachineAndIsSomethingElseTooHasNoRole(String one, String other) {
        place(one, "Nord");
        assertThat(staff.find("maja")).isPresent();
        place(other, "Nord");

        assertThat(staff.find("maja")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-13, 0, true", "0, 13, true", "0, 0, true", "-13, -1, false", "1, 5, false"})
    void aGuestHasAPlaceFromTheFirstDayToTheLast(int from, int until, boolean there) {
        LocalDate today = LocalDate.now(CivilClock.COPENHAGEN);
        guest(today.plusDays(from), today.plusDays(until), "for Jens, ferie");

        assertThat(staff.find("maja").isPresent()).isEqualTo(there);
        assertThat(staff.all()).hasSize(there ? 1 : 0);
    }

    @Test
    void theDatabaseRefusesAGuestForLongerOrWithoutAReasonOrAnEnd() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThatThrownBy(() -> guest(day, day.plusDays(14), "ferie"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> guest(day, day.minusDays(1), "ferie"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> guest(day, day, null)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> guest(day, null, "ferie")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> guest(null, null, "ferie")).isInstanceOf(DataIntegrityViolationException.class);
    }
}
