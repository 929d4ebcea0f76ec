package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.MaySee;
import dk.samblik.access.Reader;
import dk.samblik.household.Category;
import dk.samblik.team.Sought.Found;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names half known find the household, and nobody finds what they may not see. */
class SoughtTest {

    private static Optional<Found> found(String written, HouseholdView view) {
        return Sought.read(written).flatMap(sought -> sought.in(view));
    }

    @ParameterizedTest(name = "{0} finds {1} {2}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ÅSE, Åse, Sørensen",
                "aase, Åse, Sørensen",
                "ase, Åse, Sørensen",
                "Åse, Aase, Sørensen",
                "sorensen, Åse, Sørensen",
                "soerensen, Åse, Sørensen",
                "Sørensen, Åse, Soerensen",
                "sør ås, Åse, Sørensen",
                "\"sørensen,  åse\", Åse, Sørensen",
                "kjaer, Bo, Kjær",
                "kjar, Bo, Kjær",
                "Kjær bo, Bo, Kjaer",
                "muller, Ida, Müller",
                "mueller, Ida, Müller",
                "celik, Zeynep, Çelik",
                "lukasz, Łukasz, Ćwik",
                "cwik lu, Łukasz, Ćwik",
                "marie, Anne-Marie, Møller",
                "anne marie, Anne-Marie, Møller",
                "obrien, Sean, O'Brien",
                "o’brien, Sean, O'Brien",
                "strasse, Kai, Straße",
                "samue, Samuel, Test",
                "фат, Фатима, Test"
            })
    void aNameHalfKnownIsFound(String written, String firstName, String surname) {
        assertThat(found(written, Families.called(firstName, surname))).isPresent();
    }

    @ParameterizedTest(name = "{0} does not find {1} {2}")
    @CsvSource({
        "rensen, Åse, Sørensen",
        "åse hansen, Åse, Sørensen",
        "åses, Åse, Sørensen",
        "417 åse, Åse, Sørensen",
        "bo, Ib, Kjær"
    })
    void whatIsNoBeginningOfANameFindsNobody(String written, String firstName, String surname) {
        assertThat(found(written, Families.called(firstName, surname))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H-0417", "h-0417", "h 417", "H0417", "0417", "417", " 417 "})
    void aHouseholdIsFoundByItsNumber(String written) {
        assertThat(found(written, Families.whole()).orElseThrow().members()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H-041", "17", "4170", "H-0418", "X-0417"})
    void aNumberIsWholeOrNone(String written) {
        assertThat(found(written, Families.whole())).isEmpty();
    }

    @Test
    void namesOfSeveralInTheHouseholdFindItTogetherAndSaidIsByWhom() {
        assertThat(found("karim ami", Families.whole()).orElseThrow().members())
                .extracting(Member::firstName)
                .containsExactly("Karim", "Amina");
        assertThat(found("lea", Families.whole()).orElseThrow().members())
                .extracting(Member::firstName)
                .containsExactly("Lea");
        assertThat(found("karim bente", Families.whole())).isEmpty();
    }

    @Test
    void whoeverIsProtectedIsFoundByTheNumberOnly() {
        assertThat(found("lea", Families.hidden())).isEmpty();
        assertThat(found("amina", Families.hidden())).isPresent();
        assertThat(found("417", Families.hidden())).isPresent();
    }

    @Test
    void aMemberOfTheHousingAssociationFindsTheNamesItIsShownOnly() {
        Member amina = Families.whole().members().stream()
                .filter(member -> "Amina".equals(member.firstName()))
                .findFirst()
                .orElseThrow();
        HouseholdView unnamed =
                Seeing.of(new MaySee(Reader.HOUSING, Map.of()), "Forening").of(Families.whole());
        HouseholdView named = Seeing.of(
                        new MaySee(Reader.HOUSING, Map.of(amina.id(), Set.of(Category.TENANCY))), "Forening")
                .of(Families.whole());

        assertThat(found("amina", unnamed)).isEmpty();
        assertThat(found("417", unnamed)).isPresent();
        assertThat(found("amina", named)).isPresent();
        assertThat(found("testesen", named))
                .as("the first name is shown, the surname is not")
                .isEmpty();
        assertThat(found("karim", named)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "-", "..", "'’", "h-"})
    void lessThanTwoLettersIsNothingToLookFor(String written) {
        assertThat(Sought.read(written)).isEmpty();
    }

    @Test
    void whatMayBeTheNumberOfAPersonIsNotWrittenBack() {
        for (String number : List.of("0205849901", "020584-9901", "02 05 84 - 9901")) {
            assertThat(SearchScreen.tooShort(number).written()).isEmpty();
        }
        assertThat(SearchScreen.tooShort("H-0417").written()).isEqualTo("H-0417");
    }
}
