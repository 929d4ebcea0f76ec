package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.mapping.MappingBroken;
import dk.samblik.mapping.SampleCheck;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a mapping file on a sample of rows and shows the first of them masked. Needs no hub. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = MappingCommand.NAME,
        description =
                "'mapping test FILE SAMPLE' says what FILE makes of the rows of SAMPLE (CSV with a header and semicolons, or"
                        + " a JSON list), the first rows masked. Stores nothing.")
class MappingCommand implements Callable<Integer> {

    static final String NAME = "mapping";

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "test")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "the mapping file, in its folder")
    private Path file;

    @Parameters(index = "2", paramLabel = "SAMPLE", description = "the rows")
    private Path sample;

    @Option(names = "--table", description = "which table of the register the rows are of; the first without")
    private @Nullable String table;

    @Override
    public Integer call() {
        if (!what.equals("test")) {
            spec.commandLine().getErr().println(Sentences.say("mapping.usage"));
            return ExitCode.USAGE;
        }
        try {
            return tell(SampleCheck.of(file, sample, table, LocalDate.now(CivilClock.COPENHAGEN)));
        } catch (MappingBroken broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int tell(List<SampleCheck.Judged> rows) {
        rows.stream().limit(SHOWN).forEach(row -> {
            spec.commandLine().getOut().println(row.number() + "  " + row.outcome());
            new TreeMap<>(row.fields())
                    .forEach((field, kind) -> spec.commandLine().getOut().println("     " + field + ": " + kind));
        });
        long refused = rows.stream().filter(SampleCheck.Judged::refused).count();
        spec.commandLine().getOut().println(Sentences.say("mapping.figures", rows.size(), refused));
        return refused == 0 ? ExitCode.DONE : ExitCode.QUARANTINE;
    }
}
