package dk.samblik.team;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.Registers;
import dk.samblik.run.Progress;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
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
    private final Database database;

    RefreshScreens(
            Runs runs,
            Progress progress,
            Registers registers,
            Staff staff,
            @Qualifier("webDatabase") Database database) {
        this.runs = runs;
        this.progress = progress;
        this.registers = registers;
        this.staff = staff;
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

    private record Standing(String number, int version, boolean nightRuns) {}

    RefreshScreen screen(RunSummary run, HouseholdId household, Seeing seeing, Words words) {
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
                        household, standing.number(), standing.version(), startedBy, standing.nightRuns(), seeing),
                words);
    }
}
