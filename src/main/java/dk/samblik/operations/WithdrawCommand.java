package dk.samblik.operations;

import dk.samblik.access.Viewer;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a consent back from a terminal, until the consent desk has its pages; named by the consent's id, never a person. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "withdraw",
        description =
                "Withdraws a consent at once: all of it, or one source, category or recipient. What hangs on it is"
                        + " gone when this returns.")
class WithdrawCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "the consent's id")
    private UUID consent;

    @ArgGroup
    private @Nullable Part part;

    /** One part of a consent; at most one of the three. */
    static class Part {
        @Option(names = "--source", description = "EMPLOYMENT, CHILDREN, SOCIAL, HOUSING or POPULATION")
        private @Nullable Department source;

        @Option(names = "--category", description = "a category of the consent, for example MEASURES")
        private @Nullable Category category;

        @Option(names = "--recipient", description = "a recipient as the consent names it")
        private @Nullable String recipient;

        Withdrawn what() {
            if (source != null) {
                return new Withdrawn.Source(source);
            }
            return category != null
                    ? new Withdrawn.Kind(category)
                    : new Withdrawn.Recipient(recipient == null ? "" : recipient);
        }
    }

    private final Withdrawal withdrawal;
    private final Database web;

    WithdrawCommand(Withdrawal withdrawal, @Qualifier("webDatabase") Database web) {
        this.withdrawal = withdrawal;
        this.web = web;
    }

    @Override
    public Integer call() {
        Optional<UUID> person = web.sql()
                .sql("select person_id from consent where consent_id = :id order by version desc limit 1")
                .param("id", consent)
                .query(UUID.class)
                .optional();
        Withdrawn what = part == null ? new Withdrawn.Everything() : part.what();
        Optional<Withdrawal.Done> done =
                person.flatMap(id -> withdrawal.withdraw(new PersonId(id), what, Viewer.HUB, "console"));
        if (done.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("No active consent has this id, or it does not hold what you take back.");
            return ExitCode.USAGE;
        }
        spec.commandLine().getOut().printf("withdrawn (%s); what hung on it is gone%n", what.scope());
        return ExitCode.DONE;
    }
}
