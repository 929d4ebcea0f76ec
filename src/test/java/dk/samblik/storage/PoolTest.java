package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection of the hub waits for a statement as long as the server lets it run and not much longer, and tells of no row. */
class PoolTest {

    @ParameterizedTest
    @EnumSource
    void anErrorSaysNothingOfTheRowThatItIsAbout(Role role) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                Pool pool = pool(database, role);
                Connection connection = pool.connections().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("""
                            do $$ begin raise exception using errcode = '23505', message = 'a row is there twice',
                              detail = 'Key (cpr)=(KANARIEFUGL) already exists.'; end $$
                            """))
                    .hasMessageContaining("a row is there twice")
                    .hasMessageNotContaining("KANARIEFUGL");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsGoneWithoutAWordIsGivenUpSoonAfterAStatementWouldHaveEnded(Role role) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                Pool pool = pool(database, role);
                Connection connection = pool.connections().getConnection()) {
            assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
                    .isBetween(
                            role.statementTimeout().plusSeconds(1),
                            role.statementTimeout().plusMinutes(1));
        }
    }

    private static Pool pool(TestDatabase database, Role role) {
        Map<String, String> settings = database.settings();
        String login = "samblik.storage.logins." + role.user();
        return Pool.of(
                role,
                new Login(
                        settings.get("samblik.storage.url"),
                        settings.get(login + ".user"),
                        settings.get(login + ".password")));
    }
}
