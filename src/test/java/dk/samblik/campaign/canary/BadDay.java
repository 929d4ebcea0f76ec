package dk.samblik.campaign.canary;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.social.SocialFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Everything that happens to the hub before it is searched, in this order; each event is told by its name and its end. */
final class BadDay {

    private static final String EVERYBODY = "select distinct subject from staff order by subject";

    /** Who sees a household whole: enough while all is well. */
    private static final String READERS =
            "select distinct subject from staff where role = 'COORDINATOR' order by subject";

    private static final List<String> DELIVERED = List.of("jobcenter", "bolig");

    private final MarkedTown town;
    private final HubProcess hub;
    private final Outside outside;
    private final Path home;
    private final List<String> sought;
    private final List<String> events = new ArrayList<>();
    private final List<Integer> withdrawn = new ArrayList<>();
    private int failed;

    BadDay(MarkedTown town, HubProcess hub, Outside outside, Path home) {
        this.town = town;
        this.hub = hub;
        this.outside = outside;
        this.sought = town.sought();
        this.home = home;
    }

    List<String> events() {
        return List.copyOf(events);
    }

    /** Whose consents were all taken back before the last crawl. */
    List<Integer> withdrawn() {
        return List.copyOf(withdrawn);
    }

    void begin() {
        hub.database().keepEverythingAsItIs();
        event("import", hub.order("import " + town.desk()));
        event("night", hub.run("night"));
    }

    void pages() throws IOException {
        crawl("pages", READERS);
        UUID household = open().get(0).id();
        event("refresh", hub.run("refresh " + household));
    }

    /**
     * A draw from draft to lock, by two people; their pages are kept outside of what is searched, as those drawn are shown
     * to them by name. Then the names go, as they would by their day.
     */
    void draws() {
        Path elsewhere = home.resolveSibling("draw");
        String second = subject("DRAW_APPROVER");
        Crawl officer = Crawl.in(subject("DRAW_OFFICER"), hub, elsewhere, "pages");
        Crawl approver = Crawl.in(second, hub, elsewhere, "pages");
        String draw = officer.post(
                        "/udtraek", "/udtraek", Map.of("omraade", "Lærkevænget,Mosebakken", "beskyttede", "INCLUDE"))
                .location()
                .replaceFirst(".*(?=/udtraek/)", "");
        officer.post(draw, draw + "/antal", Map.of());
        counted("COUNT");
        officer.post(draw, draw + "/lod", Map.of("antal", "3", "kontrol", "0", "godkender", second, "foraeldet", "1"));
        officer.post(draw, draw + "/godkendelse", Map.of());
        approver.post(draw, draw + "/laas", Map.of("laest", "1"));
        counted("LOCK");
        List<String> numbers = hub.database()
                .owner()
                .sql("select number from candidate")
                .query(String.class)
                .list();
        String shown = officer.get(draw + "/husstande").body();
        officer.post(draw, draw + "/breve", Map.of());
        officer.post(draw, draw + "/protokol/fil", Map.of());
        event("draw", numbers.stream().filter(shown::contains).count() + " shown of " + numbers.size() + " drawn");
        hub.database().owner().sql("update candidate set name_sealed = null").update();
    }

    private String subject(String role) {
        return hub.database()
                .owner()
                .sql("select distinct subject from staff where role = ?")
                .param(role)
                .query(String.class)
                .single();
    }

    private void counted(String what) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> hub.database()
                        .owner()
                        .sql("select count(*) from draw.attempt where what = :what and came = 'DONE'")
                        .param("what", what)
                        .query(Integer.class)
                        .single()
                        .equals(1));
    }

    private void crawl(String folder, String who) throws IOException {
        List<String> staff = new ArrayList<>(
                hub.database().owner().sql(who).query(String.class).list());
        staff.add("");
        int pages = 0;
        for (String subject : staff) {
            pages += Crawl.as(subject, sought, hub, home, folder);
        }
        event("crawl by " + staff.size() + " roles", pages + " answers");
        event("operations port", Crawl.operations(hub, home, folder) + " answers");
        List<UUID> everyone = town.world().desk().households().stream()
                .map(EnrolledHousehold::id)
                .toList();
        event("other systems", outside.walk(hub, everyone, town.number(), home, folder) + " answers");
    }

    /** Each register fails alone, then all at once; then they answer too late or break off. */
    void registersFail() throws IOException, SQLException {
        for (String folder : DELIVERED) {
            takeAway(folder);
            event("night without " + folder, hub.run("night"));
            bringBack(folder);
        }
        town.bu().down(() -> event("night without boern-og-unge", hub.run("night")));
        town.social().fault(SocialFault.DOWN);
        event("night without social", hub.run("night"));
        for (String folder : DELIVERED) {
            takeAway(folder);
        }
        town.bu().down(() -> event("night with every register down", hub.run("night")));
        for (String folder : DELIVERED) {
            bringBack(folder);
        }
        town.deliver(Spoiled.CUT_SHORT);
        town.social().fault(SocialFault.HANG);
        town.bu().locked(() -> event("night of timeouts and deliveries cut short", hub.run("night")));
        town.social().fault(SocialFault.BROKEN);
        event("refresh with a register that errs", hub.run("refresh " + askingSocialServices()));
        town.social().fault(SocialFault.NONE);
    }

    private void takeAway(String folder) throws IOException {
        Path away = Files.createDirectories(town.delivered().resolveSibling("away"));
        Files.move(town.delivered().resolve(folder), away.resolve(folder));
    }

    private void bringBack(String folder) throws IOException {
        Files.move(
                town.delivered().resolveSibling("away").resolve(folder),
                town.delivered().resolve(folder));
    }

    void registersGarble() throws IOException {
        town.deliver(Spoiled.GARBLED);
        town.front().spoil(Spoiled.GARBLED);
        town.bu().stumbling(() -> event("night of garbled answers", hub.run("night")));
        town.front().spoil(Spoiled.CUT_SHORT);
        event("refresh with an answer that breaks off", hub.run("refresh " + askingSocialServices()));
        town.deliver(Spoiled.EVERY_FIELD);
        town.front().spoil(Spoiled.EVERY_FIELD);
        town.bu().everyField();
        event("night with every field unreadable", hub.run("night"));
        town.front().spoil(Spoiled.NOT);
        town.changes(Spoiled.GARBLED);
        event("night with a garbled change file", hub.run("night"));
    }

    /** The population register's folder out of reach, then back with records that cannot be read. */
    void populationFails() throws IOException {
        Path folder = town.delivered().resolve("cpr");
        Path away = town.delivered().resolve("cpr-away");
        Files.move(folder, away);
        event("night without the population register", hub.run("night"));
        Files.move(away, folder);
        try (var changes = Files.list(folder)) {
            Path garbled = changes.filter(file -> file.getFileName().toString().startsWith("D"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Files.delete(garbled);
        }
        town.changes(Spoiled.EVERY_FIELD);
        event("night with unreadable records", hub.run("night"));
    }

    /** Every child has something new, and the hub's own database takes nothing in. */
    void constraintRefuses() throws SQLException {
        hub.database()
                .owner()
                .sql("alter table section add constraint canary check (until_version is not null) not valid")
                .update();
        town.bu().mark();
        UUID night = UUID.fromString(hub.order("night"));
        event("night in which the database refuses every section", hub.ended(night));
        hub.database().owner().sql("alter table section drop constraint canary").update();
        failed = hub.database()
                .owner()
                .sql("select count(*) from run_item where run_id = ? and state = 'FAILED'")
                .param(night)
                .query(Integer.class)
                .single();
    }

    /** How many households the database refused. */
    int failed() {
        return failed;
    }

    /** A consent is taken back while its household is being asked about, then the process is killed; then another one. */
    void withdrawnAndKilled() throws IOException, InterruptedException, SQLException {
        town.deliver(Spoiled.NOT);
        town.bu().mark();
        MidNight midNight = new MidNight(town, hub);
        event("kill and restart in mid-night after a withdrawal", midNight.withdrawThenKill());
        midNight.withdraw(open().get(open().size() - 1));
        midNight.told().forEach(told -> event("withdrawal", told));
        withdrawn.addAll(midNight.withdrawn());
    }

    void end() throws IOException, InterruptedException {
        event("last night", hub.run("night"));
        crawl("pages-after", EVERYBODY);
        outside.keepTold(home);
        hub.dumpThreads();
        event("thread dump", "taken");
    }

    private UUID askingSocialServices() {
        return open().stream()
                .filter(household -> household.inForce().stream()
                        .filter(consent -> !withdrawn.contains(consent.subject()))
                        .anyMatch(consent -> consent.sources().contains("SOCIAL")))
                .map(EnrolledHousehold::id)
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private List<EnrolledHousehold> open() {
        return town.world().desk().households().stream()
                .filter(EnrolledHousehold::open)
                .toList();
    }

    private void event(String what, String end) {
        events.add(what + ": " + end);
        System.out.printf("canary %tT %s: %s%n", LocalTime.now(), what, end);
    }
}
