package dk.samblik.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.samblik.meeting.Coordinators;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.view.Frame;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who coordinates a household, and who may.
 *
 * @param coordinator how the municipality's login names the coordinator, null where there is none
 * @param name what the coordinator is called, null where that is not known
 * @param since when it was set, null where it never was set here
 * @param candidates those of the area's teams who may be it, by name
 */
record Coordination(
        UUID household,
        @Nullable String coordinator,
        @Nullable String name,
        @Nullable Instant since,
        List<Candidate> candidates) {

    /** Somebody who may coordinate; {@code coordinator} is what to choose by. */
    record Candidate(
            String coordinator, String name, @Nullable String title, String organisation) {}

    /** Whom to choose: the {@code coordinator} of a candidate, or null for nobody. */
    record Chosen(@JsonProperty(required = true) @Nullable String coordinator) {}

    /** As it stands; {@code terms} are those of the household, the newest first. */
    static Coordination of(Frame frame, List<Term> terms, List<Coordinators.Candidate> candidates) {
        return new Coordination(
                frame.household().value(),
                frame.coordinator(),
                frame.coordinatorName(),
                terms.isEmpty() ? null : terms.get(0).since(),
                candidates.stream()
                        .map(one -> new Candidate(one.subject(), one.name(), one.title(), one.organisation()))
                        .toList());
    }

    /** Whether this one may be chosen; nobody always may. */
    boolean mayBe(@Nullable String chosen) {
        return chosen == null
                || candidates.stream().anyMatch(one -> one.coordinator().equals(chosen));
    }
}
