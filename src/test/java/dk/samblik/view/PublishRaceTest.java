package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A withdrawal against a household that is being published: whichever is first, nothing outlives the consent. */
class PublishRaceTest {

    private static final int ROUNDS = Integer.getInteger("samblik.test.races", 60);
    private static final long SEED = Long.getLong("samblik.test.seed", 20261117L);

    private final PublishStory story = new PublishStory();
    private final ExecutorService desk = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        desk.shutdownNow();
        story.close();
    }

    @Test
    void nothingOutlivesTheConsent() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            ConsentedHousehold home = story.household("Amina" + round);
            ConsentedPerson amina = home.persons().get(0);
            Chunk chunk = Consenting.chunk(PublishStory.NIGHT, home);
            story.opens(chunk);
            story.answers("social", amina, Facts.openCase("S-1", LocalDate.of(2026, 9, 1)))
                    .answers("jobcenter", amina, Facts.openCase("J-1", LocalDate.of(2026, 9, 1)));
            long offset = random.nextInt(6_000_000);
            Future<?> withdrawal = desk.submit(() -> {
                LockSupport.parkNanos(offset);
                story.withdraws(amina.id(), Department.SOCIAL);
            });

            story.publish(chunk);
            withdrawal.get(30, TimeUnit.SECONDS);

            assertThat(sectionsOf(amina, "social"))
                    .as("round %s, seed %s", round, SEED)
                    .isZero();
            assertThat(sectionsOf(amina, "jobcenter")).isEqualTo(1);
            assertThat(story.item(chunk, home)).isEqualTo("UPDATED");
        }
    }

    private long sectionsOf(ConsentedPerson person, String register) {
        return story.owner
                .sql("select count(*) from section where person_id = :person and register = :register")
                .param("person", person.id().value())
                .param("register", register)
                .query(Long.class)
                .single();
    }
}
