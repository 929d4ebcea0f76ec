package dk.samblik.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.access.AccessLog;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Population;
import dk.samblik.population.RecordFiles;
import dk.samblik.programme.Programmes;
import dk.samblik.run.Run;
import dk.samblik.run.TestRuns;
import dk.samblik.run.WorkItems;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consent desk and the gate on a database of their own, with a population register of invented people. */
final class ConsentDesk {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Noon noon;
    final CivilClock clock;

    final TestDatabase database;
    final RecordFiles records;
    final Population population;
    final AccessLog log;
    final Vault vault;
    final Settling settling;
    final Import importing;
    final ConsentGate gate;
    final Withdrawal withdrawal;
    final CustodyNotes notes;
    final Standings standings;
    final Renewals renewals;
    final TestRuns runs;
    final JdbcClient owner;

    ConsentDesk(TestDatabase database, Path folder, LocalDate today) {
        this(database, folder, today, ConsentSettings.agreed(), TestAccess.vault());
    }

    ConsentDesk(TestDatabase database, Path folder, LocalDate today, ConsentSettings settings, Vault vault) {
        this.database = database;
        this.folder = folder;
        this.noon = new Noon(today);
        this.clock = new CivilClock(noon);
        this.records = new RecordFiles(folder);
        this.population = records.read(noon);
        this.log = TestAccess.log(database.audit());
        this.vault = vault;
        this.owner = JdbcClient.create(database.owner());
        this.notes = new CustodyNotes(database.pipeline(), database.web(), vault, log, clock);
        PopulationCheck check = new PopulationCheck(log, vault, population, notes, settings);
        this.settling = new Settling(
                new Dossiers(database.pipeline()), check, new InForce(database.pipeline()), settings, clock);
        this.importing = new Import(
                database.web(),
                vault,
                log,
                new Consents(database.web()),
                new RequiredSnapshot(check, population, settings, clock),
                settling,
                population,
                TestAccess.staff(database.web()),
                Programmes.in(Path.of("programmes")));
        this.runs = TestRuns.on(database, clock, 20);
        this.gate = new ConsentGate(
                runs.items(),
                settling,
                new Recheck(database.pipeline(), settings, clock),
                new Leavers(database.pipeline(), vault, settings, clock),
                log,
                settings);
        this.withdrawal = new Withdrawal(database.web(), vault, log, clock);
        this.renewals = new Renewals(
                database.web(),
                vault,
                log,
                new ConsentDocuments(database.web(), vault),
                new Consents(database.web()),
                check,
                new RequiredSnapshot(check, population, settings, clock),
                settling,
                settings,
                clock);
        this.standings = new Standings(
                database.web(),
                new Dossiers(database.pipeline()),
                new ConsentVersions(database.web()),
                check,
                population,
                settings,
                TaskSettings.agreed(),
                clock);
    }

    /** Noon of a day that a test can move. */
    static final class Noon extends Clock {
        private LocalDate day;
        private int seconds;

        Noon(LocalDate day) {
            this.day = day;
        }

        @Override
        public Instant instant() {
            // Never the same moment twice, so that what is recorded has an order.
            return Instant.parse(day + "T11:00:00Z").plusMillis(seconds++);
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

    Instant now() {
        return clock.now();
    }

    int newest(UUID consent) {
        return owner.sql("select max(version) from consent where consent_id = :id")
                .param("id", consent)
                .query(Integer.class)
                .single();
    }

    void itIs(LocalDate day) {
        noon.day = day;
    }

    ImportResult households(Household... households) {
        return importing.households(write(
                "households", List.of(households).stream().map(Household::json).toList()));
    }

    ImportResult consents(Agreement... consents) {
        return importing.consents(write(
                "consents", List.of(consents).stream().map(Agreement::json).toList()));
    }

    Path write(String list, Object entries) {
        return write("{\"" + list + "\":" + json(entries) + "}");
    }

    Path write(String text) {
        try {
            Path file = Files.createTempFile(folder, "import", ".json");
            return Files.writeString(file, text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** One night: whom the gate lets be asked about, by number of household, person and department. */
    Map<HouseholdId, Map<PersonId, Set<Department>>> night() {
        population.load();
        Run night = runs.night();
        Map<HouseholdId, Map<PersonId, Set<Department>>> asked =
                new TreeMap<>(java.util.Comparator.comparing(HouseholdId::toString));
        gate.open(night);
        gate.chunks(night).forEachRemaining(chunk -> {
            for (ConsentedHousehold household : chunk.households()) {
                Map<PersonId, Set<Department>> persons = new java.util.HashMap<>();
                household.persons().forEach(person -> persons.put(person.id(), new TreeSet<>(person.sources())));
                asked.put(household.id(), persons);
                runs.items()
                        .finish(
                                night,
                                List.of(new WorkItems.Settled(household.id(), WorkItems.Result.UNCHANGED, null)));
            }
        });
        runs.close(night);
        return asked;
    }

    /** Whom tonight's run asks about in this household. */
    Set<PersonId> asked(Household household) {
        return night().getOrDefault(household.id(), Map.of()).keySet();
    }

    /** A section, as publishing would store it. */
    void section(HouseholdId household, PersonId person, Department source) {
        owner.sql("""
                        insert into section (person_id, register, since_version, source, household_id, content_sealed, digest,
                          mapping, run_id, stored_at)
                        values (:person, :register, 1, :source, :household, 'x', 'x', 'x', :run, now())
                        """)
                .param("person", person.value())
                .param("register", source.name().toLowerCase(java.util.Locale.ROOT))
                .param("source", source.name())
                .param("household", household.value())
                .param("run", UUID.randomUUID())
                .update();
    }

    /** As if nothing had ever been stored. */
    void empty() {
        owner.sql(
                        "truncate household, member, consent, consent_grantor, consent_in_force, run, run_item, section, staff,"
                                + " access_log cascade")
                .update();
    }

    /** The household as the desk's pages show it now. */
    DeskHousehold seen(Household household) {
        return standings
                .read(TestAccess.grant(household.id()), List.of(household.id()))
                .get(0);
    }

    int count(String table) {
        return owner.sql("select count(*) from " + table).query(Integer.class).single();
    }

    String status(Agreement consent) {
        return owner.sql("select status from consent where consent_id = :id and version = :version")
                .param("id", consent.id())
                .param("version", consent.version())
                .query(String.class)
                .single();
    }
}
