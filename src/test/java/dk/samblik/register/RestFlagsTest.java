package dk.samblik.register;

import static dk.samblik.register.SmallService.result;
import static dk.samblik.register.SmallService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.Cpr;
import dk.samblik.population.Invented;
import dk.samblik.run.TestSwitches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has an open case, before anybody has said yes: what a service does not say of somebody is told, not taken for no. */
@Timeout(30)
class RestFlagsTest {

    private static final String METTE = "1203859900";
    private static final String JONAS = "0705799901";
    private static final String AMIRA = "2309989900";
    private static final String CASES = "/borgere/40200/sager?side=1";
    private static final Heard ALWAYS = new Heard() {
        @Override
        public void asked(String register, int people, int of) {}

        @Override
        public boolean wanted() {
            return true;
        }
    };

    private final SmallService service = new SmallService();

    @BeforeEach
    void setUp() {
        service.knows(METTE, 40117, result(40117)).knows(AMIRA, 40200, result(40200));
    }

    @AfterEach
    void tearDown() {
        service.close();
    }

    private RestFlags.Found found(String... numbers) throws IOException {
        RegisterSettings settings =
                RegisterTests.service(service.url(), "secret", Duration.ofSeconds(3), Duration.ZERO);
        Registers registers = new Registers(RegisterTests.mappings(Path.of("mappings")), settings);
        return new RestFlags(settings, TestSwitches.allOn()).ask(registers.named("social"), people(numbers), ALWAYS);
    }

    private static Set<Cpr> people(String... numbers) {
        return Stream.of(numbers).map(number -> Cpr.read(number).orElseThrow()).collect(Collectors.toSet());
    }

    @Test
    void whomTheServiceDoesNotKnowHasNoCaseAndIsNotAmongThoseItIsSilentAbout() throws IOException {
        assertThat(found(METTE, JONAS)).isEqualTo(new RestFlags.Found(people(METTE), 0));
        assertThat(service.asked()).containsExactlyInAnyOrder(METTE, JONAS);
    }

    @Test
    void whomTheServiceMayNotShowIsToldOfAsNotSaid() throws IOException {
        service.hides(AMIRA);

        assertThat(found(METTE, AMIRA)).isEqualTo(new RestFlags.Found(people(METTE), 1));
    }

    /** Refused since the search, failing, gone, or without the list that was asked for. */
    @ParameterizedTest
    @ValueSource(ints = {403, 500, 404, 200})
    void oneWhoseCasesCannotBeReadIsToldOfAndTheOthersStand(int code) throws IOException {
        service.next(CASES, status(code, "{}"));

        assertThat(found(METTE, AMIRA)).isEqualTo(new RestFlags.Found(people(METTE), 1));
    }

    @Test
    void aSearchThatAnswersAboutNobodyIsNoAnswer() {
        service.next("/borgere/soeg", status(200, "{\"resultater\":[]}"));

        assertThatThrownBy(() -> found(METTE)).isInstanceOf(NotAnswered.class);
    }

    @Test
    void moreThanAFewOfThemAreNoAnswer() {
        String[] numbers = IntStream.rangeClosed(1, 6)
                .mapToObj(day -> Invented.born(LocalDate.of(1985, 3, day), 0).digits())
                .toArray(String[]::new);
        for (int at = 0; at < numbers.length; at++) {
            service.knows(numbers[at], 50000 + at, result(50000 + at));
            service.next("/borgere/" + (50000 + at) + "/sager?side=1", status(500, "{}"));
        }

        assertThatThrownBy(() -> found(numbers)).isInstanceOf(NotAnswered.class);
    }
}
