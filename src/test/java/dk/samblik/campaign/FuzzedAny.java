package dk.samblik.campaign;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dk.samblik.consent.FuzzedForm;
import dk.samblik.operations.FuzzedQuery;
import dk.samblik.population.FuzzedRecords;
import dk.samblik.register.FuzzedAnswer;
import dk.samblik.register.FuzzedDelivery;
import dk.samblik.register.FuzzedMapping;
import dk.samblik.register.FuzzedRows;
import java.io.IOException;
import java.util.List;

/** One input for one of the parsers, which its last byte chooses: all in the time that one takes to begin. */
public final class FuzzedAny {

    static final List<Class<?>> PARSERS = List.of(
            FuzzedDelivery.class,
            FuzzedAnswer.class,
            FuzzedRows.class,
            FuzzedMapping.class,
            FuzzedRecords.class,
            FuzzedForm.class,
            FuzzedQuery.class);

    private FuzzedAny() {}

    /** As each of them wants to begin. */
    public static void fuzzerInitialize() {
        FuzzedDelivery.fuzzerInitialize();
        FuzzedAnswer.fuzzerInitialize();
        FuzzedRows.fuzzerInitialize();
        FuzzedMapping.fuzzerInitialize();
        FuzzedRecords.fuzzerInitialize();
        FuzzedForm.fuzzerInitialize();
        FuzzedQuery.fuzzerInitialize();
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        switch (data.consumeInt(0, PARSERS.size() - 1)) {
            case 0 -> FuzzedDelivery.fuzzerTestOneInput(data.consumeRemainingAsBytes());
            case 1 -> FuzzedAnswer.fuzzerTestOneInput(data.consumeRemainingAsBytes());
            case 2 -> FuzzedRows.fuzzerTestOneInput(data);
            case 3 -> FuzzedMapping.fuzzerTestOneInput(data.consumeRemainingAsBytes());
            case 5 -> FuzzedForm.fuzzerTestOneInput(data);
            case 6 -> FuzzedQuery.fuzzerTestOneInput(data);
            default -> FuzzedRecords.fuzzerTestOneInput(data.consumeRemainingAsBytes());
        }
    }
}
