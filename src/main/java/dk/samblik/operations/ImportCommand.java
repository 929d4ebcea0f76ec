package dk.samblik.operations;

import dk.samblik.consent.Import;
import dk.samblik.consent.ImportResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in a file of the consent desk, whole or not at all. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "import",
        description =
                "Takes in households, consents or teams from a JSON file (docs/schema). A file with one wrong entry is"
                        + " refused whole.")
class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "households, consents or teams")
    private String kind;

    @Parameters(index = "1", description = "the file")
    private Path file;

    private final Import desk;

    ImportCommand(Import desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            spec.commandLine().getErr().println("The file cannot be read: " + file);
            return ExitCode.USAGE;
        }
        return switch (kind) {
            case "households" -> told(desk.households(file));
            case "consents" -> told(desk.consents(file));
            case "teams" -> told(desk.teams(file));
            default -> {
                spec.commandLine()
                        .getErr()
                        .println("Say 'import households FILE', 'import consents FILE' or 'import teams FILE'.");
                yield ExitCode.USAGE;
            }
        };
    }

    private int told(ImportResult result) {
        result.refused()
                .forEach(refusal -> spec.commandLine()
                        .getErr()
                        .printf("entry %d %s: %s%n", refusal.index(), refusal.field(), refusal.reason()));
        if (!result.taken()) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing was taken. Mend the entries named above and import the file again.");
            return ExitCode.UNEXPECTED;
        }
        result.remarks()
                .forEach(remark -> spec.commandLine()
                        .getErr()
                        .println(Sentences.say(
                                "import.title",
                                String.valueOf(remark.index()),
                                remark.field(),
                                remark.programme(),
                                String.join(", ", remark.named()))));
        spec.commandLine().getOut().printf("%d %s, %d new or changed%n", result.entries(), kind, result.stored());
        return ExitCode.DONE;
    }
}
