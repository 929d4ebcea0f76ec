package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The registers that a mapping file describes. Stops the start when one cannot be reached as it is configured. */
@Component
public class Registers {

    private static final String POPULATION = "folkeregister";

    private final Map<String, RegisterFile> byName = new LinkedHashMap<>();

    Registers(RunSettings folders, RegisterSettings settings) {
        for (Path file : files(folders.mappings())) {
            RegisterFile register = RegisterFileReader.read(file);
            if (byName.put(register.name(), register) != null) {
                throw new IllegalStateException(file + ": register '" + register.name() + "' has two mapping files");
            }
        }
        List<String> missing = byName.values().stream()
                .flatMap(each -> missing(each, settings))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Registers without a connection; set " + String.join(", ", missing));
        }
        byName.values().stream()
                .filter(each -> each.kind() == RegisterFile.Kind.REST)
                .forEach(each -> encrypted(
                        each.name(), String.valueOf(settings.of(each.name()).url())));
    }

    /** Numbers of people go over the network only where nobody can read along. */
    private static void encrypted(String name, String url) {
        if (!url.startsWith("https://") && !url.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/.*)?")) {
            throw new IllegalStateException("samblik.register." + name
                    + ".url must begin with https://; http:// is for a service on this machine only");
        }
    }

    /** What is wrong in the part of mapping files that says how registers are reached, a sentence a file; empty when nothing. */
    public static List<String> broken(Path mappings) {
        List<String> broken = new ArrayList<>();
        for (Path file : files(mappings)) {
            try {
                RegisterFileReader.read(file);
            } catch (IllegalStateException refused) {
                broken.add(refused.getMessage());
            }
        }
        return broken;
    }

    /** The registers that the mapping files of this folder describe. */
    static List<RegisterFile> read(Path mappings) {
        return files(mappings).stream().map(RegisterFileReader::read).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The folder " + folder
                    + " cannot be read; start in the folder that holds mappings/ or set samblik.run.mappings");
        }
    }

    /** The keys without which this register cannot be reached. */
    static Stream<String> missing(RegisterFile register, RegisterSettings settings) {
        RegisterSettings.Connection connection = settings.register().get(register.name());
        Map<String, Optional<Object>> needed = new LinkedHashMap<>();
        Optional<RegisterSettings.Connection> set = Optional.ofNullable(connection);
        switch (register.kind()) {
            case CSV -> needed.put("folder", set.map(RegisterSettings.Connection::folder));
            case JDBC -> {
                needed.put("url", set.map(RegisterSettings.Connection::url));
                needed.put("user", set.map(RegisterSettings.Connection::user));
            }
            case REST -> {
                needed.put("url", set.map(RegisterSettings.Connection::url));
                needed.put("client-id", set.map(RegisterSettings.Connection::clientId));
                needed.put("client-secret", set.map(RegisterSettings.Connection::clientSecret));
            }
        }
        return needed.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(each -> "samblik.register." + register.name() + "." + each.getKey());
    }

    /** Every register with a mapping file. */
    public List<RegisterFile> all() {
        return List.copyOf(byName.values());
    }

    public Optional<RegisterFile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Where the gathering of a chunk knocks: one route a register, or the one register that the run is about; the population
     * register, which has been read already, among them.
     */
    public List<String> doors(Chunk chunk) {
        String only = chunk.run().register();
        List<String> doors = new ArrayList<>();
        byName.keySet().stream()
                .filter(name -> only == null || only.equals(name))
                .forEach(name -> doors.add("direct:register-" + name));
        doors.add("direct:register-" + POPULATION);
        return doors;
    }

    /** A register that a route names; the route files are held to the mapping files by a test. */
    RegisterFile named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no mapping file for register " + name));
    }
}
