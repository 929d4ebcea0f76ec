package dk.samblik.view;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.FamilyDesk;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.mapping.TestPopulationFacts;
import dk.samblik.population.Human;
import dk.samblik.run.Run;
import dk.samblik.storage.TestDatabase;
import dk.samblik.view.ScopeModel.Agreed;
import dk.samblik.view.ScopeModel.Who;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same events told to the hub: the desk's files, withdrawals, the population register, and runs through the real gate
 * and the real publishing. Every register answers about everybody in the household and about everything: what is stored
 * is what the hub held back, not what it was not told.
 */
final class ScopeHistory {

    /** In every text that gives the home away. */
    static final String PLACE = "prøvevej";

    private static final List<String> REGISTERS = List.of("jobcenter", "boern-og-unge", "social", "bolig");
    private static final LocalDate ENROLLED = ScopeModel.START.minusDays(60);
    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);

    final ScopeModel model;
    private final TestDatabase database;
    private final JdbcClient owner;
    private final Vault vault;
    private final FamilyDesk desk;
    private final Publish publish;
    private final Map<PersonId, Who> names = new HashMap<>();

    ScopeHistory(TestDatabase database, JdbcClient owner, Vault vault, Path folder, ScopeModel model) {
        this.model = model;
        this.database = database;
        this.owner = owner;
        this.vault = vault;
        this.desk = new FamilyDesk(database, folder, vault, ScopeModel.START, ENROLLED);
        this.publish = PublishStory.publishing(database.pipeline(), vault, desk.clock());
        deliver();
        Arrays.stream(Who.values()).filter(who -> who != Who.BABY).forEach(who -> join(who, ENROLLED));
        desk.handIn();
    }

    private void join(Who who, LocalDate from) {
        names.put(FamilyDesk.id(plain(who)), who);
        desk.join(plain(who), who.parent() ? "ADULT" : "CHILD", from);
    }

    private Human plain(Who who) {
        return Human.born(model.born(who), who.ordinal());
    }

    private Human human(Who who) {
        Human human = plain(who).named(who.name(), "Prøvesen");
        if (model.gone.containsKey(who)) {
            human.at("0035", "00" + who.ordinal(), model.gone.get(who)).addressText("Flyttevej 1");
        } else {
            human.at("0012", "012", LocalDate.of(2018, 1, 2)).addressText("Prøvevej 9");
        }
        if (model.hidden.contains(who)) {
            human.protectedFrom("0001", ScopeModel.START.minusDays(1), "");
        }
        if (!who.parent()) {
            human.mother(plain(Who.MOTHER).cpr())
                    .father(plain(Who.FATHER).cpr())
                    .custody("0003", "", "");
            if (model.fatherHasCustody) {
                human.custody("0004", "", "");
            }
        }
        return human;
    }

    /** The register as it stands today. */
    void deliver() {
        desk.itIs(model.today);
        desk.deliver(
                model.today,
                Arrays.stream(Who.values())
                        .filter(who -> model.born(who) != null)
                        .map(this::human)
                        .toList());
    }

    /** The newborn becomes a member. */
    void born() {
        deliver();
        join(Who.BABY, model.today);
        desk.handIn();
        model.settle();
    }

    void give(Who who, Set<Who> parents, Set<Department> sources, Set<Category> categories, LocalDate lastDay) {
        Set<String> words = model.words(who, parents);
        List<FamilyDesk.Signer> signers = new ArrayList<>();
        if (words.contains(who.name()) || model.adult(who)) {
            signers.add(new FamilyDesk.Signer(plain(who), "SELF"));
        }
        if (!model.adult(who)) {
            parents.forEach(parent -> signers.add(new FamilyDesk.Signer(plain(parent), "CUSTODY_HOLDER")));
        }
        desk.give(plain(who), signers, sources, categories, model.today, lastDay);
        model.give(who, new Agreed(sources, categories, words, lastDay));
    }

    void withdraw(Who who) {
        desk.withdraw(plain(who), new Withdrawn.Everything());
        model.left(who, new Agreed(Set.of(), Set.of(), Set.of(), model.today));
    }

    void narrow(Who who, Department source) {
        desk.withdraw(plain(who), new Withdrawn.Source(source));
        model.left(who, model.of(who).without(source));
    }

    void narrow(Who who, Category category) {
        desk.withdraw(plain(who), new Withdrawn.Kind(category));
        model.left(who, model.of(who).without(category));
    }

    /** A whole night. */
    void night() {
        run(desk.runs().night());
    }

    /** One household asked for anew by its team. */
    void refresh() {
        RunId id = RunId.random();
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, state)
                        values (:run, 'REFRESH', 'TEAM', 'maja', :household, :night, :now, 'QUEUED')
                        """)
                .param("run", id.value())
                .param("household", desk.home().value())
                .param("night", model.today)
                .param("now", Timestamp.from(desk.clock().now()))
                .update();
        owner.sql("insert into run_item (run_id, household_id, state) values (:run, :household, 'PENDING')")
                .param("run", id.value())
                .param("household", desk.home().value())
                .update();
        desk.runs().runs().takeWaiting().forEach(this::run);
    }

    private void run(Run run) {
        Optional<Chunk> chunk = desk.ask(run);
        chunk.ifPresent(asked -> publish.publish(answers(asked)));
        desk.runs().close(run);
        model.settle();
    }

    private List<Answer> answers(Chunk chunk) {
        List<Answer> answers = new ArrayList<>();
        REGISTERS.forEach(register -> answers.add(new Answer(
                register,
                PublishStory.source(register),
                chunk,
                register + "@1",
                desk.clock().now(),
                everything(chunk, register),
                Map.of(),
                Duration.ofMillis(1))));
        answers.add(TestPopulationFacts.of(desk.population()).answer(chunk));
        return answers;
    }

    private static Map<PersonId, Outcome> everything(Chunk chunk, String register) {
        Map<PersonId, Outcome> outcomes = new HashMap<>();
        List<Fact> facts = List.of(
                Facts.openCase(register, OPENED),
                Facts.worker("Mia Test", true),
                Facts.appointment(register, OPENED, "09:00", "HELD"),
                Facts.measure(register, OPENED, null, "GRANTED"),
                Facts.benefit("KTH", OPENED, null),
                Facts.school("Skolen på Prøvevej", OPENED),
                Facts.tenancy(register, OPENED, "prøvevej 9"));
        chunk.households()
                .forEach(household -> household
                        .persons()
                        .forEach(person -> outcomes.put(person.id(), new Outcome.Answered(facts, List.of()))));
        return outcomes;
    }

    /** Every kind of information the registers have something of. */
    static Set<Category> kinds() {
        return EnumSet.of(
                Category.CASE_OVERVIEW,
                Category.CASEWORKERS,
                Category.APPOINTMENTS,
                Category.MEASURES,
                Category.BENEFITS,
                Category.SCHOOL_ATTENDANCE,
                Category.TENANCY);
    }

    /** What is stored, by person and department: which kinds of information. */
    Map<String, Set<Category>> stored() {
        Map<String, Set<Category>> stored = new TreeMap<>();
        owner.sql("select * from section where until_version is null")
                .query((row, number) -> stored.put(
                        names.get(person(row)) + " " + row.getString("source"), kindsOf(facts(row).stream())))
                .list();
        return stored;
    }

    private List<Fact> facts(ResultSet row) throws SQLException {
        return SectionContent.facts(vault.open(
                TestAccess.grant(desk.home()),
                desk.home(),
                SectionContent.label(person(row), row.getString("register"), row.getInt("since_version")),
                row.getBytes("content_sealed")));
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", java.util.UUID.class));
    }

    private static Set<Category> kindsOf(Stream<Fact> facts) {
        Set<Category> kinds = new TreeSet<>();
        facts.forEach(fact -> {
            FactCategory.of(fact).ifPresent(kinds::add);
            if (fact instanceof Fact.Case one && one.workerName() != null) {
                kinds.add(Category.CASEWORKERS);
            }
        });
        return kinds;
    }

    /** What a team is shown now, by person and department: which kinds of information. */
    Map<String, Set<Category>> shown() {
        Map<String, Set<Category>> shown = new TreeMap<>();
        HouseholdView view = view();
        view.lanes()
                .forEach(lane -> Stream.concat(lane.open().stream(), lane.workers().stream())
                        .forEach(one -> show(shown, one)));
        view.appointments().forEach(one -> show(shown, one));
        view.measures().forEach(one -> show(shown, one));
        view.incomes().forEach(income -> income.benefits().forEach(one -> show(shown, one)));
        view.children().forEach(child -> child.enrolments().forEach(one -> show(shown, one)));
        return shown;
    }

    private void show(Map<String, Set<Category>> shown, Sourced<? extends Fact> one) {
        shown.computeIfAbsent(names.get(one.person()) + " " + one.from().source(), key -> new TreeSet<>())
                .addAll(kindsOf(Stream.of(one.fact())));
    }

    HouseholdView view() {
        return views().read(TestAccess.grant(desk.home()), desk.home()).orElseThrow();
    }

    /** The view as it is, and as it was in every version that is kept. */
    List<HouseholdView> everyVersion() {
        Views views = views();
        List<HouseholdView> all = new ArrayList<>(List.of(view()));
        views.published(desk.home()).keySet().stream()
                .flatMap(version -> views.at(TestAccess.grant(desk.home()), desk.home(), version).stream())
                .forEach(all::add);
        return all;
    }

    private Views views() {
        return new Views(database.web(), vault, desk.clock(), Husstand.REGISTERS);
    }

    /** People for whom this holds. */
    List<Who> those(Predicate<Who> which) {
        return Arrays.stream(Who.values()).filter(which).toList();
    }
}
