package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import dk.samblik.demo.DemoRegisters;
import dk.samblik.demo.World;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.Member;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.social.SocialApi;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The five registers of an invented municipality with a marker in all that must not be kept, each able to have a bad day. */
final class MarkedTown implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int DAYS_BACK = 20;

    private final Markers markers;
    private final World world;
    private final Covered covered;
    private final DemoRegisters registers;
    private final Path delivered;
    private final MarkedFiles jobcenter;
    private final MarkedFiles bolig;
    private final MarkedRecords records;
    private final MarkedBu bu;
    private final Login buOwner;
    private final String buPassword = UUID.randomUUID().toString();
    private final SocialApi social;
    private final SocialFront front;
    private LocalDate day;

    MarkedTown(long seed, WorldSize size, Path folder) throws IOException, SQLException {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
        markers = new Markers(new Random(seed));
        world = World.make(seed, today, size);
        covered = new Covered(world);
        covered.numbers().forEach((number, person) -> markers.number(person, number));
        registers = new DemoRegisters(world, folder.resolve("made"));
        registers.writeAll();
        delivered = folder.resolve("delivered");
        day = today.minusDays(DAYS_BACK);
        jobcenter = new MarkedFiles(registers.jobcenterFolder(), delivered.resolve("jobcenter"), covered, markers);
        bolig = new MarkedFiles(registers.boligFolder(), delivered.resolve("bolig"), covered, markers);
        records = new MarkedRecords(registers.cprFolder(), delivered.resolve("cpr"), covered, markers);
        records.deliver(Spoiled.NOT);
        buOwner = TestDatabase.bare("bu_canary_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
        var owner = new DriverManagerDataSource(buOwner.url(), buOwner.user(), buOwner.password());
        registers.createBu(owner, buPassword);
        bu = new MarkedBu(owner, covered, markers).mark();
        social = SocialApi.start(
                new MarkedSocial(covered, markers).of(world.social()),
                today,
                new SocialApi.Client("samblik", "secret-of-the-test"),
                0);
        front = SocialFront.of(social.url(), markers);
        deliver(Spoiled.NOT);
    }

    /** The next delivery of both registers that deliver rows. */
    void deliver(Spoiled spoiled) {
        jobcenter.jobcenter(world.night(), day, spoiled);
        bolig.bolig(day, spoiled);
        day = day.plusDays(1);
    }

    /** What the population register sends on the evening of the night. */
    void changes(Spoiled spoiled) throws IOException {
        registers.deliver(world.night().plusDays(1));
        records.deliver(spoiled);
    }

    /** What a municipality would write into its configuration; no question may take longer than two seconds. */
    Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry(
                        "samblik.register.folkeregister.folder",
                        delivered.resolve("cpr").toString()),
                Map.entry(
                        "samblik.register.jobcenter.folder",
                        delivered.resolve("jobcenter").toString()),
                Map.entry(
                        "samblik.register.bolig.folder",
                        delivered.resolve("bolig").toString()),
                Map.entry("samblik.register.boern-og-unge.url", buOwner.url()),
                Map.entry("samblik.register.boern-og-unge.user", BuDatabase.READER),
                Map.entry("samblik.register.boern-og-unge.password", buPassword),
                Map.entry("samblik.register.boern-og-unge.limit", "2s"),
                Map.entry("samblik.register.social.url", front.url()),
                Map.entry("samblik.register.social.client-id", "samblik"),
                Map.entry("samblik.register.social.client-secret", "secret-of-the-test"),
                Map.entry("samblik.register.social.limit", "2s"));
    }

    /** What somebody types into the search: a name that is shown, a word that is nobody's, and a number. */
    List<String> sought() {
        String name = markers.all().stream()
                .filter(marker ->
                        marker.reach() == Marker.Reach.PAGES && marker.field().equals("given name"))
                .map(marker -> ((Marker.Words) marker.form()).text())
                .findFirst()
                .orElseThrow();
        Field typed = new Field(0, "typed", "search", Letters.ANY);
        return List.of(name, markers.token(typed, "word", Marker.Reach.PAGES), number());
    }

    /** The number of somebody who has agreed. */
    String number() {
        return world.town()
                .person(inForce().findFirst().orElseThrow().subject())
                .cpr();
    }

    /** The areas in which somebody has agreed. */
    List<String> areas() {
        return world.desk().households().stream()
                .filter(EnrolledHousehold::open)
                .map(household -> household.area().name())
                .distinct()
                .toList();
    }

    /** Everybody in the households of an area. */
    Set<Integer> livingIn(String area) {
        return world.desk().households().stream()
                .filter(household -> household.area().name().equals(area))
                .flatMap(household -> household.members().stream())
                .map(Member::person)
                .collect(Collectors.toSet());
    }

    /** Whose consent names this organisation among those who may be shown something. */
    Set<Integer> naming(String recipient) {
        return inForce()
                .filter(consent ->
                        consent.recipients().stream().anyMatch(one -> one.name().endsWith(recipient)))
                .map(PlannedConsent::subject)
                .collect(Collectors.toSet());
    }

    private Stream<PlannedConsent> inForce() {
        return world.desk().households().stream().flatMap(household -> household.inForce().stream());
    }

    World world() {
        return world;
    }

    Covered covered() {
        return covered;
    }

    Markers markers() {
        return markers;
    }

    MarkedBu bu() {
        return bu;
    }

    SocialApi social() {
        return social;
    }

    SocialFront front() {
        return front;
    }

    Path delivered() {
        return delivered;
    }

    /** Where the consent desk's files are. */
    Path desk() {
        return registers.importFolder();
    }

    /** How many fields of people without any consent hold a marker. */
    long fieldsWithoutConsent() {
        var without = covered.withoutConsent().stream().map(Person::id).toList();
        return markers.all().stream()
                .filter(marker ->
                        marker.form() instanceof Marker.Words && !marker.field().equals("CPR"))
                .filter(marker -> without.contains(marker.person()))
                .count();
    }

    @Override
    public void close() {
        front.close();
        social.close();
    }
}
