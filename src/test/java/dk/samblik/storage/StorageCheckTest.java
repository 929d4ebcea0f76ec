package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub does not start where a commit could be lost or a role could do what it must not. */
class StorageCheckTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient superuser = JdbcClient.create(database.superuser());

    @AfterEach
    void drop() {
        superuser.sql("reset role").update();
        database.close();
    }

    private StorageSettings settings() {
        return new Binder(new MapConfigurationPropertySource(database.settings()))
                .bind("samblik.storage", StorageSettings.class)
                .get();
    }

    private void start() {
        Storage.at(settings()).close();
    }

    @Test
    void theSchemaAsItIsMigratedPasses() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void oneLoginThatWorksAsEveryRolePasses() {
        StorageSettings all = settings();
        superuser
                .sql("grant hub_pipeline, hub_web, hub_audit, hub_ops, hub_effect, hub_draw to hub_owner")
                .update();
        try {
            StorageSettings one =
                    new StorageSettings(all.url(), all.user(), all.password(), false, all.home(), Map.of());
            assertThatCode(() -> Storage.at(one).close()).doesNotThrowAnyException();
        } finally {
            superuser
                    .sql("revoke hub_pipeline, hub_web, hub_audit, hub_ops, hub_effect, hub_draw from hub_owner")
                    .update();
        }
    }

    @Test
    void aSuperuserIsRefused() {
        Login login = TestServer.running().server().superuser("postgres").in(databaseName());
        StorageSettings superuserForAll = new StorageSettings(
                login.url(), login.user(), login.password(), false, settings().home(), Map.of());

        assertThatThrownBy(() -> Storage.at(superuserForAll))
                .isInstanceOf(StorageRefused.class)
                .hasMessageContaining("superuser");
    }

    private String databaseName() {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant truncate on section to hub_pipeline",
                "grant update on access_log to hub_audit",
                "grant delete on access_log to hub_audit",
                "grant select on section to hub_ops",
                "grant select (content_sealed) on quarantine to hub_ops",
                "grant insert on section to hub_web",
                "grant trigger on section to public",
                "grant create on schema public to hub_web",
                "grant update on sequence fence to hub_pipeline",
                "alter table section owner to hub_pipeline",
                "grant select on member to hub_audit",
            })
    void aRightTooManyIsRefused(String mistake) {
        superuser.sql(mistake).update();

        assertThatThrownBy(this::start).isInstanceOf(StorageRefused.class).hasMessageContaining("hub_");
    }

    @ParameterizedTest
    @CsvSource({"synchronous_commit, off", "synchronous_commit, local"})
    void aSettingThatLosesCommitsIsRefused(String setting, String value) {
        superuser
                .sql("alter role hub_web in database " + databaseName() + " set " + setting + " = '" + value + "'")
                .update();

        assertThatThrownBy(this::start)
                .isInstanceOf(StorageRefused.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("postgresql.conf");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleIsTriedWithTwentyStatementsAtLeast(Role role) {
        assertThat(Forbidden.to(role)).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    }

    @Test
    void halfALoginIsRefusedByTheNameOfTheMissingKey() {
        StorageSettings half = new StorageSettings(
                database.url(), null, null, false, settings().home(), Map.of());

        assertThatThrownBy(() -> Storage.at(half))
                .isInstanceOf(StorageRefused.class)
                .hasMessageContaining("samblik.storage.user");
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Role.named("hub_nobody")).isInstanceOf(StorageRefused.class);
    }
}
