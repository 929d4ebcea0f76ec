package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link FaultsIT}, of every operation on a file: deliveries, record files and keys. */
class FileFaultsIT {

    private static FaultedHub hub;

    @BeforeAll
    static void twoUndisturbedNights() throws IOException {
        hub = new FaultedHub(Campaign.named("file-faults"));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "ANSWER_LOST", "HALF_DONE"})
    void anyOperationOnAFileMayFail(Fault fault) {
        assertThat(hub.harmedByFiles(fault, 120)).isEmpty();
    }
}
