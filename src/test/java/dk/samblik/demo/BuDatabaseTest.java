package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.demo.bu.StatementLog;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The children and youth system, as registers/bu describes it. */
class BuDatabaseTest {

    private static final String PASSWORD = "demo-reader";

    private static JdbcClient owner;
    private static JdbcClient reader;

    @BeforeAll
    static void create() throws SQLException {
        Login login = TestDatabase.bare("bu_of_fjordsted");
        DataSource superuser = new DriverManagerDataSource(login.url(), login.user(), login.password());
        Fjordsted.REGISTERS.createBu(superuser, PASSWORD).logStatements();
        owner = JdbcClient.create(superuser);
        reader = JdbcClient.create(new DriverManagerDataSource(login.url(), BuDatabase.READER, PASSWORD));
    }

    @Test
    void everyTableIsFilled() {
        for (String table : new String[] {
            "sag",
            "sag_part",
            "indsats",
            "frist",
            "aktivitet",
            "underretning",
            "elev",
            "skolekalender",
            "elevfravaer",
            "dagtilbud",
            "fremmoede",
            "lukkedag",
            "behandler",
            "orgenhed",
            "kode",
            "status_kode"
        }) {
            assertThat(number("select count(*) from bu." + table)).as(table).isPositive();
        }
    }

    @Test
    void theReaderMayReadButNotNotesNorConcernReports() {
        assertThat(reader.sql("select count(*) from bu.sag").query(Long.class).single())
                .isPositive();
        assertThatThrownBy(() ->
                        reader.sql("select notat from bu.aktivitet").query().listOfRows())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        reader.sql("select * from bu.underretning").query().listOfRows())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> reader.sql("delete from bu.sag").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anUnbornChildStandsUnderTheMothersNumber() {
        String mother = cpr("H-9221", 0);

        assertThat(owner.sql("select count(*) from bu.sag_part where rolle = 'UFOEDT' and replace(cpr, '-', '') = ?")
                        .param(mother)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theOwnersLogTellsWhichNumbersWereAskedFor() throws IOException {
        Path serverLog = Path.of(
                "target", "test-postgres", "jvm-" + ProcessHandle.current().pid(), "server.log");
        StatementLog log = StatementLog.of(serverLog);
        String[] asked = {cpr("H-9051", 0), cpr("H-9051", 2)};

        reader.sql("select sag_id from bu.sag where primaer_cpr = any (cast(? as bpchar[]))")
                .param(asked)
                .query()
                .listOfRows();

        assertThat(log.askedNumbers()).containsExactlyInAnyOrder(asked);
        log.forget();
        assertThat(log.askedNumbers()).isEmpty();
    }

    private static String cpr(String number, int member) {
        EnrolledHousehold household = Fjordsted.WORLD.desk().household(number);
        return household.members().get(member).cpr();
    }

    private static long number(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
