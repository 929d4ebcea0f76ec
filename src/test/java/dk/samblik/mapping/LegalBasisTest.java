package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.register.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provisions as people type them, and the rules that hide by them. */
class LegalBasisTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BL § 32, stk. 1, nr. 3  | BL  | BL § 32, stk. 1, nr. 3
                    §32.1.3                 | BL  | BL § 32, stk. 1, nr. 3
                    SEL § 52, stk. 3, nr. 3 | BL  | SEL § 52, stk. 3, nr. 3
                    Barnets lov §32         | BL  | BL § 32
                    52.3.3                  | SEL | SEL § 52, stk. 3, nr. 3
                    85                      | SEL | SEL § 85
                    § 83 a                  | SEL | SEL § 83 a
                    §83A                    | SEL | SEL § 83 a
                    § 83 a, stk. 2          | SEL | SEL § 83 a, stk. 2
                    §§ 11                   | SEL | SEL § 11
                    32 stk. 1               | BL  | BL § 32, stk. 1
                    LAB § 57                |     | LAB § 57
                    lab §57                 |     | LAB § 57
                    Serviceloven § 85       |     | SEL § 85
                    ÆL § 10                 |     | AEL § 10
                    138                     | SUL | SUL § 138
                    """)
    void everyShapeSeenIsRead(String typed, String law, String written) {
        assertThat(LegalBasis.read(typed, law)).map(LegalBasis::written).hasValue(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    efter aftale | BL
                    § 57         |
                    §§ 37-41     | BL
                    § 32 og § 33 | BL
                    paragraf 32  | BL
                    """)
    void whatCannotBeReadIsNotGuessed(String typed, String law) {
        assertThat(LegalBasis.read(typed, law)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UDEN | §32          | BL  | true
                    MED  | §32          | BL  | false
                         | §32          | BL  | false
                         | §28          | BL  | false
                         | §36          | BL  | false
                         | §27          | BL  | true
                         | §42          | BL  | true
                    MED  | §42          | BL  | false
                    MED  | §37          | BL  | true
                         | §41          | BL  | true
                    MED  | BL § 38      | SEL | true
                    MED  | SEL § 38     | BL  | true
                    MED  | §38          | SEL | false
                    MED  | §58          | SEL | true
                         | §58.1        | SEL | true
                         | 52.3.3       | SEL | false
                    MED  | §58          | BL  | false
                         | efter aftale | BL  | true
                    MED  | efter aftale | BL  | false
                    MED  | §§ 37-41     | BL  | true
                    MED  | pålæg § 40   | BL  | true
                    UDEN | 52.3.3       | SEL | true
                    """)
    void aMeasureTheFamilyHasNotAgreedToIsHidden(String consent, String typed, String law, boolean hidden) {
        DropRule rule = new DropRule.WithoutConsent(columns(), "without consent");

        assertThat(rule.drops(source(consent, typed, law))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    27.57.12 |            |     | true
                             | 109        | SEL | true
                             | § 109 a    | SEL | true
                             | §§ 109-110 | SEL | true
                    27.57.16 | 110        | SEL | false
                             | 109        | SUL | false
                    27.51.04 |            |     | true
                    27.51    |            |     | true
                    27.5     |            |     | false
                    27.51.08-G01 |        |     | true
                             |            | SEL | false
                    """)
    void whatRestsOnAHiddenProvisionIsFound(String subject, String typed, String law, boolean found) {
        DropRule rule = new DropRule.RestsOn(
                columns(),
                List.of(new Provision("SEL", "109"), new Provision("KLE", "27.57.12"), new Provision("KLE", "27.51")),
                "x");

        assertThat(rule.drops(source(subject, typed, law))).isEqualTo(found);
    }

    private static List<Column> columns() {
        return Stream.of("a", "b", "c")
                .map(name -> Column.named(name, Set.of()))
                .toList();
    }

    private static Source source(String a, String b, String c) {
        Map<String, Object> values = new HashMap<>();
        values.put("a", a);
        values.put("b", b);
        values.put("c", c);
        return new Source(new Row("T", 1, null, values), Map.of(), LocalDate.of(2026, 11, 17));
    }
}
