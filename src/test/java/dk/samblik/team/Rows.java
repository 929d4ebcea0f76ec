package dk.samblik.team;

import dk.samblik.access.Staff.Place;
import dk.samblik.access.Viewer.Role;
import dk.samblik.consent.ConsentTasks.Task;
import dk.samblik.consent.ConsentTasks.Who;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.Fates;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.view.Change;
import dk.samblik.view.ConsentSummary;
import dk.samblik.view.HouseholdRow;
import dk.samblik.view.LaneState;
import dk.samblik.view.MyHouseholds.Followed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented rows of lists: households, runs, staff. */
final class Rows {

    private static final RunId RUN = new RunId(new UUID(7, 7));
    private static final Instant BEGAN = Instant.parse("2026-03-12T07:29:46Z");

    /** One with rows that could not be read, and one that did not answer. */
    static final List<RunSummary.Register> REGISTERS = List.of(
            new RunSummary.Register("jobcenter", "DONE", null, 120, 120, new Fates(400, 4, 8, 0), 412, 20_311, 41, 60),
            new RunSummary.Register("social", "DOWN", "TIMEOUT", 120, 0, Fates.NONE, 0, 0, 0, 0));

    private Rows() {}

    static Followed tooMany() {
        return new Followed(Collections.nCopies(600, HouseholdId.random()), 812);
    }

    static List<HouseholdRow> households() {
        List<Change> changes = List.of(
                new Change(Change.Kind.DISAGREEMENT_NEW, null, null, null, null, null),
                new Change(Change.Kind.MEASURE_NEW, null, Department.EMPLOYMENT, null, null, null),
                new Change(Change.Kind.DEADLINE_NEW, null, Department.CHILDREN, null, null, null));
        return List.of(
                row(417, List.of("Amina", "Karim"), "Maja Test", changes, 2, LaneState.STALE, Department.SOCIAL),
                row(388, List.of("Bente"), "Dorte Test", List.of(), 1, LaneState.FRESH, null),
                row(402, List.of(), null, List.of(), 0, LaneState.FRESH, null));
    }

    static TaskLines tasks(Words words) {
        HouseholdId household = new HouseholdId(new UUID(0, 417));
        return TaskLines.of(
                List.of(
                        new Task(household, "H-0417", "EXPIRING", new Who(false, 1), Families.TODAY.plusDays(9)),
                        new Task(household, "H-0417", "TURNS_15", new Who(true, 1), Families.TODAY.plusDays(12)),
                        new Task(household, "H-0417", "NEW_ADULT", null, Families.TODAY.minusDays(3)),
                        new Task(household, "H-0417", "MOVED", new Who(false, 2), null)),
                households(),
                Gallery.MAJA,
                words);
    }

    private static HouseholdRow row(
            int number,
            List<String> adults,
            @Nullable String coordinator,
            List<Change> changes,
            int inForce,
            LaneState worst,
            @Nullable Department in) {
        var next = Families.whole().calendar().stream()
                .filter(entry -> entry.ahead(Families.TODAY))
                .findFirst()
                .orElseThrow();
        return new HouseholdRow(
                new HouseholdId(new UUID(0, number)),
                "H-0" + number,
                adults,
                coordinator == null ? null : "maja",
                coordinator,
                inForce > 0,
                changes,
                changes.isEmpty() ? null : next,
                LocalDate.of(2026, 3, 16),
                new ConsentSummary(inForce, 2, inForce, 4, LocalDate.of(2026, 4, 1), LocalDate.of(2027, 1, 1)),
                inForce == 0 ? LocalDate.of(2026, 3, 4) : null,
                null,
                number == 388,
                false,
                worst,
                in,
                38);
    }

    static RunSummary night() {
        return run(
                Run.Kind.NIGHTLY, RunSummary.State.DONE_WITH_GAPS, Map.of("UPDATED", 41, "UNCHANGED", 17, "KEPT", 2));
    }

    static RunSummary run(Run.Kind kind, RunSummary.State state, Map<String, Integer> households) {
        return run(RUN, kind, state, households, REGISTERS);
    }

    static RunSummary run(
            RunId id,
            Run.Kind kind,
            RunSummary.State state,
            Map<String, Integer> households,
            List<RunSummary.Register> registers) {
        return new RunSummary(
                id,
                kind,
                state,
                "maja",
                kind == Run.Kind.REFRESH ? new HouseholdId(new UUID(0, 417)) : null,
                null,
                Families.TODAY,
                BEGAN,
                BEGAN,
                state.ended() ? BEGAN.plusSeconds(14) : null,
                "1a2b3c4d5e6f7a8b",
                "3f2a91c47be05d18",
                null,
                households,
                registers);
    }

    static List<Place> staff() {
        return List.of(
                new Place(
                        "maja",
                        "Maja Test",
                        Role.COORDINATOR,
                        "Socialrådgiver",
                        "Fjordsted Kommune",
                        "Team Lærkevænget",
                        "Lærkevænget"),
                new Place(
                        "dorte",
                        "Dorte Test",
                        Role.TEAM,
                        "Jobkonsulent",
                        "Fjordsted Kommune",
                        "Team Lærkevænget",
                        "Lærkevænget"),
                new Place("ivan", "Ivan Test", Role.IT, null, "Fjordsted Kommune", "It-drift", ""));
    }
}
