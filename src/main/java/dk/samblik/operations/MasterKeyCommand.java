package dk.samblik.operations;

import dk.samblik.access.KeystoreRefused;
import dk.samblik.access.MasterKeyChange;
import dk.samblik.storage.StorageRefused;
import dk.samblik.storage.Upgrade;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has the keystore wrapped by a new master key while no hub is at work. Starts nothing of the hub. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = MasterKeyCommand.NAME,
        description =
                "Makes a new master key and wraps every key of the keystore by it, while no hub is at work. The old one opens"
                        + " older copies of the keystore only.")
class MasterKeyCommand implements Callable<Integer> {

    static final String NAME = "new-master-key";

    @Spec
    private CommandSpec spec;

    @Option(names = "--yes", description = "yes, every hub is stopped")
    private boolean yes;

    private final Environment environment;

    MasterKeyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!yes) {
            return refused(Sentences.say("master-key.usage"), ExitCode.USAGE);
        }
        try (Upgrade database = Upgrade.of(environment)) {
            if (database.others() > 0) {
                return refused(Sentences.say("upgrade.at-work"), ExitCode.REFUSED);
            }
            spec.commandLine().getOut().println(Sentences.say("master-key.done", MasterKeyChange.make(environment)));
            return ExitCode.DONE;
        } catch (StorageRefused | KeystoreRefused refused) {
            return refused(refused.getMessage(), ExitCode.REFUSED);
        }
    }

    private int refused(@Nullable String why, int code) {
        spec.commandLine().getErr().println(why);
        return code;
    }
}
