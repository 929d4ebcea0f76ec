package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dk.samblik.effect.EffectSettings;
import dk.samblik.programme.ProgrammeSettings;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.run.RunSettings;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Collects what somebody who helps from outside needs to see: versions, names of settings, routes and mappings, the latest
 * runs with their counts, the quarantine by reason. No value of a setting, no number of a household, nobody's name.
 */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "support",
        description =
                "Collects versions, names of settings, routes, mappings, runs and quarantine by reason in a new zip"
                        + " file for whoever helps you; no person, no household and no value of a setting is in it.")
class SupportCommand implements Callable<Integer> {

    private static final int RUNS = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "the zip file, which must not be there yet")
    private Path file;

    private final Runs runs;
    private final QuarantineGroups groups;
    private final Database ops;
    private final RunSettings settings;
    private final ProgrammeSettings programmes;
    private final EffectSettings effect;
    private final ConfigurableEnvironment environment;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    SupportCommand(
            Runs runs,
            QuarantineGroups groups,
            @Qualifier("opsDatabase") Database ops,
            RunSettings settings,
            ProgrammeSettings programmes,
            EffectSettings effect,
            ConfigurableEnvironment environment) {
        this.runs = runs;
        this.groups = groups;
        this.ops = ops;
        this.settings = settings;
        this.programmes = programmes;
        this.effect = effect;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (OutputStream out = created()) {
            ZipOutputStream zip = new ZipOutputStream(out);
            add(zip, "about.json", json.writeValueAsBytes(about()));
            add(zip, "settings.json", json.writeValueAsBytes(settingsByName()));
            add(zip, "runs.json", json.writeValueAsBytes(latestRuns()));
            add(zip, "quarantine.json", json.writeValueAsBytes(groups.all()));
            addAll(zip, settings.routes());
            addAll(zip, settings.mappings());
            addAll(zip, programmes.folder());
            addAll(zip, effect.indicators());
            zip.finish();
        } catch (FileAlreadyExistsException there) {
            spec.commandLine().getErr().println("There is a file of that name already; give another.");
            return ExitCode.REFUSED;
        }
        spec.commandLine().getOut().println(file + ": look through it before you send it");
        return ExitCode.DONE;
    }

    private OutputStream created() throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        for (String property : List.of("java.version", "java.vendor", "os.name", "os.version", "user.timezone")) {
            about.put(property, System.getProperty(property, ""));
        }
        about.put("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        about.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        about.put(
                "postgresql",
                ops.sql().sql("show server_version").query(String.class).single());
        return about;
    }

    /** Where each setting of ours comes from; what it says may be a secret and stays here. */
    private Map<String, String> settingsByName() {
        Map<String, String> from = new TreeMap<>();
        StreamSupport.stream(environment.getPropertySources().spliterator(), false)
                .filter(EnumerablePropertySource.class::isInstance)
                .forEach(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
                        .filter(name -> name.startsWith("samblik."))
                        .forEach(
                                name -> from.putIfAbsent(name, source.getClass().getSimpleName())));
        return from;
    }

    private List<Map<String, Object>> latestRuns() {
        return runs.recent(RUNS).stream().map(SupportCommand::told).toList();
    }

    /** Neither who asked for it nor which household a refresh was of. */
    private static Map<String, Object> told(RunSummary run) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("run", run.id().toString());
        told.put("kind", run.kind());
        told.put("state", run.state());
        told.put("requested", run.requestedAt());
        told.put("started", run.startedAt());
        told.put("ended", run.endedAt());
        told.put("routes", run.routesHash());
        told.put("mappings", run.mappingsHash());
        told.put("failure", run.failure());
        told.put("households", run.households());
        told.put("registers", run.registers());
        return told;
    }

    private static void addAll(ZipOutputStream zip, Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.filter(Files::isRegularFile).sorted().toList()) {
                add(zip, folder.getFileName() + "/" + folder.relativize(each), Files.readAllBytes(each));
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
