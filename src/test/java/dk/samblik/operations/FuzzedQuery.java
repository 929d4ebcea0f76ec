package dk.samblik.operations;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dk.samblik.oversight.FuzzedSearch;
import dk.samblik.team.FuzzedFilters;
import java.util.List;
import java.util.stream.IntStream;

/** Any query parameters, read by the pages that take several. */
public final class FuzzedQuery {

    private static final List<String> WORDS = List.of(
            "2026-11-30",
            "2026-12-01",
            "2026-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-11-30T23:00",
            "9999-12-31",
            "VIEW",
            "social",
            "cases",
            "set",
            "uge",
            "1",
            "31",
            "12",
            "23.59",
            "1000",
            "00000000-0000-0000-0000-000000000001");

    private FuzzedQuery() {}

    /** Called before the first input, so that what the class needs is made outside any input's time. */
    public static void fuzzerInitialize() {
        fuzzed(List.of("", "", "", "", "", "", "", ""), 1, false);
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        int side = data.consumeInt();
        boolean single = data.consumeBoolean();
        fuzzed(
                IntStream.range(0, 8)
                        .mapToObj(each -> data.consumeBoolean() ? data.pickValue(WORDS) : data.consumeString(120))
                        .toList(),
                side,
                single);
    }

    private static void fuzzed(List<String> values, int side, boolean single) {
        FuzzedSearch.read(values);
        FuzzedFilters.read(values, side);
        FuzzedChoice.read(values, single);
    }
}
