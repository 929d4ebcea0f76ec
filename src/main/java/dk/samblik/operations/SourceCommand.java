package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dk.samblik.register.SourceCheck;
import dk.samblik.run.RunSettings;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds out whether the registers can be reached, without asking about anybody. Starts nothing of the hub. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = SourceCommand.NAME,
        description = "'source check' tries each register's connection without asking about anybody.")
class SourceCommand implements Callable<Integer> {

    static final String NAME = "source";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "check")
    private String what;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    private final Environment environment;

    SourceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!what.equals("check")) {
            spec.commandLine().getErr().println(Sentences.say("source.usage"));
            return ExitCode.USAGE;
        }
        List<SourceCheck.Answer> answers = SourceCheck.all(
                Binder.get(environment)
                        .bindOrCreate("samblik.run", RunSettings.class)
                        .mappings(),
                environment);
        if (output == Output.json) {
            spec.commandLine().getOut().println(json(answers));
        } else {
            answers.forEach(each -> spec.commandLine()
                    .getOut()
                    .printf("%-16s %-5s %s %s%n", each.register(), each.kind(), each.code(), each.detail()));
        }
        return answers.stream().allMatch(SourceCheck.Answer::answers) ? ExitCode.DONE : ExitCode.STALE;
    }

    private static String json(List<SourceCheck.Answer> answers) {
        ArrayNode json = new ObjectMapper().createArrayNode();
        answers.forEach(each -> json.addObject()
                .put("register", each.register())
                .put("kind", each.kind())
                .put("answers", each.answers())
                .put("code", each.code())
                .put("delivery", each.detail()));
        return json.toString();
    }
}
