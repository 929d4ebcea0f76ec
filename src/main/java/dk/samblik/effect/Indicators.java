package dk.samblik.effect;

import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The folder of indicator files, read once at start. A file that is not understood stops the start. */
@Component
@EnableConfigurationProperties(EffectSettings.class)
public class Indicators {

    private final Map<String, IndicatorFile> files = new TreeMap<>();

    @Autowired
    Indicators(EffectSettings settings) {
        this(settings.indicators());
    }

    Indicators(Path folder) {
        for (Path file : files(folder)) {
            files.put(file.getFileName().toString(), IndicatorReader.read(file));
        }
    }

    /** What is wrong in the folder, or missing for the programmes of another, a sentence each that begins with file and line. */
    public static List<String> broken(Path folder, Path programmes) {
        if (!Files.isDirectory(folder)) {
            return List.of(folder + ":1: no such folder. Set samblik.effect.indicators to the folder of indicators.");
        }
        List<String> wrong = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                IndicatorReader.read(file);
            } catch (IllegalStateException broken) {
                wrong.addAll(Objects.requireNonNullElse(broken.getMessage(), "")
                        .lines()
                        .toList());
            }
        }
        named(programmes).stream()
                .filter(programme -> !Files.isRegularFile(folder.resolve(programme.indicators())))
                .forEach(programme -> wrong.add(folder.resolve(programme.indicators()) + ":1: no such file. The"
                        + " programme " + programme.code() + " names it."));
        return wrong;
    }

    /** Those that can be read; what is wrong with the others is said elsewhere. */
    private static List<Programme> named(Path programmes) {
        return Programmes.broken(programmes).isEmpty()
                ? Programmes.in(programmes).all()
                : List.of();
    }

    /** The figures of a programme. */
    public IndicatorFile of(Programme programme) {
        IndicatorFile file = files.get(programme.indicators());
        if (file == null) {
            throw new IllegalStateException("no indicator file " + programme.indicators());
        }
        return file;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
