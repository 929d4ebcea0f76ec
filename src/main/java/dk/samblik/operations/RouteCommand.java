package dk.samblik.operations;

import dk.samblik.run.RouteDiagram;
import dk.samblik.run.RunSettings;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the routes. Starts nothing of the hub. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = RouteCommand.NAME,
        description = "'route diagram' writes the routes as a picture in Mermaid's language.")
class RouteCommand implements Callable<Integer> {

    static final String NAME = "route";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "diagram")
    private String what;

    private final Environment environment;

    RouteCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!what.equals("diagram")) {
            spec.commandLine().getErr().println(Sentences.say("route.usage"));
            return ExitCode.USAGE;
        }
        RunSettings folders = Binder.get(environment).bindOrCreate("samblik.run", RunSettings.class);
        spec.commandLine().getOut().println(RouteDiagram.mermaid(folders.routes()));
        return ExitCode.DONE;
    }
}
