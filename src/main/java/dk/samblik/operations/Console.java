package dk.samblik.operations;

import dk.samblik.storage.StorageRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The hub from a terminal: one command, then the end, with an exit code that a scheduler can read. */
public final class Console {

    private static final Set<String> ASIDE = Set.of("--help", "-h", "--version", "-V");

    /** One command and the end: no clock that waits, and only what is wrong on the terminal. */
    private static final List<String> QUIET =
            List.of("--samblik.console=true", "--logging.level.root=WARN", "--logging.level.org.apache.camel=ERROR");

    /** Commands that take the settings and no part of the hub. */
    private static final Map<String, Function<ConfigurableEnvironment, Object>> ALONE = Map.of(
            RestoreCommand.NAME, RestoreCommand::new,
            UpgradeCommand.NAME, UpgradeCommand::new,
            DoctorCommand.NAME, DoctorCommand::new,
            SourceCommand.NAME, SourceCommand::new,
            RouteCommand.NAME, RouteCommand::new,
            MasterKeyCommand.NAME, MasterKeyCommand::new);

    /** Commands that need not even settings. */
    private static final Set<String> BARE = Set.of("help", OwnerKeyCommand.NAME, MappingCommand.NAME);

    private Console() {}

    /** Whether the arguments ask for a command rather than for the hub to stay up. */
    public static boolean asked(String... arguments) {
        return ours(arguments).stream().anyMatch(each -> !each.startsWith("-") || ASIDE.contains(each));
    }

    /**
     * Runs the command and gives its exit code. Arguments {@code --spring.*}, {@code --samblik.*} and {@code --logging.*}
     * are settings. Only {@code run --wait} starts the routes; some commands start nothing of the hub.
     */
    public static int run(Class<?> application, String... arguments) {
        List<String> ours = ours(arguments);
        List<String> said = new ArrayList<>(ours);
        Ansi color = said.remove("--no-color") ? Ansi.OFF : Ansi.AUTO;
        said.remove("--no-input");
        if (said.stream().anyMatch(ASIDE::contains) || said.isEmpty() || BARE.contains(said.get(0))) {
            return line(SamblikCommand.class, new Shapes(), color).execute(said.toArray(String[]::new));
        }
        String command = said.get(0);
        List<String> settings = new ArrayList<>(QUIET);
        settings.add("--camel.main.auto-startup=" + (command.equals(RunCommand.NAME) && said.contains("--wait")));
        settings.addAll(Arrays.asList(arguments));
        settings.removeAll(ours);
        Function<ConfigurableEnvironment, Object> alone = ALONE.get(command);
        if (alone != null) {
            return alone(alone, settings, said.subList(1, said.size()), color);
        }
        try (ConfigurableApplicationContext hub = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return line(SamblikCommand.class, new Beans(hub), color).execute(said.toArray(String[]::new));
        } catch (RuntimeException refused) {
            if (command.equals(RunCommand.NAME)
                    && NestedExceptionUtils.getMostSpecificCause(refused) instanceof StorageRefused) {
                return ExitCode.NO_STORE;
            }
            throw refused;
        }
    }

    private static CommandLine line(Object command, CommandLine.IFactory factory, Ansi color) {
        return new CommandLine(command, factory)
                .setResourceBundle(Sentences.all())
                .setColorScheme(CommandLine.Help.defaultColorScheme(color));
    }

    /** With the settings alone: nothing of the hub is opened. */
    private static int alone(
            Function<ConfigurableEnvironment, Object> command,
            List<String> settings,
            List<String> arguments,
            Ansi color) {
        try (ConfigurableApplicationContext alone = new SpringApplicationBuilder(SettingsAlone.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return line(command.apply(alone.getEnvironment()), CommandLine.defaultFactory(), color)
                    .execute(arguments.toArray(String[]::new));
        }
    }

    /** What a context needs to be one. */
    private static final class SettingsAlone {}

    private static List<String> ours(String... arguments) {
        return Arrays.stream(arguments)
                .filter(each -> !each.startsWith("--spring.")
                        && !each.startsWith("--samblik.")
                        && !each.startsWith("--logging.")
                        && !each.startsWith("--server.")
                        && !each.startsWith("--management."))
                .toList();
    }

    /** Help needs the commands' shapes only, and no hub behind them. */
    private record Shapes() implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type.getPackage() == Console.class.getPackage()
                    ? new SpringObjenesis().newInstance(type)
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Commands are made with the hub's beans; those that are none are made plainly. */
    private record Beans(ConfigurableApplicationContext hub) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.getPackage() == Console.class.getPackage()) {
                return hub.getAutowireCapableBeanFactory().createBean(type);
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
