package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Night after night in which nothing is new: what the database grows by is the runs' own rows and the log, and no more. */
class ManyNightsIT {

    private static final Campaign CAMPAIGN = Campaign.named("many-nights");
    private static final WorldSize TWENTY = new WorldSize(60, 20, WorldSize.Stories.NONE);
    /** A row of work for each household, of the log for each person, of counts for each register, with their indexes. */
    private static final long MOST_BYTES_A_NIGHT = 150_000;

    private static final long FREE_SPACE = 2 << 20;

    private static Hub hub;
    private static Nights nights;

    @BeforeAll
    static void aFirstNight() {
        hub = Hub.start(TWENTY, Nights.settings(7));
        nights = new Nights(hub);
        nights.night();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void theDatabaseGrowsByNoMoreThanTheNightsOwnRows() {
        int many = CAMPAIGN.tier(5, 400);
        long before = size();
        for (int night = 0; night < many; night++) {
            nights.night();
        }
        long grown = size() - before;
        CAMPAIGN.figure("nights of " + TWENTY.open() + " households in which nothing was new", many);
        CAMPAIGN.figure("bytes the database grew by", grown);
        CAMPAIGN.figure("bytes it may grow by", many * MOST_BYTES_A_NIGHT + FREE_SPACE);

        assertThat(grown).isLessThan(many * MOST_BYTES_A_NIGHT + FREE_SPACE);
        assertThat(hub.owner()
                        .sql(
                                "select count(*) from view_version v join household using (household_id) where v.version > 1")
                        .query(Long.class)
                        .single())
                .as("versions that bring nothing new")
                .isZero();
    }

    private static long size() {
        return hub.owner()
                .sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }
}
