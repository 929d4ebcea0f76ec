package dk.samblik.enrolment;

import dk.samblik.access.Grant;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.TestKept;
import dk.samblik.enrolment.Contacts.Choice;
import dk.samblik.enrolment.Contacts.Outcome;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programmes;
import dk.samblik.retention.TestSweep;
import dk.samblik.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with people who are asked to take part, by a clock that is set by hand. */
final class Asked {

    static final LocalDate START = LocalDate.of(2026, 11, 17);
    static final Viewer KAJ = new Viewer(
            "kaj", "Kaj Test", Viewer.Role.CONTACT, "Fjordsted Kommune", Set.of("Lærkevænget", "Skovparken"));

    final TestDatabase database;
    final JdbcClient owner;
    final Vault vault = TestAccess.vault();
    final Programmes programmes = Programmes.in(Path.of("programmes"));
    LocalDate today = START;

    Asked(TestDatabase database) {
        this.database = database;
        this.owner = JdbcClient.create(database.owner());
    }

    private final class Hand extends Clock {

        @Override
        public ZoneId getZone() {
            return CivilClock.COPENHAGEN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(LocalTime.NOON).atZone(CivilClock.COPENHAGEN).toInstant();
        }
    }

    CivilClock clock() {
        return new CivilClock(new Hand());
    }

    Candidates candidates() {
        return new Candidates(database.web(), vault, programmes, clock());
    }

    Contacts contacts() {
        return new Contacts(database.web(), vault, programmes, clock());
    }

    Enrolments enrolments() {
        return new Enrolments(database.web(), clock());
    }

    HouseholdEnds ends() {
        return new HouseholdEnds(database.web(), TestKept.asShipped(), clock());
    }

    static DrawnHousehold household(String number, String name) {
        return new DrawnHousehold(
                ("key of " + number).getBytes(StandardCharsets.UTF_8),
                number,
                "Lærkevænget",
                new Addressee(name, "Lærkevænget 12, 2. tv"),
                false);
    }

    /** Draws one and answers with it. */
    Candidate drawn(String number) {
        candidates().drawn("FREMSKUDT", "2026-1", List.of(household(number, "Bente Test")));
        return one(number);
    }

    Candidate one(String number) {
        return contacts().all(KAJ).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    Outcome move(String number, Step step) {
        return contacts().move(one(number), Choice.of(step), KAJ);
    }

    Map<UUID, Addressee> names(Candidate... candidates) {
        Grant grant = TestAccess.grant(
                List.of(candidates).stream().map(Candidate::logged).toArray(HouseholdId[]::new));
        return contacts().names(grant, List.of(candidates));
    }

    /** An enrolled household with a consent that is active. */
    HouseholdId enrolled(String number, String area, String programme, LocalDate since) {
        UUID id = UUID.randomUUID();
        owner.sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, :number, :area, :programme, :since)")
                .params(Map.of("id", id, "number", number, "area", area, "programme", programme, "since", since))
                .update();
        owner.sql(
                        "insert into member values (:id, :id, decode(md5(:number), 'hex'), '', 'PARTICIPANT', 'ADULT', null, :since)")
                .params(Map.of("id", id, "number", number, "since", since))
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:id, 1, :id, :id, 'ACTIVE', '{SOCIAL}', '{}', 'P12M', :since, date '2031-01-01', 'maja',
                          timestamptz '2026-01-01 10:00Z', '')
                        """).params(Map.of("id", id, "since", since)).update();
        owner.sql(
                        "insert into consent_in_force values (:id, 'SOCIAL', :id, :id, 1, '{}', 'P12M', :since, date '2031-01-01')")
                .params(Map.of("id", id, "since", since))
                .update();
        return new HouseholdId(id);
    }

    /** The first view of a household is published. */
    void seen(HouseholdId household) {
        owner.sql("update household set view_version = view_version + 1 where household_id = :id")
                .param("id", household.value())
                .update();
    }

    long sweep() {
        return TestSweep.over(database, clock());
    }

    List<String> texts(String sql) {
        return owner.sql(sql).query(String.class).list();
    }
}
