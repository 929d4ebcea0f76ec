package dk.samblik.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;

/** The hub from a terminal: one command, then the end, with an exit code that a scheduler can read. */
public final class Console {

    private static final Set<String> ASIDE = Set.of("--help", "-h", "--version", "-V");

    /** One command and the end: no clock that waits, and only what is wrong on the terminal. */
    private static final List<String> QUIET = List.of(
            "--samblik.console=true",
            "--camel.main.run-controller=false",
            "--logging.level.root=WARN",
            "--logging.level.org.apache.camel=ERROR");

    private static final String RESTORE = "restore";

    private Console() {}

    /** Whether the arguments ask for a command rather than for the hub to stay up. */
    public static boolean asked(String... arguments) {
        return ours(arguments).stream().anyMatch(each -> !each.startsWith("-") || ASIDE.contains(each));
    }

    /**
     * Runs the command and gives its exit code. Arguments {@code --spring.*}, {@code --samblik.*} and {@code --logging.*}
     * are settings. Only {@code run} starts the routes; {@code restore} starts nothing of the hub.
     */
    public static int run(Class<?> application, String... arguments) {
        List<String> ours = ours(arguments);
        if (ours.stream().anyMatch(ASIDE::contains)
                || ours.contains("help")
                || ours.get(0).equals(OwnerKeyCommand.NAME)) {
            return new CommandLine(SamblikCommand.class, new Shapes()).execute(ours.toArray(String[]::new));
        }
        List<String> settings = new ArrayList<>(QUIET);
        settings.add("--camel.main.auto-startup=" + ours.contains("run"));
        settings.addAll(Arrays.asList(arguments));
        settings.removeAll(ours);
        if (ours.get(0).equals(RESTORE)) {
            return restore(settings, ours.subList(1, ours.size()));
        }
        try (ConfigurableApplicationContext hub = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return new CommandLine(SamblikCommand.class, new Beans(hub)).execute(ours.toArray(String[]::new));
        }
    }

    /** With the settings alone: nothing of the hub is opened before everything is back. */
    private static int restore(List<String> settings, List<String> arguments) {
        try (ConfigurableApplicationContext alone = new SpringApplicationBuilder(SettingsAlone.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return new CommandLine(new RestoreCommand(alone.getEnvironment()))
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
