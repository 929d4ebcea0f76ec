package dk.samblik.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.Department;
import dk.samblik.programme.Programme.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The programmes as they are shipped; what is wrong in a file is shown with the other broken files. */
class ProgrammesTest {

    private static final Path FOLDER = Path.of("programmes");

    private final Programmes programmes = Programmes.in(FOLDER);

    @Test
    void theFirstDrawsAndTheSecondTakesReferrals() {
        Programme draws = programmes.of("FREMSKUDT");
        Programme refers = programmes.of("HELFAMILIE");

        assertThat(programmes.all()).containsExactly(draws, refers);
        assertThat(draws.target().households()).isEqualTo(180);
        assertThat(refers.target().households()).isEqualTo(45);
        assertThat(draws.by(Mode.DRAW)).isTrue();
        assertThat(draws.by(Mode.REFERRAL)).isFalse();
        assertThat(refers.draw()).isNull();
        assertThat(refers.criteria()).extracting(Programme.Criterion::code).contains("EGET_OENSKE");
        assertThat(refers.coordinator().word()).isEqualTo("kontaktperson");
        assertThat(draws.consent().valid()).isEqualTo(Period.ofMonths(12));
        assertThat(draws.retention().seriesUntil()).isEqualTo(LocalDate.of(2030, 9, 30));
    }

    @Test
    void theFileDrawsAsTheDomainReferenceSays() {
        Programme.Draw draw = programmes.of("FREMSKUDT").draw();

        assertThat(draw)
                .isEqualTo(new Programme.Draw(
                        1,
                        2,
                        List.of(Department.EMPLOYMENT),
                        12,
                        Programme.Protected.OTHER_CHANNEL,
                        Programme.Strata.AREA,
                        50,
                        5));
    }

    @Test
    void aHouseIsInTheAreaWhoseRoadAndNumbersHoldIt() {
        Programme draws = programmes.of("FREMSKUDT");

        assertThat(draws.areaOf("0012", "7")).map(Area::name).contains("Lærkevænget");
        assertThat(draws.areaOf("0014", "400a")).map(Area::name).contains("Lærkevænget");
        assertThat(draws.areaOf("0014", "401")).isEmpty();
        assertThat(draws.areaOf("0036", "12/5")).map(Area::name).contains("Mosebakken");
        assertThat(draws.areaOf("0061", "7")).isEmpty();
        assertThat(draws.areaOf("0012", "")).isEmpty();
    }

    @Test
    void aSchoolDistrictIsTheRoadsOfItsList() {
        Programme refers = programmes.of("HELFAMILIE");

        assertThat(refers.areaOf("0061", "7")).map(Area::name).contains("Skovparken");
        assertThat(programmes.ofArea("Skovparken")).contains(refers);
        assertThat(programmes.ofArea("Nowhere")).isEmpty();
    }

    @Test
    void aSideOfARoadIsItsEvenOrItsOddNumbers() {
        Area.Road even = new Area.Road("0001", 2, 10, Area.Side.EVEN);
        Area.Road odd = new Area.Road("0001", 1, 9, Area.Side.ODD);

        assertThat(even.holds(4)).isTrue();
        assertThat(even.holds(5)).isFalse();
        assertThat(even.holds(12)).isFalse();
        assertThat(even.meets(odd)).isFalse();
        assertThat(even.meets(new Area.Road("0001", 10, 20, Area.Side.BOTH))).isTrue();
        assertThat(even.meets(new Area.Road("0002", 2, 10, Area.Side.EVEN))).isFalse();
    }

    @Test
    void anUnknownCodeIsNoProgramme() {
        assertThat(programmes.find("P")).isEmpty();
        assertThatThrownBy(() -> programmes.of("P")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHashTellsOneStateOfTheFolderFromAnother(@TempDir Path copy) throws IOException {
        FileSystemUtils.copyRecursively(FOLDER, copy);
        assertThat(Programmes.in(copy).hash()).isEqualTo(programmes.hash());

        Path list = copy.resolve("school-districts/skovparken.csv");
        Files.writeString(list, Files.readString(list).replace("0064;1;999;BOTH\n", ""));

        assertThat(Programmes.in(copy).hash()).isNotEqualTo(programmes.hash());
    }

    @Test
    void aFolderThatIsNotThereSaysWhichSettingNamesIt(@TempDir Path none) {
        assertThat(Programmes.broken(none.resolve("x")))
                .singleElement()
                .asString()
                .contains("samblik.programme.folder");
    }
}
