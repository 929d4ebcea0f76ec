package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database every other test stands on. */
class TestDatabaseTest {

    private static final String NEW_STAFF = """
            insert into staff (subject, name, role, organisation, team) values ('a', 'A', 'IT', 'O', 'T')
            """;

    @Test
    void twoTestsShareNothing() {
        try (TestDatabase first = TestDatabase.fresh();
                TestDatabase second = TestDatabase.fresh()) {
            JdbcClient.create(first.owner()).sql(NEW_STAFF).update();

            assertThat(first.web()
                            .sql()
                            .sql("select count(*) from staff")
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThat(second.web()
                            .sql()
                            .sql("select count(*) from staff")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void eachDatabaseHasTheRightsOfItsRoleOnly() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(database.pipeline()
                            .sql()
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("hub_pipeline");
            assertThatThrownBy(() -> database.ops()
                            .sql()
                            .sql("select content_sealed from section")
                            .query()
                            .listOfRows())
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
