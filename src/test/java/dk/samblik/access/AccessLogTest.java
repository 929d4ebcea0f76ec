package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is shown before its row is committed, and no row can be changed without showing. */
class AccessLogTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CivilClock clock = new CivilClock(Clock.systemUTC());
    private final AccessSettings settings = TestAccess.settings(TestAccess.folder("test-log"));
    private final AccessLog log = TestAccess.log(database.audit(), settings, clock);
    private final LogVerify verify =
            new LogVerify(database.audit(), settings, new CheckpointKeys(settings, clock), clock);
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final HouseholdId household = HouseholdId.random();

    @AfterEach
    void drop() {
        database.close();
    }

    private Access fetch() {
        return new Access(
                Access.Action.FETCH,
                Viewer.HUB,
                "samlet blik",
                household,
                PersonId.random(),
                Department.SOCIAL,
                Set.of(Category.MEASURES, Category.BENEFITS),
                List.of("s1/2", "s1/3"),
                7,
                "OK",
                "request-1",
                RunId.random());
    }

    private Access view(HouseholdId id) {
        return Access.of(Access.Action.VIEW, Viewer.HUB, "arbejde i husstanden", id, "request-2");
    }

    @Test
    void aCommittedRowGrantsItsHouseholdsAndNoOther() {
        HouseholdId second = HouseholdId.random();
        Grant grant = log.record(List.of(fetch(), view(second)));

        assertThat(grant.covers(household)).isTrue();
        assertThat(grant.covers(second)).isTrue();
        assertThat(grant.covers(HouseholdId.random())).isFalse();
        assertThat(grant.seq()).isEqualTo(2);
    }

    @Test
    void aDeniedTryGrantsNothing() {
        Access denied = Access.of(Access.Action.DENIED, Viewer.HUB, "opslag", household, "request-3");

        assertThat(log.record(List.of(denied)).covers(household)).isFalse();
    }

    @Test
    void manyRowsAtOnceAndOneByOneMakeOneChain() {
        log.record(List.of(view(household)));
        log.record(Stream.generate(this::fetch).limit(2500).toList());
        log.record(List.of(view(household)));

        assertThat(verify.verify().rows()).isEqualTo(2502);
        assertThat(verify.verify().holds()).isTrue();
    }

    @Test
    void rowsWrittenSideBySideMakeOneChain() {
        java.util.stream.IntStream.range(0, 40).parallel().forEach(i -> log.record(List.of(fetch())));

        assertThat(verify.verify().rows()).isEqualTo(40);
        assertThat(verify.verify().holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_log set actor = 'a' where seq = 3",
                "update access_log set purpose = 'b' where seq = 3",
                "update access_log set consents = '{\"s1/2, s1/3\"}' where seq = 3",
                "update access_log set categories = '{}' where seq = 3",
                "update access_log set view_version = null where seq = 3",
                "update access_log set at = at + interval '1 microsecond' where seq = 3",
                "update access_log set link = previous where seq = 3",
                "delete from access_log where seq = 3",
                "update access_log set seq = 1000 where seq = 3",
                "delete from access_log where seq >= 3",
                "update access_log set household_id = gen_random_uuid() where seq = 3",
            })
    void aTamperedRowIsNamed(String tamper) {
        log.record(Stream.generate(this::fetch).limit(5).toList());
        owner.sql(tamper).update();

        assertThat(verify.verify().firstBad()).hasValue(3);
    }

    @Test
    void aRowAddedBehindTheHeadIsNamed() {
        log.record(List.of(fetch()));
        owner.sql("""
                insert into access_log select 2, at, actor, actor_role, actor_org, purpose, action, household_id, person_id,
                  source, categories, consents, view_version, outcome, request_id, run_id, link, link from access_log
                """).update();

        assertThat(verify.verify().firstBad()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoke insert on access_log from hub_audit",
                "revoke update on access_log_head from hub_audit",
                "delete from access_log_head",
                "alter table access_log rename to gone",
                "alter table access_log add column more text not null",
                "alter table access_log add check (action <> 'VIEW')",
            })
    void whenTheLogCannotBeWrittenNothingIsGranted(String fault) {
        owner.sql(fault).update();

        assertThatThrownBy(() -> log.record(List.of(view(household)))).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void whenTheDatabaseIsAwayNothingIsGranted() {
        database.close();

        assertThatThrownBy(() -> log.record(List.of(view(household)))).isInstanceOf(LogUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_log set actor = 'a'",
                "delete from access_log",
                "truncate access_log",
                "alter table access_log disable trigger all",
                "drop table access_log",
            })
    void theWriterOfTheLogMayNotChangeIt(String change) {
        log.record(List.of(fetch()));

        assertThatThrownBy(() -> database.audit().sql().sql(change).update()).isInstanceOf(DataAccessException.class);
    }
}
