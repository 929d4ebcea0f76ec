package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.campaign.Campaign;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.storage.TestDatabase;
import dk.samblik.view.ScopeModel.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Random lives of a family: whatever is given, narrowed, taken back and let run out, whoever moves, is born, comes of age or
 * gets custody, what is stored and shown is what plain set algebra over the same events gives.
 */
class StateMachineIT {

    private static final Campaign HISTORIES = Campaign.named("histories");
    private static final int ACTIONS = 30;
    private static final Set<Who> BOTH = EnumSet.of(Who.MOTHER, Who.FATHER);

    private static TestDatabase database;
    private static Vault vault;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        vault = TestAccess.vault();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** What may happen; as often as it stands here. */
    private static final List<Action> ACTIONS_BY_CHANCE = List.of(
            Action.GIVE,
            Action.GIVE,
            Action.GIVE,
            Action.GIVE,
            Action.GIVE_WITHOUT_FATHER,
            Action.GIVE_FOR_A_FEW_DAYS,
            Action.GIVE_FOR_A_FEW_DAYS,
            Action.NARROW_A_DEPARTMENT,
            Action.NARROW_A_KIND,
            Action.WITHDRAW,
            Action.WITHDRAW,
            Action.MOVE,
            Action.BIRTH,
            Action.CUSTODY,
            Action.PROTECTION,
            Action.DAYS,
            Action.DAYS,
            Action.DAYS,
            Action.NIGHT,
            Action.NIGHT,
            Action.REFRESH,
            Action.REFRESH);

    private enum Action {
        GIVE,
        GIVE_WITHOUT_FATHER,
        GIVE_FOR_A_FEW_DAYS,
        NARROW_A_DEPARTMENT,
        NARROW_A_KIND,
        WITHDRAW,
        MOVE,
        BIRTH,
        CUSTODY,
        PROTECTION,
        DAYS,
        NIGHT,
        REFRESH
    }

    @Test
    void whatIsStoredAndShownIsWhatSetAlgebraGives() throws IOException {
        int runs = HISTORIES.tier(12, 500);
        JdbcClient owner = JdbcClient.create(database.owner());
        for (int n = 0; n < runs; n++) {
            assertThat(live(database, owner, HISTORIES.random("history " + n)))
                    .as("history %s of seed %s", n, HISTORIES.seed())
                    .isEmpty();
        }
        HISTORIES.figure("histories", runs);
        HISTORIES.figure("histories with a difference", 0);
    }

    @Test
    void withoutTheForeignKeysWhatOutlivesItsConsentIsReported() throws IOException {
        try (TestDatabase loose = TestDatabase.fresh()) {
            JdbcClient owner = JdbcClient.create(loose.owner());
            owner.sql("alter table section drop constraint section_person_id_source_fkey")
                    .update();
            int found = 0;
            for (int n = 0; n < 4; n++) {
                found += live(loose, owner, HISTORIES.random("history " + n)).isEmpty() ? 0 : 1;
            }
            HISTORIES.figure("without the foreign key, histories with a difference, of 4", found);
            assertThat(found).isPositive();
        }
    }

    /** Plays one history; answers with what differs, after the events that led there. Empty when nothing does. */
    private static List<String> live(TestDatabase on, JdbcClient owner, Random random) throws IOException {
        Path folder = Files.createTempDirectory("histories");
        try {
            ScopeHistory history = new ScopeHistory(on, owner, vault, folder, new ScopeModel());
            history.give(
                    Who.MOTHER,
                    BOTH,
                    EnumSet.allOf(Department.class),
                    kinds(),
                    ScopeModel.START.plusYears(1).minusDays(70));
            List<String> events = new ArrayList<>();
            for (int n = 0; n < ACTIONS; n++) {
                Action action = ACTIONS_BY_CHANCE.get(random.nextInt(ACTIONS_BY_CHANCE.size()));
                String event = happen(history, action, random);
                events.add(history.model.today + " " + event);
                List<String> wrong = differences(history, event);
                if (!wrong.isEmpty()) {
                    return Stream.concat(events.stream(), wrong.stream()).toList();
                }
            }
            return List.of();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Set<Category> kinds() {
        return EnumSet.allOf(Category.class);
    }

    /** Lets something happen, or nothing where it cannot; tells what it was. */
    private static String happen(ScopeHistory history, Action action, Random random) {
        ScopeModel model = history.model;
        String happened = switch (action) {
            case GIVE -> give(history, BOTH, 200, random);
            case GIVE_WITHOUT_FATHER -> give(history, EnumSet.of(Who.MOTHER), 200, random);
            case GIVE_FOR_A_FEW_DAYS -> give(history, BOTH, random.nextInt(6), random);
            case NARROW_A_DEPARTMENT, NARROW_A_KIND, WITHDRAW -> takeBack(history, action, random);
            case MOVE -> move(history, random);
            case BIRTH -> birth(history);
            case CUSTODY -> {
                model.fatherHasCustody = !model.fatherHasCustody;
                history.deliver();
                yield "custody of the father " + model.fatherHasCustody;
            }
            case PROTECTION -> protection(history, random);
            case DAYS -> {
                model.today = model.today.plusDays(1 + random.nextInt(6));
                history.deliver();
                yield "days go by";
            }
            case NIGHT -> {
                history.night();
                yield "night";
            }
            case REFRESH -> {
                history.refresh();
                yield "refresh";
            }
        };
        HISTORIES.count("actions", 1);
        HISTORIES.count(
                "of these " + action.name().toLowerCase(Locale.ROOT).replace('_', ' '), happened.isEmpty() ? 0 : 1);
        return happened.isEmpty() ? action + " not possible" : happened;
    }

    private static String give(ScopeHistory history, Set<Who> parents, int days, Random random) {
        Who who = any(history.those(history.model::there), random);
        Set<Department> sources = some(Department.class, random);
        Set<Category> categories = random.nextInt(3) > 0 ? kinds() : some(Category.class, random);
        LocalDate lastDay = history.model.today.plusDays(days);
        history.give(who, parents, sources, categories, lastDay);
        return "consent about " + who + " by " + parents + " to " + sources + " and " + categories + " until "
                + lastDay;
    }

    /** The last consent is never taken back: the household would leave the project, and its history be over. */
    private static String takeBack(ScopeHistory history, Action action, Random random) {
        ScopeModel model = history.model;
        List<Who> may = history.those(who -> model.consents(who) && !model.last(who));
        if (may.isEmpty()) {
            return "";
        }
        Who who = any(may, random);
        if (action == Action.NARROW_A_DEPARTMENT) {
            Department source = any(List.copyOf(model.of(who).sources()), random);
            history.narrow(who, source);
            return who + " takes back " + source;
        }
        if (action == Action.NARROW_A_KIND) {
            Category kind = any(List.copyOf(model.of(who).categories()), random);
            history.narrow(who, kind);
            return who + " takes back " + kind;
        }
        history.withdraw(who);
        return who + " takes everything back";
    }

    /** The mother stays, so that there is a home; and only who consents is looked for. */
    private static String move(ScopeHistory history, Random random) {
        ScopeModel model = history.model;
        List<Who> may = history.those(who -> who != Who.MOTHER && model.mayMove(who));
        if (may.isEmpty() || !model.holdsToday(Who.MOTHER)) {
            return "";
        }
        Who who = any(may, random);
        model.gone.put(who, model.today);
        history.deliver();
        history.night();
        return who + " moves out, night";
    }

    private static String birth(ScopeHistory history) {
        ScopeModel model = history.model;
        LocalDate day = model.today.minusDays(2);
        // The desk's file would take back in who has moved out.
        if (model.birth != null || !model.gone.isEmpty() || day.getDayOfYear() == 1) {
            return "";
        }
        model.birth = day;
        model.joined = model.today;
        history.born();
        return "birth";
    }

    private static String protection(ScopeHistory history, Random random) {
        Who who = any(history.those(history.model::there), random);
        if (!history.model.hidden.remove(who)) {
            history.model.hidden.add(who);
        }
        history.deliver();
        history.night();
        return who + (history.model.hidden.contains(who) ? " is protected" : " is protected no longer") + ", night";
    }

    private static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <E extends Enum<E>> Set<E> some(Class<E> type, Random random) {
        Set<E> some = new TreeSet<>();
        for (E each : type.getEnumConstants()) {
            if (random.nextBoolean()) {
                some.add(each);
            }
        }
        some.add(any(List.of(type.getEnumConstants()), random));
        return some;
    }

    /** Where the hub and the algebra differ. Between runs no more may be shown; after one exactly as much is stored. */
    private static List<String> differences(ScopeHistory history, String event) {
        List<String> differences = new ArrayList<>();
        Map<String, Set<Category>> known = history.model.known();
        history.shown().forEach((what, kinds) -> {
            if (!known.getOrDefault(what, Set.of()).containsAll(kinds)) {
                differences.add("shown of " + what + ": " + kinds + ", may be known: " + known.get(what));
            }
        });
        boolean ran = event.endsWith("night") || event.endsWith("refresh");
        if (ran && history.model.open()) {
            Map<String, Set<Category>> stored = history.stored();
            Map<String, Set<Category>> expected = expected(known);
            if (!stored.equals(expected)) {
                differences.add("stored: " + stored);
                differences.add("expected: " + expected);
            }
            HISTORIES.count("sections compared after a run", stored.size());
            differences.addAll(places(history));
        }
        return differences;
    }

    private static Map<String, Set<Category>> expected(Map<String, Set<Category>> known) {
        Map<String, Set<Category>> expected = new java.util.TreeMap<>();
        known.forEach((what, kinds) -> {
            boolean population = what.endsWith(" " + Department.POPULATION);
            Set<Category> told = new TreeSet<>(ScopeHistory.kinds());
            told.retainAll(kinds);
            if (population) {
                expected.put(what, Set.of());
            } else if (!told.isEmpty()) {
                expected.put(what, told);
            }
        });
        return expected;
    }

    /** Where somebody at home is protected, and the hub may know it, no view of any version says where home is. */
    private static List<String> places(ScopeHistory history) {
        ScopeModel model = history.model;
        boolean isProtected = model.hidden.stream().anyMatch(model::there);
        boolean mayBeSeen =
                model.known().keySet().stream().anyMatch(what -> what.endsWith(" " + Department.POPULATION));
        if (!isProtected || !mayBeSeen) {
            return List.of();
        }
        HISTORIES.count("times nothing may say where home is", 1);
        return history.everyVersion().stream()
                .map(HouseholdView::toString)
                .filter(view -> view.toLowerCase(Locale.ROOT).contains(ScopeHistory.PLACE))
                .map(view -> "a view of a household with a protected member says where it lives")
                .toList();
    }
}
