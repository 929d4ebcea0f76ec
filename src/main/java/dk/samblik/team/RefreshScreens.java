package dk.samblik.team;

import dk.samblik.access.Grant;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.Registers;
import dk.samblik.run.Progress;
import dk.samblik.run.Refreshes;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Views;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Brings together what is known of a refresh: its run, what was told of it, and the household's version. */
@Component
class RefreshScreens {

    private final Runs runs;
    private final Progress progress;
    private final Registers registers;
    private final Staff staff;
    private final Refreshes refreshes;
    private final Views views;
    private final CivilClock clock;
    private final Database database;

    RefreshScreens(
            Runs runs,
            Progress progress,
            Registers registers,
            Staff staff,
            Refreshes refreshes,
            Views views,
            CivilClock clock,
            @Qualifier("webDatabase") Database database) {
        this.runs = runs;
        this.progress = progress;
        this.registers = registers;
        this.staff = staff;
        this.refreshes = refreshes;
        this.views = views;
        this.clock = clock;
        this.database = database;
    }

    /** The refresh with this id; empty for a night, for no run at all, and for what is no id. */
    Optional<RunSummary> find(String id) {
        try {
            return runs.find(RunId.of(id)).filter(run -> run.kind() == Run.Kind.REFRESH);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** What people call the household. */
    String number(HouseholdId household) {
        return database.sql()
                .sql("select number from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .single();
    }

    private record Standing(String number, int version, boolean nightRuns) {}

    /** The refresh in words; the grant opens what the household's content says of it. */
    RefreshScreen screen(
            RunSummary run, HouseholdId household, Grant grant, Seeing seeing, boolean prepares, Words words) {
        Standing standing = database.sql()
                .sql("""
                        select number, view_version as version, exists (select from run where kind = 'NIGHTLY'
                          and state = 'RUNNING') as night_runs from household where household_id = :id
                        """)
                .param("id", household.value())
                .query(Standing.class)
                .single();
        String startedBy = staff.find(run.requestedBy()).map(Viewer::name).orElse(run.requestedBy());
        return RefreshScreen.of(
                run,
                progress.told(run.id()),
                registers.all(),
                new RefreshScreen.Subject(
                        household,
                        standing.number(),
                        standing.version(),
                        startedBy,
                        standing.nightRuns(),
                        run.state().ended() ? null : refreshes.usual().orElse(null),
                        seeing,
                        found(run, household, grant, seeing, prepares)),
                clock.now(),
                words);
    }

    /** Read once it has ended: until then the household's content is what it was. */
    private RefreshScreen.Found found(
            RunSummary run, HouseholdId household, Grant grant, Seeing seeing, boolean prepares) {
        Optional<HouseholdView> read =
                run.state().ended() ? views.read(grant, household).map(seeing::of) : Optional.empty();
        Map<Department, Instant> shown = new EnumMap<>(Department.class);
        read.stream().flatMap(view -> view.lanes().stream()).forEach(lane -> {
            if (lane.note().fetched() != null) {
                shown.put(lane.department(), lane.note().fetched());
            }
        });
        List<Change> changes = run.households("UPDATED") == 0 || read.isEmpty()
                ? List.of()
                : changes(read.get(), household, grant, seeing);
        Map<Department, Integer> counted = new EnumMap<>(Department.class);
        changes.stream()
                .map(Change::department)
                .filter(Objects::nonNull)
                .forEach(department -> counted.merge(department, 1, Integer::sum));
        return new RefreshScreen.Found(counted, changes.size(), shown, prepares);
    }

    private List<Change> changes(HouseholdView now, HouseholdId household, Grant grant, Seeing seeing) {
        return views.at(grant, household, now.frame().version() - 1)
                .map(then -> Changes.between(seeing.of(then), now))
                .orElse(List.of());
    }
}
