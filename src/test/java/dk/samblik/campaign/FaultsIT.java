package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One operation of a night fails: the first, the second and so on until a night meets no fault. Whatever it was, the hub
 * closes the night by itself, and the next one leaves what two undisturbed nights leave. Files: {@link FileFaultsIT}.
 */
class FaultsIT {

    private static FaultedHub hub;

    @BeforeAll
    static void twoUndisturbedNights() throws IOException {
        hub = new FaultedHub(Campaign.named("faults"));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST", "GAVE_WAY"})
    void anyOperationOnTheDatabaseMayFail(Fault fault) {
        assertThat(hub.harmedByDatabase(fault, 240)).isEmpty();
    }

    /** Steps shorter than a household's transaction is long: what is stored outside it must show. */
    @Test
    void theDatabaseMayBeGoneFromAnyOperationOn() {
        assertThat(hub.harmedByDatabase(Fault.GONE, 12)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST"})
    void anythingSaidToARegisterMayBeLost(Fault fault) {
        assertThat(hub.harmedByLines(fault, 120)).isEmpty();
    }
}
