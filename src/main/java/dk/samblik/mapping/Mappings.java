package dk.samblik.mapping;

import dk.samblik.run.RunSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The folder of mapping files, read once at start. A file that is not understood stops the start. */
@Component
public class Mappings {

    private final Map<String, MappingFile> files;
    private final String hash;

    @Autowired
    Mappings(RunSettings folders) {
        this(folders.mappings());
    }

    /** The mappings of a folder. */
    Mappings(Path path) {
        Folder folder = new Folder(path);
        Map<String, MappingFile> read = new LinkedHashMap<>();
        Wrongs wrongs = new Wrongs();
        folder.registers()
                .forEach(register -> wrongs.unless(() -> MappingReader.read(register, folder))
                        .ifPresent(mapping -> read.put(register, mapping)));
        wrongs.end();
        this.files = Map.copyOf(read);
        this.hash = folder.mark();
    }

    /**
     * What is wrong in the folder, a sentence each with file and line: what is not understood, examples that do not hold,
     * and numbers that look like people's. Empty when the hub may start.
     */
    public static List<String> broken(Path path) {
        Wrongs wrongs = new Wrongs();
        wrongs.unless(() -> new Mappings(path))
                .ifPresent(mappings -> mappings.all().forEach(mapping -> examples(mapping, wrongs)));
        wrongs.unless(() -> new Folder(path).numbers()).orElse(List.of()).forEach(wrongs::add);
        return wrongs.sentences();
    }

    private static void examples(MappingFile mapping, Wrongs wrongs) {
        ExampleCheck check = new ExampleCheck(mapping);
        mapping.examples()
                .forEach(example -> check.complaints(example)
                        .forEach(complaint ->
                                wrongs.add(example.where() + ": the example does not hold: " + complaint)));
    }

    /** The mapping of this register. */
    public Optional<MappingFile> find(String register) {
        return Optional.ofNullable(files.get(register));
    }

    /** All of them, by name of register. */
    public List<MappingFile> all() {
        return files.values().stream()
                .sorted((one, other) -> one.register().compareTo(other.register()))
                .toList();
    }

    /** Changes when any file of the folder does. */
    public String hash() {
        return hash;
    }
}
