package dk.samblik.demo;

import static dk.samblik.demo.HandClock.CLOCK;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskClient;
import dk.samblik.demo.bu.StatementLog;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.social.Citizen;
import dk.samblik.demo.social.SocialApi;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.demo.social.SocialPlan;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.storage.TestDatabase;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.ViewLines;
import dk.samblik.view.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;

/**
 * The hub with the households of the acceptance cases through three nights: on the evening before, what changed last has
 * not been delivered yet; one night is under way at midnight; the third is the one the households are planned for.
 */
final class CaseNights implements AutoCloseable {

    static final LocalDate NIGHT = LocalDate.now(dk.samblik.household.CivilClock.COPENHAGEN);
    static final LocalDate EVENING = NIGHT.minusDays(1);
    static final LocalTime THREE = LocalTime.of(3, 0);
    private static final WorldSize SIZE = new WorldSize(120, 44, WorldSize.Stories.ALL);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");

    final Hub hub;
    final Asked before;
    final Asked overMidnight;
    final Asked tonight;
    private final World world = World.make(Hub.SEED, NIGHT, SIZE);
    private final SocialApi socialBefore;
    private final Path later;
    private final StatementLog children;
    private LocalDate delivered = NIGHT;

    /** Whom a run asked about: numbers by the owners' logs, persons by the hub's own. */
    record Asked(RunId run, Set<String> social, Set<String> children, Set<UUID> fetched) {

        boolean about(Person person) {
            return about(person.cpr())
                    || (person.identity().earlier() != null
                            && about(person.identity().earlier()))
                    || fetched.contains(person.uuid());
        }

        private boolean about(String number) {
            return social.contains(number) || children.contains(number);
        }
    }

    CaseNights() throws IOException {
        later = Files.createTempDirectory("delivered-later");
        socialBefore = SocialApi.start(answering(world.social()), NIGHT, client(), 0);
        children = StatementLog.of(TestDatabase.serverLog());
        CLOCK.itIs(EVENING, THREE);
        hub = Hub.start(SIZE, settings(), this::holdBack);
        before = night(socialBefore);
        overMidnight = nightOverMidnight();
        hub.restart(Map.of("samblik.register.social.url", hub.social().url().toString()));
        deliverWhatWasHeldBack();
        CLOCK.itIs(NIGHT, THREE);
        tonight = night(hub.social());
    }

    private static SocialApi.Client client() {
        return new SocialApi.Client("samblik", "secret-of-the-test");
    }

    /** Social services as they were: nobody is hidden and no record fails. */
    private static SocialPlan answering(SocialPlan plan) {
        List<Citizen> open = plan.citizens().stream()
                .map(citizen -> new Citizen(
                        citizen.id(),
                        citizen.cpr(),
                        citizen.numbers(),
                        citizen.name(),
                        Citizen.Answer.OK,
                        citizen.lists()))
                .toList();
        return new SocialPlan(open, plan.counted(), plan.states());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.main.web-application-type", "servlet");
        settings.put("spring.main.sources", "dk.samblik.browser.TestSignIn," + HandClock.Put.class.getName());
        settings.put("samblik.consent.controller.name", "Fjordsted Kommune");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("server.servlet.session.cookie.name", "samblik");
        settings.put("server.servlet.session.cookie.secure", "false");
        settings.put("samblik.register.social.url", socialBefore.url().toString());
        settings.put("samblik.register.social.pace", "0ms");
        // The clock jumps: no sign of life is missed, and no row of the log waits for its checkpoint.
        settings.put("samblik.run.lease", "1d");
        settings.put("samblik.access.checkpoints.rows", "1");
        settings.put("samblik.access.checkpoints.look", "200ms");
        return settings;
    }

    /** The change file of the evening and the job centre's set of the night come later; the dead have a day of death. */
    private void holdBack(DemoRegisters registers) {
        datesOfDeath(registers.cprFolder());
        moveAll(registers.cprFolder(), later.resolve("cpr"), "D" + SHORT.format(EVENING));
        moveAll(
                registers.jobcenterFolder(),
                later.resolve("jobcenter"),
                "_" + DateTimeFormatter.BASIC_ISO_DATE.format(NIGHT));
    }

    private void deliverWhatWasHeldBack() {
        moveAll(later.resolve("cpr"), hub.registers().cprFolder(), "");
        moveAll(later.resolve("jobcenter"), hub.registers().jobcenterFolder(), "");
    }

    private static void moveAll(Path from, Path to, String part) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(each -> each.getFileName().toString().contains(part))
                    .toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo's register leaves out since when a status holds; a real one has it for the dead. */
    private void datesOfDeath(Path folder) {
        Person dead = person("H-9161", 1);
        String since = DateTimeFormatter.BASIC_ISO_DATE.format(dead.residence().since()) + "0800";
        String line = "(?m)^(001" + dead.cpr() + ".{10}90)000000000000";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                String dated = text.replaceAll(line, "$1" + since);
                if (!dated.equals(text)) {
                    Files.writeString(file, dated, StandardCharsets.ISO_8859_1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the senders deliver on the days since the last delivery, up to this morning. */
    void deliverUpTo(LocalDate morning) {
        try {
            while (delivered.isBefore(morning)) {
                delivered = delivered.plusDays(1);
                hub.registers().deliver(delivered);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        datesOfDeath(hub.registers().cprFolder());
    }

    /** A whole night, and whom it asked about. */
    Asked night(SocialApi social) {
        begin(social);
        return asked(social, hub.night().id());
    }

    /** A night with social services as they are now. */
    Asked night() {
        return night(hub.social());
    }

    private void begin(SocialApi social) {
        try {
            social.log().forget();
            children.forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A night that asks before midnight and publishes after it. */
    private Asked nightOverMidnight() {
        CLOCK.itIs(EVENING, LocalTime.of(23, 50));
        begin(socialBefore);
        RunId run = slowNight(socialBefore, household("H-9121"));
        CLOCK.itIs(NIGHT, LocalTime.of(0, 10));
        socialBefore.fault(SocialFault.NONE);
        hub.await(run);
        return asked(socialBefore, run);
    }

    /** A night that has asked about this household and waits for social services. */
    RunId slowNight(SocialApi social, EnrolledHousehold household) {
        social.slowness(Duration.ofSeconds(3));
        social.fault(SocialFault.SLOW);
        RunId run = hub.bean(Runs.class).requestNightly("test", "TEST");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !fetched(run, household).isEmpty());
        return run;
    }

    private List<UUID> fetched(RunId run, EnrolledHousehold household) {
        return hub.owner()
                .sql("select person_id from access_log where action = 'FETCH' and run_id = :run and household_id = :id"
                        + " and purpose = 'HELHEDSINDSATS'")
                .param("run", run.value())
                .param("id", household.id())
                .query(UUID.class)
                .list();
    }

    private Asked asked(SocialApi social, RunId run) {
        Set<UUID> fetched = new TreeSet<>(hub.owner()
                .sql("select person_id from access_log where action = 'FETCH' and run_id = :run"
                        + " and purpose = 'HELHEDSINDSATS'")
                .param("run", run.value())
                .query(UUID.class)
                .list());
        try {
            return new Asked(run, social.log().askedNumbers(), children.askedNumbers(), fetched);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EnrolledHousehold household(String number) {
        return world.desk().household(number);
    }

    /** Households that stand for no case, whose consents all hold and are more than one. */
    EnrolledHousehold ordinary(int which) {
        return world.desk().households().stream()
                .filter(household -> household.story().isEmpty())
                .filter(household ->
                        household.consents().size() == household.inForce().size())
                .filter(household -> household.inForce().size() > 1)
                .toList()
                .get(which);
    }

    /** A member of a household, in the order of the desk. */
    Person person(String number, int which) {
        return person(household(number).members().get(which).person());
    }

    Person person(int id) {
        return world.town().person(id);
    }

    World world() {
        return world;
    }

    HouseholdView view(EnrolledHousehold household) {
        HouseholdId id = new HouseholdId(household.id());
        return hub.bean(Views.class).read(grant(id), id).orElseThrow();
    }

    Grant grant(HouseholdId id) {
        return hub.bean(AccessLog.class).record(List.of(Access.of(Access.Action.VIEW, Viewer.HUB, "test", id, "test")));
    }

    List<String> lines(String number) {
        return ViewLines.of(view(household(number)));
    }

    /** What the generator planned to be seen of a household on the night. */
    List<String> planned(String number) {
        try {
            return Files.readAllLines(hub.registers().expectedFolder().resolve(number + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows about a person in a table. */
    long rows(String table, Person person) {
        return rows(table, "true", person);
    }

    /** Rows about a person in a table of which this holds. */
    long rows(String table, String holds, Person person) {
        return hub.owner()
                .sql("select count(*) from " + table + " where person_id = :id and " + holds)
                .param("id", person.uuid())
                .query(Long.class)
                .single();
    }

    /** How the newest version of the consent about a person stands. */
    String consent(Person person) {
        return hub.owner()
                .sql("select status from consent where person_id = :id order by recorded_at desc, version desc limit 1")
                .param("id", person.uuid())
                .query(String.class)
                .single();
    }

    /** How a household came out of a run. */
    String item(RunId run, EnrolledHousehold household) {
        return hub.owner()
                .sql("select state from run_item where run_id = :run and household_id = :id")
                .param("run", run.value())
                .param("id", household.id())
                .query(String.class)
                .single();
    }

    /** Somebody of the staff, signed in. */
    PageReader as(String subject) {
        return PageReader.signedIn(port(), subject);
    }

    private int port() {
        return Integer.parseInt(hub.bean(Environment.class).getRequiredProperty("local.server.port"));
    }

    PageReader asCoordinatorOf(EnrolledHousehold household) {
        return as(TeamsJson.coordinatorOf(household.area().name()));
    }

    /** The coordinator of the household's area, who records consents as the desk does. */
    DeskClient desk(EnrolledHousehold household) {
        return new DeskClient(port())
                .signIn(TeamsJson.coordinatorOf(household.area().name()));
    }

    /** The page of a household as its area's coordinator sees it. */
    PageReader.Page page(EnrolledHousehold household) {
        return asCoordinatorOf(household).open(path(household));
    }

    static String path(EnrolledHousehold household) {
        return "/husstande/" + household.id();
    }

    /** Somebody of the housing association in the area of a household. */
    static String housing(EnrolledHousehold household) {
        return switch (household.area().name()) {
            case "Lærkevænget" -> "sanne";
            case "Mosebakken" -> "per";
            default -> "ditte";
        };
    }

    /** A coordinator of another area. */
    static String stranger(EnrolledHousehold household) {
        return household.area().name().equals("Mosebakken") ? "maja" : "birk";
    }

    /** The last night as operations see it. */
    RunSummary lastNight() {
        return hub.bean(Runs.class).lastNight().orElseThrow();
    }

    @Override
    public void close() {
        hub.close();
        socialBefore.close();
        CLOCK.isRight();
    }
}
