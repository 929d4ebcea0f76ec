package dk.samblik.view;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.campaign.Statements;
import dk.samblik.campaign.Watched;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.consent.TestGate;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.mapping.Rejection;
import dk.samblik.quarantine.TestQuarantine;
import dk.samblik.run.Fates;
import dk.samblik.run.TestRun;
import dk.samblik.storage.Database;
import dk.samblik.storage.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Households in a real database, registers that answer as the test says, and what then stands. */
public final class PublishStory implements AutoCloseable {

    static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-17T02:00:00Z");

    public final TestDatabase database = TestDatabase.fresh();
    public final JdbcClient owner = JdbcClient.create(database.owner());
    public final Vault vault = TestAccess.vault();
    final Statements statements = new Statements();
    private final Database counted = Watched.database(database.pipeline(), statements);

    private Instant now = THREE_AT_NIGHT;
    private final Map<String, Map<PersonId, Outcome>> answers = new HashMap<>();
    private final Map<String, Map<HouseholdId, Fates>> fates = new HashMap<>();

    public CivilClock clock() {
        return new CivilClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    public void later(Duration time) {
        now = now.plus(time);
    }

    /** A household of these, all of whom have said yes to everything. */
    public ConsentedHousehold household(String... names) {
        ConsentedHousehold household =
                Consenting.household(Arrays.stream(names).map(Consenting::yes).toArray(ConsentedPerson[]::new));
        owner.sql("""
                        insert into household (household_id, number, area, project_code, enrolled)
                        values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01')
                        """)
                .param("id", household.id().value())
                .param("number", "H-" + household.id())
                .update();
        household.persons().forEach(person -> consents(household.id(), person.id()));
        return household;
    }

    private void consents(HouseholdId household, PersonId person) {
        UUID consent = UUID.randomUUID();
        owner.sql("""
                        insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, member_from)
                        values (:person, :household, :hash, '', 'PARTICIPANT', 'ADULT', date '2026-01-01')
                        """)
                .param("person", person.value())
                .param("household", household.value())
                .param("hash", person.toString().getBytes())
                .update();
        String[] sources = Arrays.stream(Department.values()).map(Enum::name).toArray(String[]::new);
        String[] categories = Arrays.stream(Category.values()).map(Enum::name).toArray(String[]::new);
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:consent, 1, :household, :person, 'ACTIVE', :sources, :categories, 'P12M',
                          date '2026-01-01', date '2026-12-31', 'maja', timestamptz '2026-01-01 10:00Z', '')
                        """)
                .param("consent", consent)
                .param("household", household.value())
                .param("person", person.value())
                .param("sources", sources)
                .param("categories", categories)
                .update();
        owner.sql("""
                        insert into consent_in_force (person_id, source, household_id, consent_id, version, categories,
                          period_back, valid_from, valid_to)
                        select :person, source, :household, :consent, 1, cast(:categories as text[]), 'P12M',
                          date '2026-01-01', date '2026-12-31' from unnest(cast(:sources as text[])) as s (source)
                        """)
                .param("consent", consent)
                .param("household", household.value())
                .param("person", person.value())
                .param("sources", sources)
                .param("categories", categories)
                .update();
    }

    /** Takes one department back: what the consent desk's transaction does. */
    public void withdraws(PersonId person, Department source) {
        owner.sql("delete from consent_in_force where person_id = :person and source = :source")
                .param("person", person.value())
                .param("source", source.name())
                .update();
    }

    public PublishStory answers(String register, ConsentedPerson person, Fact... facts) {
        return says(register, person, new Outcome.Answered(List.of(facts), List.of()));
    }

    PublishStory refuses(String register, ConsentedPerson person, long recordNo, Fact... facts) {
        Rejection refused = new Rejection(register, "SAG", recordNo, Rejection.Reason.Q04, "AFSLUTTET", person.id());
        return says(register, person, new Outcome.Answered(List.of(facts), List.of(refused)));
    }

    PublishStory says(String register, ConsentedPerson person, Outcome outcome) {
        answers.computeIfAbsent(register, name -> new HashMap<>()).put(person.id(), outcome);
        return this;
    }

    PublishStory reads(String register, ConsentedHousehold household, Fates counted) {
        fates.computeIfAbsent(register, name -> new HashMap<>()).put(household.id(), counted);
        return this;
    }

    /** Publishes a night of these households with what has been said; what was said is then forgotten. */
    public Chunk publish(ConsentedHousehold... households) {
        Chunk chunk = Consenting.chunk(NIGHT, households);
        opens(chunk);
        publish(chunk);
        return chunk;
    }

    void publish(Chunk chunk) {
        List<Answer> all = new ArrayList<>();
        Stream.of("jobcenter", "boern-og-unge", "social", "bolig", "folkeregister")
                .forEach(register -> all.add(answer(register, chunk)));
        publish(all);
        answers.clear();
        fates.clear();
    }

    private Answer answer(String register, Chunk chunk) {
        return new Answer(
                register,
                source(register),
                chunk,
                register + "@1",
                now.minus(Duration.ofHours(1)),
                answers.getOrDefault(register, Map.of()),
                fates.getOrDefault(register, Map.of()),
                Duration.ofMillis(3));
    }

    private void publish(List<Answer> all) {
        publishing(counted, vault, clock()).publish(all);
    }

    /** The stage itself on this database. */
    static Publish publishing(Database pipeline, Vault vault, CivilClock clock) {
        return new Publish(
                pipeline,
                new Silence(pipeline, new KeepLastGood(TestRun.ledger(pipeline))),
                vault,
                TestGate.rechecking(pipeline, clock),
                TestQuarantine.quarantine(pipeline, clock, vault),
                TestRun.ledger(pipeline),
                TestRun.items(pipeline, clock),
                new PublishNews(TestRun.progress(clock)),
                clock);
    }

    /** The run of a chunk, with its households claimed. */
    void opens(Chunk chunk) {
        owner.sql("update run set state = 'DONE' where state = 'RUNNING'").update();
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, night, requested_at, state, fence)
                        values (:run, 'NIGHTLY', 'NIGHT', 'samblik', :night, now(), 'RUNNING', 1)
                        """)
                .param("run", chunk.run().id().value())
                .param("night", NIGHT)
                .update();
        chunk.households()
                .forEach(household -> owner.sql("""
                                insert into run_item (run_id, household_id, state, fence)
                                values (:run, :household, 'CLAIMED', 1)
                                """)
                        .param("run", chunk.run().id().value())
                        .param("household", household.id().value())
                        .update());
    }

    static Department source(String register) {
        return switch (register) {
            case "jobcenter" -> Department.EMPLOYMENT;
            case "boern-og-unge" -> Department.CHILDREN;
            case "social" -> Department.SOCIAL;
            case "bolig" -> Department.HOUSING;
            default -> Department.POPULATION;
        };
    }

    public Views views() {
        return new Views(database.web(), vault, clock(), Husstand.REGISTERS);
    }

    public Recipients recipients() {
        return new Recipients(database.web(), clock());
    }

    public Seen seen() {
        return new Seen(database.web(), clock());
    }

    HouseholdView view(ConsentedHousehold household) {
        return views().read(TestAccess.grant(household.id()), household.id()).orElseThrow();
    }

    int version(ConsentedHousehold household) {
        return owner.sql("select view_version from household where household_id = :id")
                .param("id", household.id().value())
                .query(Integer.class)
                .single();
    }

    String item(Chunk chunk, ConsentedHousehold household) {
        return owner.sql("select state from run_item where run_id = :run and household_id = :household")
                .param("run", chunk.run().id().value())
                .param("household", household.id().value())
                .query(String.class)
                .single();
    }

    long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
