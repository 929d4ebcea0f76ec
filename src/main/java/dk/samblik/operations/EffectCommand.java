package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.LogUnproven;
import dk.samblik.effect.EffectRound;
import dk.samblik.effect.EffectRound.Done;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The month's round of the effect figures from a terminal: in counts, and as often as one likes. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "effect",
        description =
                "'effect compute' computes the effect figures of the months that have ended, and releases a half-year"
                        + " that is over. Doing it again changes nothing that is released.")
class EffectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "compute")
    private String what;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    private final EffectRound round;

    EffectCommand(EffectRound round) {
        this.round = round;
    }

    @Override
    public Integer call() {
        if (!what.equals("compute")) {
            return wrong("effect.usage", ExitCode.USAGE);
        }
        try {
            Optional<Done> done = round.round();
            done.ifPresent(this::tell);
            return done.isPresent() ? ExitCode.DONE : wrong("effect.off", ExitCode.LOCKED);
        } catch (LogUnavailable | LogUnproven unlogged) {
            return wrong("effect.no-log", ExitCode.NO_LOG);
        }
    }

    private void tell(Done done) {
        spec.commandLine()
                .getOut()
                .println(
                        output == Output.json
                                ? new ObjectMapper()
                                        .createObjectNode()
                                        .put("households", done.households())
                                        .put("released", done.released())
                                : Sentences.say("effect.done", done.households(), done.released()));
    }

    private int wrong(String sentence, int code) {
        spec.commandLine().getErr().println(Sentences.say(sentence));
        return code;
    }
}
