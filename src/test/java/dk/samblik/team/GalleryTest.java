package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Every state of the pages is drawn, in both languages, with no key shown raw and nothing missing said as a dash. */
@SpringBootTest(classes = Gallery.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GalleryTest {

    @Autowired
    private TestRestTemplate http;

    @TestFactory
    Stream<DynamicTest> everyStateIsDrawn() {
        return Gallery.ADDRESSES.stream().map(address -> DynamicTest.dynamicTest(address, () -> drawn(address)));
    }

    /** Numbers at the values and the lines that they stand for: as many of the one as of the other. */
    @Test
    void whatComesFromARegisterHasItsFootnote() {
        String page = http.getForObject("/galleri/husstand/hel", String.class);

        Set<String> numbers = Pattern.compile("class=\"sb-footnote\">(\\d+)</sup>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        String lines = page.substring(page.indexOf("id=\"fodnoter\""));
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines.substring(0, lines.indexOf("</section>")).split("<li>"))
                .hasSize(numbers.size() + 1);
    }

    private void drawn(String address) {
        ResponseEntity<String> answer = http.getForEntity(address, String.class);
        String page = answer.getBody();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(page).contains("<h1").contains("</html>");
        assertThat(List.of("??", ">null<", "null,", "N/A", "PersonId[")).noneMatch(page::contains);
    }
}
