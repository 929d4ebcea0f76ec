package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Viewer;
import dk.samblik.consent.TestChunks;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.bu.StatementLog;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.storage.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/**
 * Whom the registers were asked about, by their owners' own logs, against whom a plain set algebra over the consents says
 * may be asked about. Each consenting person has a random history of taking back; the seed is printed.
 */
class AskedOnlyIT {

    private static final List<Department> SOURCES =
            List.of(Department.EMPLOYMENT, Department.CHILDREN, Department.SOCIAL, Department.HOUSING);

    private final long seed = Long.getLong("samblik.seed", 20261117L);
    private final Random random = new Random(seed);
    private final Map<Integer, Set<String>> model = new HashMap<>();

    @Test
    void theRegistersAreAskedAboutThoseWhoConsentAndNobodyElse() throws Exception {
        System.out.println("consent histories from seed " + seed);
        try (Hub hub = Hub.start(WorldSize.DEMO)) {
            assertThat(histories(hub)).isGreaterThan(200);
            StatementLog bu = StatementLog.of(TestDatabase.serverLog());
            hub.social().log().forget();

            hub.night();

            assertThat(persons(hub, hub.social().log().askedNumbers())).isEqualTo(mayBeAsked(hub, "SOCIAL"));
            assertThat(persons(hub, bu.askedNumbers())).isEqualTo(mayBeAsked(hub, "CHILDREN"));
            assertThat(stored(hub, "jobcenter")).isEqualTo(uuids(hub, mayBeAsked(hub, "EMPLOYMENT")));
            assertThat(stored(hub, "bolig")).isEqualTo(uuids(hub, mayBeAsked(hub, "HOUSING")));

            plantOneUnconsentedKey(hub);
            assertThat(persons(hub, hub.social().log().askedNumbers()))
                    .as("one key without consent is noticed")
                    .isNotEqualTo(mayBeAsked(hub, "SOCIAL"));
        }
    }

    /** Gives every consenting person a history, told to the hub and kept in the model. */
    private int histories(Hub hub) {
        int told = 0;
        for (EnrolledHousehold household : hub.world().desk().households()) {
            for (PlannedConsent consent : household.inForce()) {
                model.put(consent.subject(), new TreeSet<>(consent.sources()));
                told += history(hub, consent) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean history(Hub hub, PlannedConsent consent) {
        Set<String> left = model.get(consent.subject());
        PersonId person =
                new PersonId(hub.world().town().person(consent.subject()).uuid());
        int steps = random.nextInt(4);
        for (int step = 0; step < steps && !left.isEmpty(); step++) {
            if (random.nextInt(6) == 0) {
                take(hub, person, new Withdrawn.Everything());
                left.clear();
            } else {
                Department source = SOURCES.get(random.nextInt(SOURCES.size()));
                take(hub, person, new Withdrawn.Source(source));
                left.remove(source.name());
            }
        }
        return steps > 0;
    }

    private static void take(Hub hub, PersonId person, Withdrawn what) {
        hub.bean(Withdrawal.class).withdraw(person, what, Viewer.HUB, "test");
    }

    /** Open households have an adult left who consents to something; in them, each person's own sources count. */
    private Set<Integer> mayBeAsked(Hub hub, String source) {
        Set<Integer> may = new TreeSet<>();
        for (EnrolledHousehold household : hub.world().desk().households()) {
            List<Integer> left = household.inForce().stream()
                    .map(PlannedConsent::subject)
                    .filter(subject -> !model.get(subject).isEmpty())
                    .toList();
            boolean open = left.stream()
                    .anyMatch(subject -> hub.world()
                            .town()
                            .person(subject)
                            .adultOn(hub.world().night()));
            left.stream()
                    .filter(subject -> open && model.get(subject).contains(source))
                    .forEach(may::add);
        }
        return may;
    }

    /** Whose numbers these are, present and former; a number of nobody known stands as a person of its own. */
    private static Set<Integer> persons(Hub hub, Set<String> numbers) {
        Map<String, Integer> owners = new HashMap<>();
        for (Person person : hub.world().town().people()) {
            owners.put(person.cpr(), person.id());
            if (person.identity().earlier() != null) {
                owners.put(person.identity().earlier(), person.id());
            }
        }
        return numbers.stream()
                .map(number -> owners.getOrDefault(number, -1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<UUID> stored(Hub hub, String register) {
        return new TreeSet<>(hub.owner()
                .sql("select person_id from freshness where register = :register")
                .param("register", register)
                .query(UUID.class)
                .list());
    }

    private static Set<UUID> uuids(Hub hub, Set<Integer> people) {
        return people.stream()
                .map(id -> hub.world().town().person(id).uuid())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a hole in the gate would do: asks the social register about somebody who never said yes. */
    private static void plantOneUnconsentedKey(Hub hub) throws Exception {
        Set<Integer> enrolled = hub.world().desk().households().stream()
                .flatMap(household -> household.members().stream())
                .map(member -> member.person())
                .collect(Collectors.toSet());
        Person stranger = hub.world().town().people().stream()
                .filter(person -> !enrolled.contains(person.id()))
                .findFirst()
                .orElseThrow();
        hub.bean(ProducerTemplate.class)
                .requestBody(
                        "direct:register-social",
                        TestChunks.refresh(TestChunks.person(stranger.cpr(), Department.SOCIAL)));
    }
}
