package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.population.Human;
import dk.samblik.population.RecordFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who comes to the desk in its tests: Amina and Karim with their son Yusuf and Amina's daughter Lea, of whom Omar, who lives
 * elsewhere, has custody too; Ida with Noa, whose other custody holder is protected; and Bo, with whom Eva moved in.
 */
final class DeskFamily {

    static final LocalDate TODAY = new CivilClock(Clock.systemUTC()).today();

    private static final LocalDate LONG_AGO = TODAY.minusYears(3);

    static final Human AMINA = human(41).named("Amina", "Testesen").at("0012", "007", LONG_AGO);
    static final Human KARIM = human(44).named("Karim", "Testesen").at("0012", "007", LONG_AGO);
    static final Human OMAR = human(40).named("Omar", "Prøvesen").at("0044", "001", LONG_AGO);
    static final Human YUSUF =
            human(14).named("Yusuf", "Testesen").at("0012", "007", LONG_AGO).custodyOfBoth(AMINA.cpr(), KARIM.cpr());
    static final Human LEA =
            human(6).named("Lea", "Prøvesen").at("0012", "007", LONG_AGO).custodyOfBoth(AMINA.cpr(), OMAR.cpr());
    static final Human IDA = human(33).named("Ida", "Testesen").at("0099", "009", LONG_AGO);
    static final Human SKJULT =
            human(35).named("Hemmelig", "Testesen").at("0077", "003", LONG_AGO).protectedFrom("0001", LONG_AGO, "");
    static final Human NOA =
            human(5).named("Noa", "Testesen").at("0099", "009", LONG_AGO).custodyOfBoth(IDA.cpr(), SKJULT.cpr());

    static final Human BO = human(52).named("Bo", "Testesen").at("0055", "005", LONG_AGO);
    static final Human EVA = human(37).named("Eva", "Prøvesen").at("0055", "005", TODAY.minusDays(3));

    /** Nobody can tell who has custody of Mio: the register names no father, and no mother. */
    static final Human MIO = human(4).named("Mio", "Testesen")
            .at("0055", "005", LONG_AGO)
            .parentsUnknown()
            .custody("0003", "", "");

    private DeskFamily() {}

    private static Human human(int age) {
        return Human.born(TODAY.minusYears(age).minusMonths(2).withDayOfMonth(12), 0);
    }

    /** A new folder with a status load of today that has them all. */
    static Path register() {
        try {
            Path folder = Files.createTempDirectory("desk-register");
            new RecordFiles(folder).load(TODAY, AMINA, KARIM, OMAR, YUSUF, LEA, IDA, SKJULT, NOA, BO, EVA, MIO);
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** As if nothing had ever been enrolled; who stands at the desk of Mosebakken is there. */
    static void empty(JdbcClient owner) {
        owner.sql("truncate household, member, consent, consent_grantor, consent_in_force, staff cascade")
                .update();
        owner.sql("""
                        insert into staff (subject, name, role, organisation, team, area) values
                          ('dorte', 'Dorte Test', 'DESK', 'Fjordsted Kommune', 'Skranken', 'Mosebakken'),
                          ('birk', 'Birk Test', 'COORDINATOR', 'Fjordsted Kommune', 'Mosebakken', 'Mosebakken'),
                          ('per', 'Per Test', 'COORDINATOR', 'Fjordsted Boligforening', 'Mosebakken', 'Mosebakken'),
                          ('lone', 'Lone Test', 'TEAM', 'Fjordsted Kommune', 'Mosebakken', 'Mosebakken'),
                          ('nina', 'Nina Test', 'DESK', 'Fjordsted Kommune', 'Syd', 'Skovparken')
                        """).update();
    }

    /** Enrols a household. */
    static void take(Import importing, Household household) {
        try {
            Path file = Files.createTempFile("desk", ".json");
            Files.writeString(
                    file, ConsentDesk.JSON.writeValueAsString(Map.of("households", List.of(household.json()))));
            assertThat(importing.households(file).refused()).isEmpty();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
