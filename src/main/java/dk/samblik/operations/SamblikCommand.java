package dk.samblik.operations;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
            HelpCommand.class
        })
class SamblikCommand {}
