package dk.samblik.operations;

import dk.samblik.retention.BackupSettings;
import dk.samblik.storage.StorageRefused;
import dk.samblik.storage.Upgrade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a new version would do to the database, and does it where that is meant. Starts nothing of the hub. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = UpgradeCommand.NAME,
        description =
                "'upgrade --dry-run' lists the migrations that have not run and changes nothing; 'upgrade --yes' runs them"
                        + " while no hub is at work. A start of the hub runs them too.")
class UpgradeCommand implements Callable<Integer> {

    static final String NAME = "upgrade";

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "list, and change nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "run them; there is a backup")
    private boolean yes;

    private final Environment environment;

    UpgradeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (dryRun == yes) {
            return refused(Sentences.say("upgrade.usage"), ExitCode.USAGE);
        }
        try (Upgrade database = Upgrade.of(environment)) {
            return upgrade(database);
        } catch (StorageRefused refused) {
            return refused(refused.getMessage(), ExitCode.REFUSED);
        }
    }

    private int upgrade(Upgrade database) {
        List<String> wrong = database.wrong();
        if (!wrong.isEmpty()) {
            return refused(String.join(System.lineSeparator(), wrong), ExitCode.REFUSED);
        }
        List<Upgrade.Step> pending = database.pending();
        say(Sentences.say("upgrade.version", database.version().isEmpty() ? "-" : database.version(), pending.size()));
        pending.forEach(step -> say(step.version() + "  " + step.description() + ". " + step.why()));
        int others = database.others();
        if (dryRun) {
            needs(pending.isEmpty(), others);
            return ExitCode.DONE;
        }
        if (others > 0) {
            return refused(Sentences.say("upgrade.at-work"), ExitCode.REFUSED);
        }
        database.run();
        say(Sentences.say("upgrade.done", database.version()));
        return ExitCode.DONE;
    }

    /** What has to be there before the migrations run. */
    private void needs(boolean nothing, int others) {
        if (nothing) {
            say(Sentences.say("upgrade.nothing"));
            return;
        }
        say(newest().map(name -> Sentences.say("upgrade.backup", name))
                .orElseGet(() -> Sentences.say("upgrade.no-backup")));
        if (others > 0) {
            say(Sentences.say("upgrade.at-work"));
        }
        say(Sentences.say("upgrade.how"));
    }

    private Optional<String> newest() {
        Path folder = Binder.get(environment)
                .bindOrCreate("samblik.retention.backup", BackupSettings.class)
                .database();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(BackupSettings.DATABASE_END))
                    .max(Comparator.naturalOrder())
                    .map(name -> name.substring(0, name.length() - BackupSettings.DATABASE_END.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("The backups cannot be read", e);
        }
    }

    private int refused(@Nullable String why, int code) {
        spec.commandLine().getErr().println(why);
        return code;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
