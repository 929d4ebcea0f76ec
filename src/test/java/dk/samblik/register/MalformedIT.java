package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.campaign.Malformed;
import dk.samblik.campaign.OneTest;
import dk.samblik.population.MalformedRecords;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Deliveries and answers that are not as they should be, every one with what must become of it: a refusal that has a name,
 * or one fate for every row.
 */
class MalformedIT {

    private static final Campaign CAMPAIGN = Campaign.named("malformed");
    private static final int CURATED = 200;

    private static final MalformedAnswers ANSWERS = new MalformedAnswers();

    private static TestDatabase database;
    private static List<Malformed> all;

    @BeforeAll
    static void read() {
        database = TestDatabase.fresh();
        all = new ArrayList<>(MalformedFiles.all(database));
        all.addAll(MalformedCells.all(database));
        all.addAll(ANSWERS.all());
        all.addAll(MalformedRows.all());
        all.addAll(MalformedRecords.all());
    }

    @AfterAll
    static void close() {
        database.close();
        ANSWERS.close();
    }

    @Test
    void thereAreTwoHundredOfThem() {
        CAMPAIGN.figure("malformed deliveries", all.size());
        assertThat(all).hasSizeGreaterThanOrEqualTo(CURATED);
        assertThat(all).extracting(Malformed::toString).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> whatIsMalformedIsRefusedByNameOrEveryRowHasOneFate() {
        return all.stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    assertThat(each.trial().outcome()).as(each.toString()).isEqualTo(each.becomes());
                    CAMPAIGN.count("malformed deliveries of " + each.register(), 1);
                }));
    }

    /** The whole of it once more in a JVM that has no more memory than this. */
    @Test
    @EnabledIfSystemProperty(named = "samblik.campaign", matches = "full")
    void nothingOfItTakesMoreThanAQuarterOfAGigabyte() throws Exception {
        String test = getClass().getName() + "#whatIsMalformedIsRefusedByNameOrEveryRowHasOneFate";
        List<String> options = List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"));

        assertThat(OneTest.failing(test, options, Path.of("target", "malformed.log")))
                .isEmpty();
        CAMPAIGN.figure("malformed deliveries again under -Xmx256m", all.size());
    }
}
