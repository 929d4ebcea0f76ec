package dk.samblik.operations;

import dk.samblik.access.KeystoreRefused;
import dk.samblik.access.OwnerKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the data owner's key pair. Needs no hub, so that it can be said where there is none. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = OwnerKeyCommand.NAME,
        description =
                "Makes the data owner's key pair: the private half in FILE, the public one in FILE.public. Needs no hub.")
class OwnerKeyCommand implements Callable<Integer> {

    static final String NAME = "owner-key";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "where the private half is written")
    private Path file;

    @Override
    public Integer call() {
        try {
            Path shared = OwnerKey.make(file);
            spec.commandLine().getOut().println("private half, to be kept away from the hub: " + file);
            spec.commandLine()
                    .getOut()
                    .println("public half, for the hub (samblik.retention.backup.owner-key): " + shared);
            return ExitCode.DONE;
        } catch (KeystoreRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return ExitCode.REFUSED;
        }
    }
}
