package dk.samblik.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.samblik.campaign.files.Disturbance;
import dk.samblik.campaign.files.FaultyFiles;
import dk.samblik.campaign.files.Nth;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The population register's record files, read in place. */
class PopulationTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Human MOTHER = Human.born(LocalDate.of(1985, 3, 12), 0).at("0012", "012", FIRST.minusYears(6));
    private static final Human FATHER = Human.born(LocalDate.of(1979, 5, 7), 0).at("0012", "012", FIRST.minusYears(9));
    private static final Human ELSEWHERE =
            Human.born(LocalDate.of(1977, 12, 2), 0).at("0035", "004", FIRST.minusYears(2));
    private static final LocalDate CHILD_BORN = LocalDate.of(2017, 8, 30);

    @TempDir
    Path folder;

    private RecordFiles files;

    @BeforeEach
    void folder() {
        files = new RecordFiles(folder);
    }

    @Test
    void theSampleOfTheRegisterIsRead() throws URISyntaxException {
        Path sample = Path.of(getClass().getResource("/registers/cpr").toURI());
        Population population = new Population(
                new PopulationSettings(sample, Duration.ofDays(7)), new CivilClock(noon(FIRST.plusDays(2))));
        population.load();

        Person freja = person(population, "3008179900");
        assertThat(freja.firstName()).isEqualTo("Freja");
        assertThat(freja.custodyHolders()).containsExactlyInAnyOrder(cpr("1203859900"), cpr("0705799901"));
        assertThat(freja.address().key()).isEqualTo("0998|0012|12|2|tv");
        assertThat(freja.address().line()).isEqualTo("Lærkevænget 12,2 tv");
        assertThat(freja.address().postcode()).isEqualTo("9988");
        assertThat(population.livingAt(freja.address()))
                .extracting(Person::firstName)
                .containsExactlyInAnyOrder("Mette", "Jonas", "Freja");
        assertThat(person(population, "2309989900").protectedAddress())
                .as("lapsed last year")
                .isFalse();
        assertThat(population.keyOf("lærkevænget 12, 2. tv."))
                .contains(freja.address().key());
        assertThat(population.keyOf("Lærkevænget 12, 2 tv, 9988 Fjordsted"))
                .contains(freja.address().key());
        assertThat(population.keyOf("Lærkevænget 12"))
                .as("no dwelling of its own")
                .isEmpty();
        assertThat(population.keyOf("")).isEmpty();
        assertThat(population.asOf()).isEqualTo(FIRST);
        assertThat(population.heldBack()).containsExactly(new HeldBack("D261116.L099801", HeldBack.Reason.GAP));
    }

    @Test
    void aPersonInAChangeFileReplacesAllThatStoodAboutIt() {
        files.load(FIRST, Human.of(MOTHER.cpr()).named("Mette", "Solbakke"), FATHER);
        files.change(FIRST.plusDays(1), Human.of(MOTHER.cpr()).at("0035", "004", FIRST));
        Population population = read(FIRST.plusDays(1));

        Person moved = person(population, MOTHER);
        assertThat(moved.firstName()).isNull();
        assertThat(moved.address().key()).isEqualTo("0998|0035|4|2|tv");
        assertThat(population.livingAt(person(population, FATHER).address())).hasSize(1);
        assertThat(population.livingAt(moved.address())).hasSize(1);
    }

    @Test
    void aChangeFileIsTakenWithoutReadingTheLoadAgainAndTheSameChangeTwiceIsHarmless() {
        files.load(FIRST, MOTHER, FATHER);
        Population population = read(FIRST);
        Human moved = Human.of(MOTHER.cpr()).at("0035", "004", FIRST);
        files.change(FIRST.plusDays(1), moved).change(FIRST.plusDays(2), moved);

        population.load();

        assertThat(person(population, MOTHER).address().road()).isEqualTo("0035");
        assertThat(population.asOf()).isEqualTo(FIRST.plusDays(2));
        assertThat(population.heldBack()).isEmpty();
    }

    /** A dwelling must not seem to be empty, or anybody's, because a record came garbled. */
    @Test
    void recordsThatCannotBeReadReplaceNothing() {
        files.load(FIRST, MOTHER, FATHER);
        files.change(
                FIRST.plusDays(1),
                Human.of(MOTHER.cpr()).at("0012", "012", FIRST).status("??"));
        files.change(FIRST.plusDays(2), Human.of(FATHER.cpr()).at("0012", "0x9", FIRST));
        Population population = read(FIRST.plusDays(2));

        Address home = person(population, MOTHER).address();
        assertThat(person(population, MOTHER).status()).isEqualTo("01");
        assertThat(person(population, FATHER).address()).isEqualTo(home);
        assertThat(population.livingAt(home))
                .extracting(Person::cpr)
                .containsExactlyInAnyOrder(MOTHER.cpr(), FATHER.cpr());
        assertThat(population.livingAt(home)).allMatch(Person::active);
    }

    @Test
    void whatIsReadableAgainReplacesAll() {
        files.load(FIRST, MOTHER, FATHER);
        files.change(
                FIRST.plusDays(1),
                Human.of(MOTHER.cpr()).at("0012", "012", FIRST).status("??"));
        files.change(FIRST.plusDays(2), Human.of(MOTHER.cpr()).at("0035", "004", FIRST));
        Population population = read(FIRST.plusDays(2));

        assertThat(person(population, MOTHER).address().road()).isEqualTo("0035");
        assertThat(population.livingAt(person(population, FATHER).address()))
                .extracting(Person::cpr)
                .containsExactly(FATHER.cpr());
    }

    @Test
    void somebodyOfUnreadableStatusLivesWhereTheRecordsSay() {
        files.load(FIRST, MOTHER);
        files.change(
                FIRST.plusDays(1),
                Human.of(FATHER.cpr()).at("0012", "012", FIRST).status("??"));
        Population population = read(FIRST.plusDays(1));

        assertThat(population.livingAt(person(population, MOTHER).address()))
                .extracting(Person::cpr)
                .containsExactlyInAnyOrder(MOTHER.cpr(), FATHER.cpr());
        assertThat(person(population, FATHER).active()).isFalse();
    }

    @Test
    void aMissingDayHoldsBackAllThatComesAfterUntilItIsDelivered() {
        files.load(FIRST, MOTHER).change(FIRST.plusDays(1));
        files.change(FIRST.plusDays(3), Human.of(MOTHER.cpr()).status("90")).change(FIRST.plusDays(4));
        Population population = read(FIRST.plusDays(4));

        assertThat(population.asOf()).isEqualTo(FIRST.plusDays(1));
        assertThat(person(population, MOTHER).status()).isEqualTo("01");
        assertThat(population.heldBack())
                .extracting(HeldBack::reason)
                .containsExactly(HeldBack.Reason.GAP, HeldBack.Reason.GAP);

        files.change(FIRST.plusDays(2));
        population.load();

        assertThat(population.asOf()).isEqualTo(FIRST.plusDays(4));
        assertThat(person(population, MOTHER).dead()).isTrue();
    }

    @Test
    void aWrongCountHoldsTheDeliveryBackAndTheLastGoodStateStays() {
        files.load(FIRST, MOTHER);
        files.change(FIRST.plusDays(1), FIRST, 1, Human.of(MOTHER.cpr()).status("90"));
        Population population = read(FIRST.plusDays(2));

        assertThat(person(population, MOTHER).status()).isEqualTo("01");
        assertThat(population.heldBack()).extracting(HeldBack::reason).containsExactly(HeldBack.Reason.WRONG_COUNT);
    }

    @Test
    void aBrokenStatusLoadLeavesTheOneBeforeAndItsChangesInForce() {
        files.load(FIRST, MOTHER).change(FIRST.plusDays(1), FATHER);
        files.brokenLoad(FIRST.plusDays(2), -1, FATHER);
        Population population = read(FIRST.plusDays(2));

        assertThat(population.find(List.of(MOTHER.cpr(), FATHER.cpr()))).hasSize(2);
        assertThat(population.asOf()).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void aFileCutOffOrInAnotherEncodingIsHeldBack() throws IOException {
        files.load(FIRST, MOTHER).change(FIRST.plusDays(1)).change(FIRST.plusDays(2));
        Path cut = files.file("D", FIRST.plusDays(1));
        Files.writeString(cut, Files.readString(cut).lines().findFirst().orElseThrow());
        Path encoded = files.file("D", FIRST.plusDays(2));
        Files.writeString(encoded, "008Åse\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        assertThat(read(FIRST.plusDays(2)).heldBack())
                .containsExactly(
                        new HeldBack(cut.getFileName().toString(), HeldBack.Reason.NO_END),
                        new HeldBack(encoded.getFileName().toString(), HeldBack.Reason.UNDECODABLE));
    }

    /** Every operation on the files in turn; nothing is concluded from a share that was away for a moment. */
    @Test
    void aFileThatCannotBeReadForAMomentIsReadTheNextTime() {
        files.load(FIRST, MOTHER).change(FIRST.plusDays(1), FATHER);
        int operations = 0;
        Nth fault;
        do {
            fault = new Nth(++operations);
            Population population = new Population(
                    new PopulationSettings(FaultyFiles.of(folder), Duration.ofDays(7)),
                    new CivilClock(noon(FIRST.plusDays(1))));
            FaultyFiles.disturb(fault);
            catchThrowableOfType(PopulationUnavailable.class, population::load);
            FaultyFiles.disturb(Disturbance.NONE);

            population.load();

            assertThat(population.find(List.of(MOTHER.cpr(), FATHER.cpr())))
                    .as("after operation %d", operations)
                    .hasSize(2);
            assertThat(population.heldBack()).isEmpty();
        } while (fault.met());
        assertThat(operations).isGreaterThan(5);
    }

    @Test
    void theLastGoodStateIsStillReadWhenTheSenderHasCleanedUp() throws IOException {
        files.load(FIRST, MOTHER);
        Population population = read(FIRST);
        Files.delete(files.file("S", FIRST));

        population.load();

        assertThat(person(population, MOTHER).status()).isEqualTo("01");
    }

    @Test
    void afterSevenDaysWithoutADeliveryNobodyIsAskedAbout() {
        files.load(FIRST, MOTHER);

        assertThat(read(FIRST.plusDays(7)).asOf()).isEqualTo(FIRST);
        assertThatThrownBy(() -> read(FIRST.plusDays(8)))
                .isInstanceOfSatisfying(
                        PopulationUnavailable.class,
                        refused -> assertThat(refused.reason()).isEqualTo("TOO_OLD"));
    }

    @Test
    void nothingDeliveredIsUnavailable() {
        assertThatThrownBy(() -> read(FIRST)).isInstanceOf(PopulationUnavailable.class);
    }

    @Test
    void anEarlierNumberLeadsToThePersonAsOfNow() {
        Cpr old = Invented.born(LocalDate.of(1985, 3, 12), 5);
        Cpr older = Invented.born(LocalDate.of(1985, 3, 12), 6);
        files.load(
                FIRST,
                Human.of(old).changedTo(MOTHER.cpr()),
                Human.of(MOTHER.cpr()).earlier(older));
        Population population = read(FIRST);

        assertThat(population.find(List.of(old, older, MOTHER.cpr())))
                .hasSize(3)
                .allSatisfy((asked, person) -> {
                    assertThat(person.cpr()).isEqualTo(MOTHER.cpr());
                    assertThat(person.numbers()).containsExactlyInAnyOrder(MOTHER.cpr(), old, older);
                });
    }

    @Test
    void specialRoadsAndOtherStatusesFormNoHousehold() {
        files.load(
                FIRST,
                MOTHER,
                Human.of(FATHER.cpr()).at("0012", "012", FIRST).status("20"),
                Human.of(ELSEWHERE.cpr()).at("9901", "001", FIRST).status("03"));
        Population population = read(FIRST);

        assertThat(population.livingAt(person(population, MOTHER).address())).hasSize(1);
        assertThat(person(population, ELSEWHERE).address()).isNull();
        assertThat(person(population, ELSEWHERE).active()).isTrue();
    }

    @Test
    void custodyIsReadFrom016And015AndUnknownIsSaid() {
        Human shared = child(0).custodyOfBoth(MOTHER.cpr(), FATHER.cpr());
        Human ended = child(1).mother(MOTHER.cpr())
                .father(FATHER.cpr())
                .custody("0003", "", "")
                .custody("0004", FIRST.minusYears(1).toString(), "");
        Human other =
                child(2).parentsUnknown().custody("0005", "", ELSEWHERE.cpr().digits());
        Human unknown = child(3).parentsUnknown().custody("0003", "", "");
        Human none = child(4).mother(MOTHER.cpr());
        files.load(FIRST, shared, ended, other, unknown, none);
        Population population = read(FIRST);

        assertThat(person(population, shared).custodyHolders()).containsOnly(MOTHER.cpr(), FATHER.cpr());
        assertThat(person(population, ended).custodyHolders()).containsOnly(MOTHER.cpr());
        assertThat(person(population, other).custodyHolders()).containsOnly(ELSEWHERE.cpr());
        assertThat(person(population, unknown).custodyUnknown()).isTrue();
        assertThat(person(population, none).custodyUnknown()).isTrue();
    }

    @Test
    void protectionIsInForceLapsedOrStillToCome() {
        LocalDate today = FIRST.plusDays(3);
        Human open = child(0).protectedFrom("0001", FIRST.minusYears(1), "");
        Human century = child(1).protectedFrom(
                        "0001", FIRST.minusYears(1), FIRST.plusYears(100).toString());
        Human lapsed = child(2).protectedFrom(
                        "0001", FIRST.minusYears(1), FIRST.minusDays(1).toString());
        Human future = child(3).protectedFrom("0001", today.plusDays(1), "");
        Human marketing = child(4).protectedFrom("0003", FIRST.minusYears(1), "");
        Human unreadable = child(6).protectedFrom("00?1", FIRST.minusYears(1), "");
        Human sinceTheLoad = child(5).protectedFrom(
                        "0001", FIRST.minusYears(1), today.minusDays(1).toString());
        files.load(FIRST, open, century, lapsed, future, marketing, unreadable, sinceTheLoad);
        Population population = read(today);

        assertThat(List.of(open, century, unreadable, sinceTheLoad))
                .allMatch(human -> person(population, human).protectedAddress());
        assertThat(List.of(lapsed, future, marketing))
                .noneMatch(human -> person(population, human).protectedAddress());
    }

    @Test
    void guardianshipInForceIsTold() {
        Human guarded = Human.of(FATHER.cpr()).guardian("", ELSEWHERE.cpr().digits());
        Human before = Human.of(MOTHER.cpr()).guardian(FIRST.minusDays(1).toString(), "");
        files.load(FIRST, guarded, before);
        Population population = read(FIRST);

        assertThat(person(population, guarded).guardianships())
                .extracting(Person.Guardianship::guardian)
                .containsExactly(ELSEWHERE.cpr());
        assertThat(person(population, before).guardianships()).isEmpty();
    }

    private Human child(int n) {
        return Human.born(CHILD_BORN, n);
    }

    private Population read(LocalDate today) {
        Population population = files.read(noon(today));
        population.load();
        return population;
    }

    private static Clock noon(LocalDate day) {
        return Clock.fixed(Instant.parse(day + "T11:00:00Z"), ZoneOffset.UTC);
    }

    private static Person person(Population population, Human human) {
        return population.find(List.of(human.cpr())).get(human.cpr());
    }

    private static Person person(Population population, String digits) {
        return population.find(List.of(cpr(digits))).get(cpr(digits));
    }

    private static Cpr cpr(String digits) {
        return Cpr.read(digits).orElseThrow();
    }
}
