package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.Samblik;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page says is text to the browser, whatever a register or a form holds: no template can say otherwise. */
class TemplatesTest {

    /** Text as it is; and an expression that is made of another one's value, which Thymeleaf would evaluate. */
    private static final Pattern AS_IT_IS =
            Pattern.compile("utext|\\[\\(|\\$__|__\\$|__\\{|th:on[a-z]+|<script(?![^>]*\\bsrc=)");

    @Test
    void noTemplateWritesWhatIsNotEscapedOrEvaluatesWhatItWasGiven() throws IOException, URISyntaxException {
        List<Path> templates;
        try (Stream<Path> files =
                Files.walk(Path.of(Samblik.class.getResource("/templates").toURI()))) {
            templates = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(templates).hasSizeGreaterThan(50);
        for (Path template : templates) {
            assertThat(AS_IT_IS.matcher(Files.readString(template)).results().map(found -> found.group()))
                    .as(template.toString())
                    .isEmpty();
        }
    }
}
