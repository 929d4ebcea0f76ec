package dk.samblik.demo.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list of words in a resource file of the demo, one a line, UTF-8. */
public final class WordList {

    private WordList() {}

    /** The words of {@code /demo/<name>.txt}. */
    public static List<String> read(String name) {
        try (InputStream in = WordList.class.getResourceAsStream("/demo/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no word list " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
