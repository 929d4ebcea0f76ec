package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection of the hub waits for a statement as long as the server lets it run, and not much longer. */
class PoolTest {

    @ParameterizedTest
    @EnumSource
    void aServerThatIsGoneWithoutAWordIsGivenUpSoonAfterAStatementWouldHaveEnded(Role role) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            Map<String, String> settings = database.settings();
            String login = "samblik.storage.logins." + role.user();
            try (Pool pool = Pool.of(
                            role,
                            new Login(
                                    settings.get("samblik.storage.url"),
                                    settings.get(login + ".user"),
                                    settings.get(login + ".password")));
                    Connection connection = pool.connections().getConnection()) {
                assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
                        .isBetween(
                                role.statementTimeout().plusSeconds(1),
                                role.statementTimeout().plusMinutes(1));
            }
        }
    }
}
