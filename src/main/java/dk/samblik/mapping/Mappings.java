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
        folder.registers().forEach(register -> read.put(register, MappingReader.read(register, folder)));
        this.files = Map.copyOf(read);
        this.hash = folder.mark();
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
