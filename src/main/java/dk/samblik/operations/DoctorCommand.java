package dk.samblik.operations;

import dk.samblik.access.KeysLook;
import dk.samblik.household.CivilClock;
import dk.samblik.register.SourceCheck;
import dk.samblik.run.NightHour;
import dk.samblik.run.RunSettings;
import dk.samblik.storage.StorageLook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Looks at everything a hub needs to start and to run, without starting one, and says in a line each what to do. Neither a
 * secret nor a person is in what it says.
 */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = DoctorCommand.NAME,
        description =
                "Checks settings, routes, mappings, sources, keys, time zone and database, without starting the hub, and"
                        + " says what to do. Ends with 10 where something is wrong.")
class DoctorCommand implements Callable<Integer> {

    static final String NAME = "doctor";

    @Spec
    private CommandSpec spec;

    private final ConfigurableEnvironment environment;

    DoctorCommand(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Instant now = new CivilClock(Clock.systemUTC()).now();
        Map<String, Supplier<List<String>>> looks = new LinkedHashMap<>();
        looks.put("doctor.settings", () -> SettingKeys.wrong(environment));
        looks.put("doctor.files", () -> StartCheck.files(environment));
        looks.put("doctor.time", () -> time(now));
        looks.put("doctor.keys", () -> KeysLook.wrong(environment));
        looks.put("doctor.database", () -> StorageLook.wrong(environment, now));
        looks.put("doctor.sources", this::sources);
        int wrong = 0;
        Set<String> well = new HashSet<>();
        for (Map.Entry<String, Supplier<List<String>>> look : looks.entrySet()) {
            int found = tell(look.getKey(), "WRONG ", look.getValue());
            wrong += found;
            if (found == 0) {
                well.add(look.getKey());
            }
        }
        boolean readable = StringUtils.hasText(environment.getProperty("samblik.storage.url"));
        if (readable && well.containsAll(List.of("doctor.files", "doctor.database"))) {
            tell("doctor.teams", "NOTE  ", () -> TeamsLook.remarks(environment));
        }
        spec.commandLine()
                .getOut()
                .println(wrong == 0 ? Sentences.say("doctor.well") : Sentences.say("doctor.wrong", wrong));
        return wrong == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int tell(String key, String mark, Supplier<List<String>> look) {
        List<String> wrong = found(look);
        spec.commandLine().getOut().println((wrong.isEmpty() ? "ok    " : mark) + Sentences.say(key));
        wrong.forEach(sentence -> spec.commandLine().getOut().println("      " + sentence));
        return wrong.size();
    }

    /** A look that fails itself is one more thing that is wrong, named by its class: a message could hold a value. */
    private static List<String> found(Supplier<List<String>> look) {
        try {
            return look.get();
        } catch (RuntimeException fault) {
            return List.of(Sentences.say("doctor.fault", fault.getClass().getSimpleName()));
        }
    }

    private List<String> time(Instant now) {
        List<String> wrong = new ArrayList<>();
        boolean summer = CivilClock.COPENHAGEN.getRules().isDaylightSavings(Instant.parse("2026-07-01T12:00:00Z"));
        boolean winter = CivilClock.COPENHAGEN.getRules().isDaylightSavings(Instant.parse("2026-01-01T12:00:00Z"));
        if (!summer || winter) {
            wrong.add(Sentences.say("doctor.zone"));
        }
        try {
            NightHour.check(environment.getProperty("samblik.run.nightly", "0 0 3 * * ?"), now);
        } catch (IllegalArgumentException refused) {
            wrong.add(String.valueOf(refused.getMessage()));
        }
        return wrong;
    }

    private List<String> sources() {
        RunSettings folders = Binder.get(environment).bindOrCreate("samblik.run", RunSettings.class);
        return SourceCheck.all(folders.mappings(), environment).stream()
                .filter(answer -> !answer.answers())
                .map(answer -> Sentences.say(
                        answer.code().equals("NOT_ALLOWED") ? "doctor.source.refused" : "doctor.source",
                        answer.register(),
                        answer.code()))
                .toList();
    }
}
