package dk.samblik.register;

import static dk.samblik.register.SmallService.dripping;
import static dk.samblik.register.SmallService.late;
import static dk.samblik.register.SmallService.result;
import static dk.samblik.register.SmallService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.TestChunks;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.run.TestSwitches;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service is asked about consenting people only, many at once; what is no answer is never taken for "nothing". */
@Timeout(30)
class RestAskTest {

    private static final String METTE = "1203859900";
    private static final String JONAS = "0705799901";
    private static final String AMIRA = "2309989900";
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 18);

    private final SmallService service = new SmallService();
    private RestAsk ask;

    @BeforeEach
    void setUp() {
        ask = asking(Duration.ofSeconds(3));
        service.knows(METTE, 40117, result(40117)).knows(AMIRA, 40200, result(40200));
    }

    @AfterEach
    void tearDown() {
        service.close();
    }

    private RestAsk asking(Duration limit) {
        return asking(limit, "secret");
    }

    private RestAsk asking(Duration limit, String secret) {
        RegisterSettings settings = RegisterTests.service(service.url(), secret, limit, Duration.ofMillis(25));
        Registers registers = new Registers(RegisterTests.mappings(Path.of("mappings")), settings);
        return new RestAsk(registers, settings, new CivilClock(Clock.systemUTC()), TestSwitches.allOn());
    }

    private static Chunk about(String... numbers) {
        return TestChunks.chunk(
                NIGHT,
                Stream.of(numbers)
                        .map(number -> TestChunks.person(number, Department.SOCIAL))
                        .toArray(ConsentedPerson[]::new));
    }

    private static PersonId person(String number) {
        return TestChunks.person(number).id();
    }

    private String refused() {
        Throwable failure = catchThrowable(() -> ask.ask(about(METTE), "social"));
        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(String.valueOf(failure.getMessage())).doesNotContain(METTE);
        return Reasons.of(failure);
    }

    @Test
    void whatTheServiceHoldsComesAsRowsOfThePersonAskedAbout() throws IOException {
        Reading reading = ask.ask(about(METTE, JONAS), "social");

        assertThat(reading.rows()).extracting(Row::table).containsExactly("sager", "indsatser", "ansvarlige");
        assertThat(reading.rows()).allSatisfy(row -> assertThat(row.person()).isEqualTo(person(METTE)));
        assertThat(reading.rows().get(1).values())
                .containsEntry("paragraf.lov", "SEL")
                .containsEntry("leverandoer.navn", "Bostøtten Fjordsted")
                .containsEntry("omfang.minutter", new BigDecimal(90))
                .doesNotContainKeys("navn", "maalgruppe", "omfang.antal", "slut");
        assertThat(reading.notAccessible()).isEmpty();
        assertThat(reading.failed()).isEmpty();
    }

    @Test
    void aSecretThatItsOwnerChangedIsRefusedAndTheNewOneIsTakenAtTheNextStart() throws IOException {
        ask.ask(about(METTE), "social");
        service.changeSecret("renewed");
        assertThat(ask.ask(about(METTE), "social").rows())
                .as("the token that was given is still good")
                .isNotEmpty();

        service.endToken();
        assertThat(refused()).isEqualTo("NOT_ALLOWED");

        ask = asking(Duration.ofSeconds(3), "renewed");
        assertThat(ask.ask(about(METTE), "social").rows()).isNotEmpty();
    }

    @Test
    void onlyConsentingPeopleAreEverAskedAbout() throws IOException {
        ConsentedPerson elsewhere = TestChunks.person(JONAS, Department.EMPLOYMENT);
        ConsentedPerson renumbered =
                TestChunks.person(List.of("2309989911", AMIRA), Period.ofMonths(24), Department.SOCIAL);
        Chunk chunk = TestChunks.chunk(NIGHT, TestChunks.person(METTE, Department.SOCIAL), elsewhere, renumbered);

        Reading reading = ask.ask(chunk, "social");

        assertThat(service.asked()).isEqualTo(AskedKeys.of(chunk, Department.SOCIAL));
        assertThat(reading.rows()).extracting(Row::person).contains(renumbered.id());
        assertThat(service.bodies.get(1).path("kalenderFra").asText()).isEqualTo("2024-11-18");
        assertThat(service.bodies.get(1).path("kalenderTil").asText()).isEqualTo("2028-11-18");
    }

    @Test
    void nobodyToAskAboutMeansNoCall() throws IOException {
        Reading reading = ask.ask(TestChunks.chunk(NIGHT, TestChunks.person(METTE, Department.HOUSING)), "social");

        assertThat(reading.rows()).isEmpty();
        assertThat(service.paths).isEmpty();
    }

    @Test
    void numbersStandInBodiesOnly() throws IOException {
        ask.ask(about(METTE), "social");

        assertThat(service.paths).containsOnly("/token", "/borgere/soeg", "/udtraek");
    }

    @Test
    void fiftyAtATimeAndFourAtOnce() throws IOException {
        String[] many = IntStream.range(0, 330)
                .mapToObj(i -> "%02d%02d%02d99%02d".formatted(2 + i % 27, 1 + i / 27 % 12, 50 + i % 40, i % 100))
                .distinct()
                .toArray(String[]::new);
        for (int i = 0; i < many.length; i++) {
            service.knows(many[i], 50_000 + i, result(50_000 + i));
        }

        Reading reading = ask.ask(about(many), "social");

        assertThat(reading.rows()).hasSize(3 * many.length);
        assertThat(service.calls("/udtraek")).isEqualTo((many.length + 49) / 50);
        assertThat(service.most.get()).isLessThanOrEqualTo(4);
        assertThat(service.asked()).isEqualTo(new TreeSet<>(List.of(many)));
    }

    @Test
    void anIdOnceFoundIsNotSearchedForAgain() throws IOException {
        ask.ask(about(METTE, JONAS), "social");
        ask.ask(about(METTE, JONAS), "social");

        assertThat(service.calls("/borgere/soeg")).isEqualTo(1);
        assertThat(service.calls("/udtraek")).isEqualTo(2);
        assertThat(service.calls("/token")).isEqualTo(1);
    }

    @Test
    void aRefreshSearchesAgainForWhoWasNotFound() throws IOException {
        ask.ask(about(JONAS), "social");
        service.knows(JONAS, 40300, result(40300));

        Reading reading = ask.ask(TestChunks.refresh(TestChunks.person(JONAS, Department.SOCIAL)), "social");

        assertThat(reading.rows()).isNotEmpty();
    }

    @Test
    void whoMayNotBeSeenIsToldApartFromWhoIsNotKnown() throws IOException {
        service.hides(METTE).knows(AMIRA, 40200, "{\"id\":40200,\"resultat\":\"IKKE_TILGAENGELIG\"}");

        Reading reading = ask.ask(about(METTE, AMIRA, JONAS), "social");

        assertThat(reading.rows()).isEmpty();
        assertThat(reading.notAccessible()).containsExactlyInAnyOrder(person(METTE), person(AMIRA));
        assertThat(reading.failed()).isEmpty();
    }

    @Test
    void aRecordThatFailsIsOnePersonsAndNoAnswerForNobodyElse() throws IOException {
        service.knows(METTE, 40117, "{\"id\":40117,\"resultat\":\"FEJL\"}");

        Reading reading = ask.ask(about(METTE, AMIRA), "social");

        assertThat(reading.failed()).isEqualTo(Map.of(person(METTE), "RECORD_FAILED"));
        assertThat(reading.rows()).extracting(Row::person).containsOnly(person(AMIRA));
    }

    @Test
    void anAnswerThatLeavesSomebodyOutIsNoAnswerAboutThatPerson() throws IOException {
        service.next("/udtraek", status(200, "{\"resultater\":[" + result(40200) + "]}"));

        Reading reading = ask.ask(about(METTE, AMIRA), "social");

        assertThat(reading.failed()).isEqualTo(Map.of(person(METTE), "NO_RESULT"));
        assertThat(reading.rows()).extracting(Row::person).containsOnly(person(AMIRA));
    }

    @Test
    void whatIsNoListIsNoAnswerAboutThatPerson() throws IOException {
        service.knows(METTE, 40117, "{\"id\":40117,\"resultat\":\"OK\",\"sager\":\"ingen\"}");

        assertThat(ask.ask(about(METTE), "social").failed()).isEqualTo(Map.of(person(METTE), "BAD_ANSWER"));
    }

    @Test
    void anEndedTokenIsRenewedOnceAndTheCallRepeated() throws IOException {
        ask.ask(about(METTE), "social");
        service.endToken();

        assertThat(ask.ask(about(METTE), "social").rows()).isNotEmpty();
        assertThat(service.tokens.get()).isEqualTo(2);
    }

    @Test
    void aServiceThatIsBusyIsWaitedForAsLongAsItSays() throws IOException {
        service.next("/borgere/soeg", status(429, "{\"fejlkode\":\"FOR_MANGE_KALD\"}", "Retry-After", "1"))
                .next("/udtraek", status(503, "{\"fejlkode\":\"SERVICEVINDUE\"}", "Retry-After", "0"));

        assertThat(ask.ask(about(METTE), "social").rows()).isNotEmpty();
        assertThat(service.calls("/borgere/soeg")).isEqualTo(2);
        assertThat(service.calls("/udtraek")).isEqualTo(2);
    }

    @Test
    void aServiceThatAsksForMoreThanTheLimitIsDown() {
        service.next("/borgere/soeg", status(503, "{}", "Retry-After", "600"));

        assertThat(refused()).isEqualTo("BUSY");
    }

    @Test
    void whatIsNoAnswerIsNeverNothing() {
        service.next("/borgere/soeg", status(500, "{\"fejlkode\":\"INTERN_FEJL\"}"));
        assertThat(refused()).isEqualTo("NO_ANSWER");
        service.next("/borgere/soeg", status(200, "<html>login</html>"));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(200, "{\"resultater\":[{\"noegle\":\"" + METTE));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(200, "{\"resultater\":null}"));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(200, "{\"resultater\":[]}"));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(200, ""));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(302, "", "Location", service.url() + "/udtraek"));
        assertThat(refused()).isEqualTo("BAD_ANSWER");
        service.next("/borgere/soeg", status(401, "{}"), status(401, "{}"));
        assertThat(refused()).isEqualTo("NOT_ALLOWED");
        service.close();
        assertThat(refused()).isEqualTo("NO_ANSWER");
    }

    @Test
    void oneLateAnswerIsAskedForAgain() throws IOException {
        service.next("/udtraek", late(2_000));

        assertThat(ask.ask(about(METTE), "social").rows()).isNotEmpty();
    }

    @Test
    void aServiceThatAnswersAByteAtATimeIsGivenUpAtTheLimit() {
        service.next("/borgere/soeg", dripping());
        long begun = System.nanoTime();

        assertThat(refused()).isEqualTo("TIMEOUT");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
