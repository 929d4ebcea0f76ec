package dk.samblik.operations;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** The commands there are. */
@Command(
        name = "samblik",
        mixinStandardHelpOptions = true,
        version = "Samblik 0.1.0",
        description = "One unified view of a household, read only where a consent is recorded.",
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            WithdrawCommand.class,
            LogCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            OwnerKeyCommand.class,
            PersonCommand.class,
            SupportCommand.class,
            UpgradeCommand.class,
            DoctorCommand.class,
            SourceCommand.class,
            MappingCommand.class,
            RouteCommand.class,
            QuarantineCommand.class,
            ConsentCommand.class,
            EffectCommand.class,
            MasterKeyCommand.class,
            HelpCommand.class
        })
@SuppressWarnings("UnusedVariable") // told of in the help; the console takes them before a command is read
class SamblikCommand {

    @Option(names = "--no-color", description = "no colours in the help; the environment's NO_COLOR says the same")
    private boolean plain;

    @Option(
            names = "--no-input",
            description = "said for clarity: no command asks, and what cannot be undone needs --yes")
    private boolean silent;
}
