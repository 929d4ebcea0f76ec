package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;

/** The terminal speaks English, and Danish where the machine does; nothing is said in one of them only. */
class SentencesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(before);
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> sentences(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("samblik."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static CommandLine commands() {
        return new CommandLine(SamblikCommand.class, new CommandLine.IFactory() {
                    @Override
                    public <K> K create(Class<K> type) throws Exception {
                        return type.getPackage() == SamblikCommand.class.getPackage()
                                ? new SpringObjenesis().newInstance(type)
                                : CommandLine.defaultFactory().create(type);
                    }
                })
                .setResourceBundle(Sentences.all());
    }

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSameValues() throws IOException {
        Properties english = read("console.properties");
        Properties danish = read("console_da.properties");

        assertThat(sentences(danish)).isEqualTo(sentences(english));
        assertThat(sentences(english))
                .allSatisfy(key -> assertThat(values(danish.getProperty(key)))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key))));
    }

    private static Set<String> values(String sentence) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCommandIsDescribedInDanish() throws IOException {
        Properties danish = read("console_da.properties");
        Locale.setDefault(Locale.ENGLISH);

        assertThat(commands().getSubcommands().keySet())
                .allMatch(name -> danish.containsKey("samblik." + name + ".usage.description"));
    }

    @Test
    void theLanguageIsThatOfTheMachine() {
        Locale.setDefault(Locale.forLanguageTag("da-DK"));
        assertThat(Sentences.say("doctor.well")).isEqualTo("Intet er galt.");
        assertThat(commands().getUsageMessage()).contains("Ét samlet blik");

        Locale.setDefault(Locale.forLanguageTag("en-GB"));
        assertThat(Sentences.say("doctor.well")).isEqualTo("Nothing is wrong.");
        assertThat(commands().getUsageMessage()).contains("One unified view");
    }

    @Test
    void anApostropheStaysAndANumberIsWrittenPlain() {
        Locale.setDefault(Locale.ENGLISH);

        assertThat(Sentences.say("source.usage")).isEqualTo("Say 'source check'.");
        assertThat(Sentences.say("doctor.wrong", 12)).isEqualTo("12 things are wrong.");
    }
}
