package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the values of the pages stand in the registers, by the mapping files that are delivered. */
class FieldNameTest {

    private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

    @Test
    void everyComponentIsToldWithItsTableAndColumns() {
        assertThat(MAPPINGS.find("boern-og-unge").orElseThrow().fields())
                .contains(new FieldName("measure", "law", "indsats", List.of("paragraf", "lov")))
                .contains(new FieldName("enrolment", "institution", "dagtilbud", List.of("institution")));
    }

    @Test
    void everyRegisterTellsOfItsFields() {
        assertThat(MAPPINGS.all())
                .isNotEmpty()
                .allSatisfy(mapping -> assertThat(mapping.fields())
                        .isNotEmpty()
                        .allSatisfy(field -> assertThat(field.columns()).isNotEmpty()));
    }
}
