package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Cpr;
import dk.samblik.population.Invented;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must consent for whom: the table of the domain reference, 7.2. */
class EntitledGrantorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Cpr MOTHER = Invented.born(LocalDate.of(1985, 3, 12), 0);
    private static final Cpr FATHER = Invented.born(LocalDate.of(1979, 5, 7), 0);

    @ParameterizedTest(name = "{0} years and {1} days old, custody {2}, guardian {3}, mother {4}: {5}")
    @CsvSource({
        // years, days, custody, guardian, mother's status, required
        "41,  0, none,    no,      01, SELF",
        "18,  0, none,    no,      01, SELF",
        "41,  0, none,    known,   01, GUARDIAN SELF",
        "41,  0, none,    unknown, 01, GUARDIAN SELF",
        "17, 364, both,   no,      01, CUSTODY_HOLDER CUSTODY_HOLDER SELF",
        "15,  0, both,    no,      01, CUSTODY_HOLDER CUSTODY_HOLDER SELF",
        "14, 364, both,   no,      01, CUSTODY_HOLDER CUSTODY_HOLDER",
        "9,   0, both,    no,      01, CUSTODY_HOLDER CUSTODY_HOLDER",
        "9,   0, mother,  no,      01, CUSTODY_HOLDER",
        "9,   0, mother,  no,      80, CUSTODY_HOLDER",
        "9,   0, mother,  no,      60, CUSTODY_HOLDER",
        "9,   0, both,    no,      90, HOLDER_DEAD_OR_DISAPPEARED",
        "9,   0, both,    no,      70, HOLDER_DEAD_OR_DISAPPEARED",
        "16,  0, mother,  no,      90, HOLDER_DEAD_OR_DISAPPEARED",
        "9,   0, unknown, no,      01, CUSTODY_UNKNOWN",
        "9,   0, none,    no,      01, CUSTODY_UNKNOWN",
        "16,  0, unknown, no,      01, CUSTODY_UNKNOWN",
    })
    void theTable(int years, int days, String custody, String guardian, String mother, String required) {
        Person subject = person(TODAY.minusYears(years).minusDays(days), custody, guardian);

        Entitlement entitlement = entitled(Period.ZERO).of(subject, others(mother));

        assertThat(words(entitlement)).isEqualTo(required);
    }

    @Test
    void theGraceAtFifteenPutsTheOwnConsentOff() {
        Person youth = person(TODAY.minusYears(15).minusDays(20), "mother", "no");

        assertThat(words(entitled(Period.ofDays(21)).of(youth, Map.of()))).isEqualTo("CUSTODY_HOLDER");
        assertThat(words(entitled(Period.ofDays(20)).of(youth, Map.of()))).isEqualTo("CUSTODY_HOLDER SELF");
    }

    @Test
    void anAdultsOwnConsentIsOneGivenAsAnAdult() {
        Person adult = person(TODAY.minusYears(18), "none", "no");
        CprHash own = new CprHash("00");
        Requirement self = ((Entitlement.Required) entitled(Period.ZERO).of(adult, Map.of()))
                .grantors()
                .get(0);

        assertThat(self.metBy(List.of(new Signature(own, Capacity.SELF, TODAY.minusDays(1))), number -> own))
                .isFalse();
        assertThat(self.metBy(List.of(new Signature(own, Capacity.SELF, TODAY)), number -> own))
                .isTrue();
    }

    @Test
    void aHolderWhoChangedNumberHasSignedWithEither() {
        Cpr now = Invented.born(LocalDate.of(1985, 3, 12), 4);
        Person holder = person(now, Set.of(now, MOTHER), LocalDate.of(1985, 3, 12), "01", Set.of(), false, List.of());
        Requirement requirement = ((Entitlement.Required)
                        entitled(Period.ZERO).of(person(TODAY.minusYears(9), "mother", "no"), Map.of(MOTHER, holder)))
                .grantors()
                .get(0);

        assertThat(requirement.numbers()).containsExactlyInAnyOrder(now, MOTHER);
    }

    private static EntitledGrantors entitled(Period grace) {
        return new EntitledGrantors(TODAY, grace);
    }

    private static String words(Entitlement entitlement) {
        if (entitlement instanceof Entitlement.Blocked blocked) {
            return blocked.reason().name();
        }
        List<String> words = new ArrayList<>();
        ((Entitlement.Required) entitlement)
                .grantors()
                .forEach(grantor -> words.add(grantor.capacity().name()));
        words.sort(null);
        return String.join(" ", words);
    }

    private static Map<Cpr, Person> others(String motherStatus) {
        Map<Cpr, Person> others = new HashMap<>();
        others.put(MOTHER, person(MOTHER, Set.of(MOTHER), MOTHER.born(), motherStatus, Set.of(), false, List.of()));
        others.put(FATHER, person(FATHER, Set.of(FATHER), FATHER.born(), "01", Set.of(), false, List.of()));
        return others;
    }

    private static Person person(LocalDate born, String custody, String guardian) {
        Cpr number = Invented.born(born.getDayOfYear() == 1 ? born.minusDays(1) : born, 0);
        Set<Cpr> holders = new TreeSet<>(java.util.Comparator.comparing(Cpr::digits));
        if (custody.equals("both") || custody.equals("mother") || custody.equals("unknown")) {
            holders.add(MOTHER);
        }
        if (custody.equals("both")) {
            holders.add(FATHER);
        }
        List<Person.Guardianship> guardianships = new ArrayList<>();
        if (!guardian.equals("no")) {
            guardianships.add(new Person.Guardianship(born, guardian.equals("known") ? FATHER : null));
        }
        return person(number, Set.of(number), born, "01", holders, custody.equals("unknown"), guardianships);
    }

    private static Person person(
            Cpr number,
            Set<Cpr> numbers,
            LocalDate born,
            String status,
            Set<Cpr> holders,
            boolean unknown,
            List<Person.Guardianship> guardianships) {
        return new Person(
                number,
                numbers,
                status,
                null,
                born,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                holders,
                unknown,
                guardianships,
                null);
    }
}
