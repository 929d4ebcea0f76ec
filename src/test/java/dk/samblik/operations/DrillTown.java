package dk.samblik.operations;

import dk.samblik.access.OwnerKey;
import dk.samblik.access.TestAccess;
import dk.samblik.access.TestProof;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.TestGate;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.retention.BackupSettings;
import dk.samblik.retention.TestBackups;
import dk.samblik.run.Run;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** A few households with consents, sealed sections, keys, a log and backups, all real; and what may happen to them. */
final class DrillTown implements AutoCloseable {

    final Path folder;
    final CivilClock clock = new CivilClock(new Stepping());
    final BackupSettings places;
    final Map<UUID, UUID> homes = new HashMap<>();
    final List<UUID> touched = new ArrayList<>();
    TestDatabase database = TestDatabase.fresh();
    JdbcClient owner = JdbcClient.create(database.owner());
    Vault vault;

    private final Random random;
    private Withdrawal withdrawal;
    private TestProof proof;
    private int numbers;

    /** Never the same second twice. */
    private static final class Stepping extends Clock {
        private final Instant begin = Instant.now().minusSeconds(40_000);
        private int second;

        @Override
        public Instant instant() {
            return begin.plusSeconds(second++);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    DrillTown(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
        this.places = new BackupSettings(
                folder.resolve("backups/database"),
                folder.resolve("backups/keystore"),
                folder.resolve("owner.key.public"));
        OwnerKey.make(folder.resolve("owner.key"));
        open();
    }

    /** As the hub does at its start. */
    private void open() {
        vault = TestAccess.vault(folder);
        owner = JdbcClient.create(database.owner());
        proof = TestProof.in(folder, database.audit(), clock);
        withdrawal = TestGate.withdrawal(database.web(), vault, proof.log(), clock);
    }

    HouseholdId enrol() {
        HouseholdId home = HouseholdId.random();
        vault.admit(List.of(home));
        owner.sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01')")
                .param("id", home.value())
                .param("number", "H-" + numbers++)
                .update();
        int persons = 1 + random.nextInt(3);
        for (int i = 0; i < persons; i++) {
            UUID person = UUID.randomUUID();
            homes.put(person, home.value());
            byte[] number = new byte[32];
            random.nextBytes(number);
            owner.sql("insert into member values (:person, :home, :hash, :sealed, 'PARTICIPANT', 'ADULT', null,"
                            + " date '2026-01-01')")
                    .param("person", person)
                    .param("home", home.value())
                    .param("hash", number)
                    .param("sealed", vault.seal(home, "cpr|" + person, number))
                    .update();
            agrees(person, some(Department.values(), 2), some(Category.values(), 3));
        }
        return home;
    }

    private <T extends Enum<T>> List<T> some(T[] all, int least) {
        List<T> shuffled = new ArrayList<>(Arrays.asList(all));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, least + random.nextInt(all.length - least + 1));
    }

    private static String[] names(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).toArray(String[]::new);
    }

    /** A new consent in place of what the person agreed to before, with a section of each source. */
    void agrees(UUID person, List<Department> sources, List<Category> categories) {
        UUID consent = UUID.randomUUID();
        owner.sql("update consent set status = 'SUPERSEDED' where person_id = :person and status = 'ACTIVE'")
                .param("person", person)
                .update();
        owner.sql("delete from consent_in_force where person_id = :person")
                .param("person", person)
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:consent, 1, :home, :person, 'ACTIVE', :sources, :categories, 'P12M', date '2026-01-01',
                          date '2099-12-31', 'drill', :at, :document)
                        """)
                .param("consent", consent)
                .param("home", homes.get(person))
                .param("person", person)
                .param("sources", names(sources))
                .param("categories", names(categories))
                .param("at", Timestamp.from(clock.now()))
                .param("document", vault.sealRecord("consent|" + consent + "|1", "{}".getBytes(StandardCharsets.UTF_8)))
                .update();
        for (Department source : sources) {
            owner.sql("""
                            insert into consent_in_force values (:person, :source, :home, :consent, 1, :categories, 'P12M',
                              date '2026-01-01', date '2099-12-31')
                            """)
                    .param("person", person)
                    .param("source", source.name())
                    .param("home", homes.get(person))
                    .param("consent", consent)
                    .param("categories", names(categories))
                    .update();
            section(person, source);
        }
    }

    private void section(UUID person, Department source) {
        HouseholdId home = new HouseholdId(homes.get(person));
        owner.sql("""
                        insert into section values (:person, :register, 1, null, :source, :home, :content, '', 'm',
                          gen_random_uuid(), now())
                        """)
                .param("person", person)
                .param("register", source.name())
                .param("source", source.name())
                .param("home", home.value())
                .param("content", vault.seal(home, label(person, source.name()), said(person, source.name())))
                .update();
    }

    static String label(UUID person, String source) {
        return person + "|" + source;
    }

    /** What a section says. */
    static byte[] said(UUID person, String source) {
        return ("said of " + person + " by " + source).getBytes(StandardCharsets.UTF_8);
    }

    /** Something happens to somebody; what is taken away stands in the journal when this returns. */
    void happens() {
        List<UUID> people = homes.keySet().stream().sorted().toList();
        UUID person = people.get(random.nextInt(people.size()));
        touched.add(homes.get(person));
        switch (random.nextInt(9)) {
            case 0, 1 -> withdraws(person, new Withdrawn.Everything());
            case 2 ->
                withdraws(
                        person,
                        new Withdrawn.Source(some(Department.values(), 1).get(0)));
            case 3 ->
                withdraws(person, new Withdrawn.Kind(some(Category.values(), 1).get(0)));
            case 4 -> withdraws(person, new Withdrawn.Recipient("HOUSEHOLD_ADULTS"));
            case 5 -> moves(person);
            case 6 -> leaves(homes.get(person));
            case 7 -> recordedByMistake(person);
            default -> agreesAgain(person);
        }
        TestGate.finishErasures(database.web(), vault);
        proof.look();
    }

    void withdraws(UUID person, Withdrawn what) {
        withdrawal.withdraw(new PersonId(person), what, Viewer.HUB, "drill");
    }

    private void moves(UUID person) {
        owner.sql("update member set member_to = :day where person_id = :person and member_to is null")
                .param("day", clock.today())
                .param("person", person)
                .update();
        owner.sql("delete from consent_in_force where person_id = :person")
                .param("person", person)
                .update();
    }

    /** So long ago that tonight's run destroys the key. */
    private void leaves(UUID home) {
        LocalDate longAgo = clock.today().minusDays(40);
        owner.sql("update household set exit_date = :day where household_id = :home")
                .param("day", longAgo)
                .param("home", home)
                .update();
        TestGate.puttingAway(database.pipeline(), vault, clock)
                .open(new Run(RunId.random(), Run.Kind.NIGHTLY, clock.today(), 1, null));
    }

    private void recordedByMistake(UUID person) {
        owner.sql("update consent set status = 'INVALIDATED' where person_id = :person and status = 'ACTIVE'")
                .param("person", person)
                .update();
        owner.sql("delete from consent_in_force where person_id = :person")
                .param("person", person)
                .update();
    }

    private void agreesAgain(UUID person) {
        boolean may =
                owner.sql("""
                        select exists (select from member join household using (household_id)
                          where person_id = :person and member_to is null and exit_date is null)
                        """).param("person", person).query(Boolean.class).single();
        if (may && vault.holds(new HouseholdId(homes.get(person)))) {
            agrees(person, some(Department.values(), 1), some(Category.values(), 1));
        }
    }

    /** What the command said and ended with. */
    record Ended(int code, String said) {}

    static Ended run(Object command, String... arguments) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
        return new Ended(code, said.toString());
    }

    Ended tryBackup() {
        return run(new BackupCommand(
                database.copy(), TestAccess.backup(vault), TestBackups.in(places, clock), places, clock));
    }

    /** Takes a backup and answers with its id. */
    String backup() {
        Ended ended = tryBackup();
        if (ended.code() != 0) {
            throw new AssertionError(ended.said());
        }
        return ended.said().substring(0, ended.said().indexOf(':'));
    }

    /** Stops the hub, restores, and starts it again where that went well. */
    Ended restore(String... arguments) {
        proof.close();
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.putAll(TestAccess.places(folder));
        settings.put("samblik.retention.backup.database", places.database().toString());
        settings.put("samblik.retention.backup.keystore", places.keystore().toString());
        environment.getPropertySources().addFirst(new MapPropertySource("drill", settings));
        Ended[] ended = new Ended[1];
        database = database.meanwhile(() -> ended[0] = run(new RestoreCommand(environment), arguments));
        owner = JdbcClient.create(database.owner());
        if (ended[0].code() == 0) {
            open();
        }
        return ended[0];
    }

    /** The host's disk is lost: keystore and journal are gone from it, the second place and the backups are not. */
    void keysAreLost() {
        try {
            Files.delete(folder.resolve("keys/keystore.jsonl"));
            Files.deleteIfExists(folder.resolve("keys/erased.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        proof.close();
        database.close();
    }
}
