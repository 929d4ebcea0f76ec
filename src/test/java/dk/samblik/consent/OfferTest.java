package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are asked about at the desk is what the mapping files read, no more and no less. */
class OfferTest {

    private static final Pattern CATEGORY = Pattern.compile("category: ([A-Z_]+)");

    @ParameterizedTest
    @CsvSource({"EMPLOYMENT,jobcenter", "CHILDREN,boern-og-unge", "SOCIAL,social", "HOUSING,bolig"})
    void aDepartmentIsOfferedForWhatItsMappingReads(Department department, String register) throws IOException {
        Set<Category> read = CATEGORY.matcher(Files.readString(Path.of("mappings", register + ".yaml")))
                .results()
                .map(found -> Category.valueOf(found.group(1)))
                .collect(Collectors.toSet());

        assertThat(Offer.kinds(Set.of(department))).isEqualTo(read);
    }
}
