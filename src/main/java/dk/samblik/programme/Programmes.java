package dk.samblik.programme;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The programmes of the municipality, read once at start. A file that is not understood stops the start. */
@Component
public class Programmes {

    private final Map<String, Programme> byCode;
    private final String hash;

    @Autowired
    Programmes(ProgrammeSettings settings) {
        this(settings.folder());
    }

    private Programmes(Path folder) {
        ProgrammeFolder read = ProgrammeFolder.read(folder);
        byCode = new TreeMap<>();
        read.programmes().forEach(programme -> byCode.put(programme.code(), programme));
        hash = read.hash();
    }

    /** The programmes of a folder; throws {@link ProgrammeBroken} with everything that is wrong in it. */
    public static Programmes in(Path folder) {
        return new Programmes(folder);
    }

    /** What is wrong in the folder, a sentence each that begins with file and line. Empty when the hub may start. */
    public static List<String> broken(Path folder) {
        try {
            ProgrammeFolder.read(folder);
            return List.of();
        } catch (ProgrammeBroken broken) {
            return broken.sentences();
        }
    }

    /** The programme with this code; throws IllegalArgumentException where there is none. */
    public Programme of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no programme has the code " + code));
    }

    /** The programme with this code: empty for a household of a project that has no file here. */
    public Optional<Programme> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The programme whose area this is; at most one has it. */
    public Optional<Programme> ofArea(String area) {
        return all().stream().filter(programme -> programme.holds(area)).findFirst();
    }

    /** The programme of this area, where it has nobody in a team who is called so. */
    public Optional<Programme> notNaming(String title, String area) {
        return ofArea(area).filter(programme -> !programme.team().has(title));
    }

    /** All of them, by code. */
    public List<Programme> all() {
        return List.copyOf(byCode.values());
    }

    /** Changes when any file of the folder does. */
    public String hash() {
        return hash;
    }
}
