package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.Consenting;
import dk.samblik.household.Cpr;
import dk.samblik.population.Address;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who the members are, and what of it a protected address takes away. */
class PopulationFactsTest {

    private static final Address HOME =
            new Address("0998", "1234", "12", "2", "tv", "Lærkevænget 12,2 tv", "9988", "Fjordsted");
    private static final Person ANNA = Consenting.person("Anna", HOME, false, Set.of());

    @Test
    void aMemberHasNameBirthAndAddress() {
        Fact.Identity anna = identity("Anna", List.of(), household(ANNA));

        assertThat(anna.firstName()).isEqualTo("Anna");
        assertThat(anna.born()).isEqualTo(ANNA.born());
        assertThat(anna.address()).isEqualTo("Lærkevænget 12,2 tv, 9988 Fjordsted");
        assertThat(anna.addressKey()).isEqualTo("lærkevænget 12 2 tv 9988");
        assertThat(anna.protectedHome()).isFalse();
    }

    @Test
    void oneProtectedMemberHidesTheAddressOfAll() {
        Person bo = Consenting.person("Bo", HOME, true, Set.of());

        Fact.Identity anna = identity("Anna", List.of(), household(ANNA, bo));

        assertThat(anna.address()).isNull();
        assertThat(anna.protectedHome()).isTrue();
        assertThat(anna.protectedAddress()).isFalse();
        assertThat(anna.addressKey()).isEqualTo("lærkevænget 12 2 tv 9988");
    }

    @Test
    void aProtectedPersonAtTheAddressHidesItThoughNoMember() {
        Fact.Identity anna = identity("Anna", List.of(Consenting.person("Zoe", HOME, true, Set.of())), household(ANNA));

        assertThat(anna.address()).isNull();
        assertThat(anna.protectedHome()).isTrue();
    }

    @Test
    void custodyNamesMembersOnly() {
        Set<Cpr> holders = Set.of(Consenting.oldNumber("Anna"), Consenting.number("Zoe"));
        Person dina = Consenting.person("Dina", HOME, false, holders);

        assertThat(identity("Dina", List.of(), household(ANNA, dina)).custodyMembers())
                .containsExactly(Consenting.id("Anna").toString());
        assertThat(identity("Anna", List.of(), household(ANNA, dina)).custodyMembers())
                .isEmpty();
    }

    @Test
    void somebodyWithoutAnAddressHasNone() {
        Fact.Identity anna = identity("Anna", List.of(), household(Consenting.person("Anna", null, false, Set.of())));

        assertThat(anna.address()).isNull();
        assertThat(anna.addressKey()).isNull();
        assertThat(anna.protectedHome()).isFalse();
    }

    private static ConsentedHousehold household(Person... people) {
        return Consenting.household(java.util.Arrays.stream(people)
                .map(person -> Consenting.yes(person.firstName(), person))
                .toArray(dk.samblik.consent.ConsentedPerson[]::new));
    }

    private static Fact.Identity identity(String name, List<Person> neighbours, ConsentedHousehold household) {
        Chunk chunk = Consenting.chunk(LocalDate.of(2026, 11, 17), household);
        Answer.Outcome.Answered answered = (Answer.Outcome.Answered)
                PopulationFacts.outcomes(chunk, address -> neighbours).get(Consenting.id(name));
        return (Fact.Identity) answered.facts().get(0);
    }
}
