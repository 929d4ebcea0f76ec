package dk.samblik.mapping;

import dk.samblik.consent.Chunk;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.run.Fates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one register has to say about one chunk, ready to be published: an outcome for every person asked about, and the
 * fate of every row by household. {@code asOf} is the source's date, null when nothing answered.
 */
public record Answer(
        String register,
        Department source,
        Chunk chunk,
        String mapping,
        @Nullable Instant asOf,
        Map<PersonId, Outcome> persons,
        Map<HouseholdId, Fates> fates,
        Duration took) {

    public Answer {
        persons = Map.copyOf(persons);
        fates = Map.copyOf(fates);
    }

    /** What is known of one person in one register after asking. */
    public sealed interface Outcome {

        /** The register answered; no facts means that it holds nothing for us. */
        record Answered(List<Fact> facts, List<Rejection> rejections) implements Outcome {
            public Answered {
                facts = List.copyOf(facts);
                rejections = List.copyOf(rejections);
            }
        }

        /** The register says that this person may not be shown: the section goes. */
        record NotAccessible() implements Outcome {}

        /** The register did not answer about this person: the last good section stays, marked. */
        record Unavailable(String reason) implements Outcome {}
    }
}
