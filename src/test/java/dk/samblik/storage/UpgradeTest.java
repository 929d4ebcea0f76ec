package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** An upgrade is told of before it is done; and the hub's own logins can be given other passwords. */
class UpgradeTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static MockEnvironment environment(Login login) {
        return new MockEnvironment()
                .withProperty("samblik.storage.url", login.url())
                .withProperty("samblik.storage.user", login.user())
                .withProperty("samblik.storage.password", login.password());
    }

    private static long tables(Login login) {
        return JdbcClient.create(Pool.unpooled(login))
                .sql("select count(*) from information_schema.tables where table_schema = 'public'")
                .query(Long.class)
                .single();
    }

    @Test
    void lookingAtAnEmptyDatabaseNamesEveryMigrationAndMakesNothing() {
        Login empty = TestDatabase.bare("upgrade_" + COUNT.incrementAndGet());
        try (Upgrade upgrade = Upgrade.of(environment(empty))) {
            assertThat(upgrade.version()).isEmpty();
            assertThat(upgrade.wrong()).isEmpty();
            assertThat(upgrade.pending()).hasSizeGreaterThan(10).first().satisfies(first -> {
                assertThat(first.version()).isEqualTo("1");
                assertThat(first.why()).startsWith("The line:").doesNotContain("SPDX");
            });
        }

        assertThat(tables(empty)).isZero();
    }

    @Test
    void aDatabaseThatIsUpToDateHasNothingPending() {
        try (TestDatabase database = TestDatabase.fresh();
                Upgrade upgrade = Upgrade.of(environment(database.ownerLogin()))) {
            assertThat(upgrade.pending()).isEmpty();
            assertThat(upgrade.wrong()).isEmpty();
            assertThat(upgrade.version()).isNotEmpty();
        }
    }

    @Test
    void aMigrationThatIsNotWhatItWasAndOneOfANewerHubAreRefused() {
        try (TestDatabase database = TestDatabase.fresh();
                Upgrade upgrade = Upgrade.of(environment(database.ownerLogin()))) {
            JdbcClient sql = JdbcClient.create(database.owner());
            sql.sql("update schema_history set checksum = checksum + 1 where version = '2'")
                    .update();
            sql.sql("""
                    insert into schema_history select 999, '999', 'to come', type, script, checksum, installed_by,
                           installed_on, execution_time, success from schema_history where version = '1'
                    """).update();

            assertThat(upgrade.wrong())
                    .anyMatch(sentence -> sentence.startsWith("2 ") && sentence.contains("not what it was"))
                    .anyMatch(sentence -> sentence.startsWith("999 ") && sentence.contains("newer hub"))
                    .hasSize(2);
        }
    }

    @Test
    void aNewPasswordOfTheDatabaseWorksAtTheNextStartAndTheOldOneNoMore() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Login old = new Login(database.url(), "rotated_" + COUNT.incrementAndGet(), "old-password");
            JdbcClient superuser = JdbcClient.create(database.superuser());
            superuser
                    .sql("create role " + old.user() + " login in role hub_owner password 'old-password'")
                    .update();
            assertThat(tables(old)).isPositive();

            superuser
                    .sql("alter role " + old.user() + " password 'new-password'")
                    .update();

            assertThat(tables(new Login(old.url(), old.user(), "new-password"))).isPositive();
            assertThatThrownBy(() -> Upgrade.of(environment(old)).version())
                    .isInstanceOf(StorageRefused.class)
                    .hasMessageContaining("cannot be reached");
            superuser.sql("drop role " + old.user()).update();
        }
    }
}
