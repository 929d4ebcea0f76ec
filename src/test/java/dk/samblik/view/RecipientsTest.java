package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecipientsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LocalDate TODAY = LocalDate.now(CivilClock.COPENHAGEN);

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Recipients recipients = new Recipients(DATABASE.web(), new CivilClock(Clock.systemUTC()));
    private final HouseholdId home = HouseholdId.random();

    RecipientsTest() {
        owner.sql(
                        "insert into household (household_id, number, area, project_code, enrolled) values (?, ?, 'Nord', 'P', ?)")
                .params(home.value(), home.toString(), TODAY.minusDays(9))
                .update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** Somebody whose consent covers measures and the tenancy and names the association for tenancy and benefits. */
    private PersonId somebody(int version, LocalDate until) {
        PersonId person = PersonId.random();
        UUID consent = UUID.randomUUID();
        owner.sql(
                        "insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, member_from)"
                                + " values (?, ?, decode(md5(random()::text), 'hex'), '', 'PARTICIPANT', 'ADULT', ?)")
                .params(person.value(), home.value(), TODAY.minusDays(9))
                .update();
        for (int each = 1; each <= version; each++) {
            owner.sql(
                            "insert into consent (consent_id, version, household_id, person_id, status, sources, categories,"
                                    + " period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed) values"
                                    + " (?, ?, ?, ?, 'ACTIVE', '{SOCIAL,HOUSING}', '{MEASURES,TENANCY}', 'P12M', ?, ?, 'x', now(), '')")
                    .params(consent, each, home.value(), person.value(), TODAY.minusDays(9), until)
                    .update();
        }
        owner.sql("insert into consent_recipient values (?, 1, 'HOUSING_ORG:A', '{TENANCY,BENEFITS}')")
                .param(consent)
                .update();
        for (String source : List.of("SOCIAL", "HOUSING")) {
            owner.sql("insert into consent_in_force values (?, ?, ?, ?, ?, '{MEASURES,TENANCY}', 'P12M', ?, ?)")
                    .params(person.value(), source, home.value(), consent, version, TODAY.minusDays(9), until)
                    .update();
        }
        return person;
    }

    @Test
    void whatTheRecipientIsNamedForCountsAsFarAsItIsAgreedAtAll() {
        PersonId person = somebody(1, TODAY);

        assertThat(recipients.naming("HOUSING_ORG:A", List.of(home)))
                .isEqualTo(Map.of(person, Set.of(Category.TENANCY)));
    }

    @Test
    void anotherNameOrHouseholdIsNamedForNothing() {
        somebody(1, TODAY);

        assertThat(recipients.naming("HOUSING_ORG:a", List.of(home))).isEmpty();
        assertThat(recipients.naming("HOUSING_ORG:A", List.of(HouseholdId.random())))
                .isEmpty();
        assertThat(recipients.naming("HOUSING_ORG:A", List.of())).isEmpty();
    }

    @Test
    void aConsentThatEndedYesterdayNamesNobody() {
        somebody(1, TODAY.minusDays(1));

        assertThat(recipients.naming("HOUSING_ORG:A", List.of(home))).isEmpty();
    }

    @Test
    void aVersionThatDoesNotNameItNamesNobodyWhateverTheOneBeforeDid() {
        somebody(2, TODAY);

        assertThat(recipients.naming("HOUSING_ORG:A", List.of(home))).isEmpty();
    }
}
