package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.quarantine.QuarantineGroups.Group;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists rows that were set aside, those alike together: register, reason, field and how many, never a value. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "quarantine",
        description = "'quarantine list' counts rows that were set aside, by register, reason and field.")
class QuarantineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "list")
    private String what;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    private final QuarantineGroups quarantine;

    QuarantineCommand(QuarantineGroups quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public Integer call() {
        if (!what.equals("list")) {
            spec.commandLine().getErr().println(Sentences.say("quarantine.usage"));
            return ExitCode.USAGE;
        }
        List<Group> groups = quarantine.all();
        if (output == Output.json) {
            spec.commandLine().getOut().println(json(groups));
        } else {
            groups.forEach(group -> spec.commandLine()
                    .getOut()
                    .printf(
                            "%-16s %-16s %-6s %-24s %6d  %s%n",
                            group.register(),
                            group.tables(),
                            group.reason(),
                            Objects.requireNonNullElse(group.field(), "-"),
                            group.rows(),
                            group.mapping()));
        }
        return ExitCode.DONE;
    }

    private static String json(List<Group> groups) {
        ArrayNode json = new ObjectMapper().createArrayNode();
        groups.forEach(group -> json.addObject()
                .put("register", group.register())
                .put("table", group.tables())
                .put("reason", group.reason())
                .put("field", group.field())
                .put("rows", group.rows())
                .put("mapping", group.mapping())
                .put("firstSeen", group.firstSeen().toString())
                .put("lastSeen", group.lastSeen().toString()));
        return json.toString();
    }
}
