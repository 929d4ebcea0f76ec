package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever the history of a family of two adults, a youth of 16 and a child of 9, the gate lets be asked about exactly the
 * people and departments that plain set algebra over the same events gives.
 */
class ConsentHistoriesTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final LocalDate ENROLLED = START.minusDays(60);
    private static final int DAYS = 10;

    private static TestDatabase database;
    private static Vault vault;

    @BeforeContainer
    static void start() {
        database = TestDatabase.fresh();
        vault = TestAccess.vault();
    }

    @AfterContainer
    static void stop() {
        database.close();
    }

    /** Who is in the family. */
    enum Who {
        MOTHER,
        FATHER,
        YOUTH,
        CHILD;

        boolean adult() {
            return this == MOTHER || this == FATHER;
        }
    }

    /** What may happen on a day. */
    enum Kind {
        GIVE,
        GIVE_WITHOUT_FATHER,
        GIVE_TODAY_ONLY,
        WITHDRAW,
        WITHDRAW_SOURCE,
        MOVE_OUT,
        DIE,
        FATHER_GETS_CUSTODY,
        FATHER_LOSES_CUSTODY
    }

    /** One event: on a day after the start, somebody, some departments. */
    record Event(int day, Kind kind, Who who, Set<Department> sources) {}

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Set<Department>> sources =
                Arbitraries.of(Department.class).set().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(6, Kind.GIVE),
                                net.jqwik.api.Tuple.of(2, Kind.GIVE_WITHOUT_FATHER),
                                net.jqwik.api.Tuple.of(1, Kind.GIVE_TODAY_ONLY),
                                net.jqwik.api.Tuple.of(1, Kind.WITHDRAW),
                                net.jqwik.api.Tuple.of(2, Kind.WITHDRAW_SOURCE),
                                net.jqwik.api.Tuple.of(1, Kind.MOVE_OUT),
                                net.jqwik.api.Tuple.of(1, Kind.DIE),
                                net.jqwik.api.Tuple.of(1, Kind.FATHER_GETS_CUSTODY),
                                net.jqwik.api.Tuple.of(1, Kind.FATHER_LOSES_CUSTODY)),
                        Arbitraries.of(Who.class),
                        sources)
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(ConsentHistoriesTest::afterTheMotherConsented);
    }

    /** With nobody consenting there is nothing to tell apart, so the mother has always said yes at first. */
    private static List<Event> afterTheMotherConsented(List<Event> events) {
        List<Event> history = new ArrayList<>();
        history.add(new Event(0, Kind.GIVE, Who.MOTHER, EnumSet.allOf(Department.class)));
        events.stream().sorted(java.util.Comparator.comparingInt(Event::day)).forEach(history::add);
        return history;
    }

    @Property
    void theGateAgreesWithSetAlgebra(@ForAll("histories") List<Event> history) throws IOException {
        Path folder = Files.createTempDirectory("histories");
        try {
            Family family = new Family(new ConsentDesk(database, folder, START, ConsentSettings.agreed(), vault));
            Model model = new Model();
            for (int day = 0; day < DAYS; day++) {
                int now = day;
                List<Event> today =
                        history.stream().filter(event -> event.day() == now).toList();
                if (today.isEmpty() && day < DAYS - 1) {
                    continue;
                }
                for (Event event : today) {
                    if (model.possible(event)) {
                        model.happen(event);
                        family.happen(event, model);
                    }
                }
                assertThat(family.asked(day, model))
                        .as("day %s of %s", day, history)
                        .isEqualTo(model.asked(day));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** What was agreed about somebody: which departments, who signed, until which day. */
    private record Agreed(Set<Department> sources, Set<Who> signed, int lastDay) {}

    /** The plain model: sets of people and departments, nothing of how the hub does it. */
    private static final class Model {
        private final Map<Who, Agreed> agreed = new HashMap<>();
        private final Set<Who> gone = EnumSet.noneOf(Who.class);
        private final Set<Who> dead = EnumSet.noneOf(Who.class);
        private boolean fatherHasCustody = true;
        private boolean over;

        boolean possible(Event event) {
            if (over || gone.contains(event.who()) || dead.contains(event.who())) {
                return false;
            }
            return switch (event.kind()) {
                // One adult stays at home, so that the family has an address; and only those consenting are looked for.
                case MOVE_OUT ->
                    event.who() != Who.MOTHER && agreed.containsKey(event.who()) && agreed.containsKey(Who.MOTHER);
                case DIE -> event.who() == Who.FATHER;
                case WITHDRAW, WITHDRAW_SOURCE -> agreed.containsKey(event.who());
                case FATHER_GETS_CUSTODY, FATHER_LOSES_CUSTODY -> !dead.contains(Who.FATHER);
                default -> true;
            };
        }

        void happen(Event event) {
            switch (event.kind()) {
                case GIVE -> give(event, true, 1000);
                case GIVE_WITHOUT_FATHER -> give(event, false, 1000);
                case GIVE_TODAY_ONLY -> give(event, true, event.day());
                case WITHDRAW -> agreed.remove(event.who());
                case WITHDRAW_SOURCE -> withdrawSource(event);
                case MOVE_OUT -> gone.add(event.who());
                case DIE -> dead.add(event.who());
                case FATHER_GETS_CUSTODY -> fatherHasCustody = true;
                case FATHER_LOSES_CUSTODY -> fatherHasCustody = false;
            }
            over = over || (withdraws(event) && agreed.values().stream().allMatch(one -> one.lastDay() < event.day()));
        }

        private static boolean withdraws(Event event) {
            return event.kind() == Kind.WITHDRAW || event.kind() == Kind.WITHDRAW_SOURCE;
        }

        private void give(Event event, boolean father, int lastDay) {
            agreed.put(event.who(), new Agreed(event.sources(), signers(event.who(), father), lastDay));
            wasInForce.remove(event.who());
            asked(event.day());
        }

        static Set<Who> signers(Who about, boolean father) {
            Set<Who> signed = EnumSet.noneOf(Who.class);
            if (about.adult()) {
                signed.add(about);
                return signed;
            }
            signed.add(Who.MOTHER);
            if (father) {
                signed.add(Who.FATHER);
            }
            if (about == Who.YOUTH) {
                signed.add(Who.YOUTH);
            }
            return signed;
        }

        private void withdrawSource(Event event) {
            Agreed before = agreed.get(event.who());
            Set<Department> left = new HashSet<>(before.sources());
            left.remove(event.sources().iterator().next());
            if (left.isEmpty()) {
                agreed.remove(event.who());
            } else {
                agreed.put(event.who(), new Agreed(left, before.signed(), before.lastDay()));
            }
        }

        /** Also forgets what has ended, as every night and every file of the desk does: it does not come back by itself. */
        Map<Who, Set<Department>> asked(int day) {
            Set<Who> ended = new HashSet<>();
            Map<Who, Set<Department>> asked = new TreeMap<>();
            agreed.forEach((who, what) -> {
                boolean complete = what.signed().containsAll(required(who));
                if (what.lastDay() < day || (wasInForce.contains(who) && !complete && !blocked(who))) {
                    ended.add(who);
                } else if (complete && !gone.contains(who) && !dead.contains(who) && !blocked(who)) {
                    asked.put(who, what.sources());
                    wasInForce.add(who);
                }
            });
            agreed.keySet().removeAll(ended);
            wasInForce.retainAll(agreed.keySet());
            return asked.keySet().stream().anyMatch(Who::adult) ? asked : Map.of();
        }

        private final Set<Who> wasInForce = EnumSet.noneOf(Who.class);

        private boolean blocked(Who who) {
            return !who.adult() && fatherHasCustody && dead.contains(Who.FATHER);
        }

        private Set<Who> required(Who who) {
            return signers(who, fatherHasCustody);
        }
    }

    /** The same events told to the hub. */
    private static final class Family {
        private static int families;

        private final ConsentDesk desk;
        private final Household home = new Household(ENROLLED);
        private final Map<Who, Agreement> agreements = new HashMap<>();
        private final Map<Who, PersonId> ids = new HashMap<>();
        private final int number = families++;

        Family(ConsentDesk desk) {
            this.desk = desk;
            desk.empty();
            for (Who who : Who.values()) {
                Human human = human(who, new Model());
                ids.put(who, Household.id(human));
                home.member(human, "PARTICIPANT", who.adult() ? "ADULT" : "CHILD");
            }
            write(0, new Model());
            assertThat(desk.households(home).refused()).isEmpty();
        }

        private Human plain(Who who) {
            return switch (who) {
                case MOTHER -> Human.born(LocalDate.of(1985, 3, 12), 0);
                case FATHER -> Human.born(LocalDate.of(1979, 5, 7), 0);
                case YOUTH -> Human.born(LocalDate.of(2010, 8, 30), 0);
                case CHILD -> Human.born(LocalDate.of(2017, 8, 30), 0);
            };
        }

        private Human human(Who who, Model model) {
            Human human = plain(who);
            if (model.dead.contains(who)) {
                human.status("90", START);
            } else if (model.gone.contains(who)) {
                human.at("0035", "00" + who.ordinal(), START);
            } else {
                human.at("0012", "012", LocalDate.of(2018, 1, 2));
            }
            if (!who.adult()) {
                human.mother(plain(Who.MOTHER).cpr())
                        .father(plain(Who.FATHER).cpr())
                        .custody("0003", "", "");
                if (model.fatherHasCustody) {
                    human.custody("0004", "", "");
                }
            }
            return human;
        }

        private void write(int day, Model model) {
            List<Human> all = new ArrayList<>();
            for (Who who : Who.values()) {
                all.add(human(who, model));
            }
            desk.records.load(START.plusDays(day), all.toArray(Human[]::new));
        }

        void happen(Event event, Model model) {
            desk.itIs(START.plusDays(event.day()));
            write(event.day(), model);
            switch (event.kind()) {
                case GIVE -> give(event, true, 365);
                case GIVE_WITHOUT_FATHER -> give(event, false, 365);
                case GIVE_TODAY_ONLY -> give(event, true, event.day());
                case WITHDRAW -> withdraw(event.who(), new Withdrawn.Everything());
                case WITHDRAW_SOURCE ->
                    withdraw(
                            event.who(),
                            new Withdrawn.Source(event.sources().iterator().next()));
                default -> {
                    // the population register has been told
                }
            }
        }

        private void give(Event event, boolean father, int lastDay) {
            Agreement agreement = agreements.computeIfAbsent(event.who(), who -> Agreement.about(home, plain(who)));
            agreement.renewed(desk.now());
            Model.signers(event.who(), father)
                    .forEach(signer ->
                            agreement.by(plain(signer).cpr(), signer == event.who() ? "SELF" : "CUSTODY_HOLDER"));
            agreement
                    .sources(event.sources().toArray(Department[]::new))
                    .put("valid_to", START.plusDays(lastDay).toString());
            assertThat(desk.consents(agreement).refused()).isEmpty();
        }

        private void withdraw(Who who, Withdrawn what) {
            desk.withdrawal.withdraw(ids.get(who), what, Viewer.HUB, "history " + number);
            agreements.get(who).version(desk.newest(agreements.get(who).id()));
        }

        Map<Who, Set<Department>> asked(int day, Model model) {
            desk.itIs(START.plusDays(day));
            write(day, model);
            Map<PersonId, Set<Department>> asked = desk.night().getOrDefault(home.id(), Map.of());
            Map<Who, Set<Department>> byName = new TreeMap<>();
            ids.forEach((who, id) -> {
                if (asked.containsKey(id)) {
                    byName.put(who, asked.get(id));
                }
            });
            return byName;
        }
    }
}
