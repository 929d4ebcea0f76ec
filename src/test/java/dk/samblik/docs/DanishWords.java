package dk.samblik.docs;

import dk.samblik.retention.Rule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What the code names in English, in Danish. What has no Danish words stops the document, by its name. */
final class DanishWords {

    private final Properties pages = new Properties();
    private final Properties paper = new Properties();

    private DanishWords() {}

    /** A class of what is kept: what it is, how long in words where that is no period, and from when it counts. */
    record Class(String what, String kept, String from) {}

    static DanishWords read() throws IOException {
        DanishWords words = new DanishWords();
        load(words.pages, "/messages.properties");
        load(words.paper, "/paper-da.properties");
        return words;
    }

    private static void load(Properties properties, String resource) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DanishWords.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
    }

    /** A text of the pages. */
    String message(String key) {
        return said(pages, key, "src/main/resources/messages.properties");
    }

    Class of(Rule rule) {
        String key = "kept." + rule.name();
        return new Class(paper(key), paper.getProperty(key + ".kept", ""), paper.getProperty(key + ".from", ""));
    }

    String by(Rule.By by) {
        return paper("by." + by);
    }

    String rule(String name) {
        return paper("rule." + name);
    }

    String role(String name) {
        return paper("role." + name);
    }

    String state(String state) {
        return paper("state." + state.replace(' ', '-').toLowerCase(Locale.ROOT));
    }

    private String paper(String key) {
        return said(paper, key, "src/test/resources/paper-da.properties");
    }

    private static String said(Properties properties, String key, String file) {
        String said = properties.getProperty(key);
        if (said == null) {
            throw new IllegalStateException(key + " has no Danish words; add them to " + file);
        }
        return said;
    }
}
