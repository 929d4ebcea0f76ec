package dk.samblik.campaign.canary;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.social.SocialFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Everything that happens to the hub before it is searched, in this order; each event is told by its name and its end. */
final class BadDay {

    private final MarkedTown town;
    private final HubProcess hub;
    private final Path home;
    private final List<String> events = new ArrayList<>();
    private final List<Integer> withdrawn = new ArrayList<>();

    BadDay(MarkedTown town, HubProcess hub, Path home) {
        this.town = town;
        this.hub = hub;
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
        storeTextsAsTheyAre();
        event("import", hub.order("import " + town.desk()));
        event("night", hub.run("night"));
    }

    /** Compressed columns could hide a marker, and recycled log could overwrite one. */
    private void storeTextsAsTheyAre() {
        hub.superuser().sql("alter system set wal_keep_size = '8GB'").update();
        hub.superuser().sql("select pg_reload_conf()").query().listOfRows();
        hub.owner()
                .sql("""
                select format('alter table %I alter column %I set storage external', table_name, column_name)
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   and data_type in ('text', 'bytea', 'jsonb', 'character varying')
                """)
                .query(String.class)
                .list()
                .forEach(change -> hub.owner().sql(change).update());
    }

    void pages() throws IOException {
        crawl("pages");
        UUID household = open().get(0).id();
        event("refresh", hub.run("refresh " + household));
    }

    private void crawl(String folder) throws IOException {
        List<String> staff = new ArrayList<>(hub.owner()
                .sql("select distinct subject from staff order by subject")
                .query(String.class)
                .list());
        staff.add("");
        int pages = 0;
        for (String subject : staff) {
            pages += Crawl.as(subject, hub, home.resolve(folder));
        }
        event("crawl by " + staff.size() + " roles", pages + " answers");
        event("operations port", Crawl.operations(hub, home.resolve("answers/" + folder)) + " answers");
    }

    void registersFail() throws IOException, SQLException {
        Path away = town.delivered().resolveSibling("away");
        for (String folder : List.of("jobcenter", "bolig")) {
            Files.move(
                    town.delivered().resolve(folder),
                    Files.createDirectories(away).resolve(folder));
        }
        town.social().fault(SocialFault.DOWN);
        town.bu().down(() -> event("night with every register down", hub.run("night")));
        for (String folder : List.of("jobcenter", "bolig")) {
            Files.move(away.resolve(folder), town.delivered().resolve(folder));
        }
        town.deliver(Spoiled.CUT_SHORT);
        town.social().fault(SocialFault.HANG);
        town.bu().locked(() -> event("night of timeouts and deliveries cut short", hub.run("night")));
        town.social().fault(SocialFault.BROKEN);
        event(
                "refresh with a register that errs",
                hub.run("refresh " + open().get(1).id()));
        town.social().fault(SocialFault.NONE);
    }

    void registersGarble() throws IOException {
        town.deliver(Spoiled.GARBLED);
        town.front().spoil(Spoiled.GARBLED);
        town.bu().stumbling(() -> event("night of garbled answers", hub.run("night")));
        town.front().spoil(Spoiled.CUT_SHORT);
        event(
                "refresh with an answer that breaks off",
                hub.run("refresh " + open().get(1).id()));
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
        try (var garbled = Files.list(folder)) {
            Files.delete(garbled.max(Path::compareTo).orElseThrow());
        }
        town.changes(Spoiled.EVERY_FIELD);
        event("night with unreadable records", hub.run("night"));
    }

    void constraintRefuses() {
        hub.owner()
                .sql("alter table section add constraint canary check (until_version is not null) not valid")
                .update();
        town.deliver(Spoiled.NOT);
        event("night in which the database refuses every section", hub.run("night"));
        hub.owner().sql("alter table section drop constraint canary").update();
    }

    /** A consent is taken back while its household is being asked about, then the process is killed. */
    void withdrawnAndKilled() throws IOException, InterruptedException {
        town.social().slowness(Duration.ofMillis(700));
        town.social().fault(SocialFault.SLOW);
        town.deliver(Spoiled.NOT);
        UUID night = UUID.fromString(hub.order("night"));
        withdraw(claimed(night));
        awaitHalf(night);
        hub.killAndRestart();
        town.social().fault(SocialFault.NONE);
        event("kill and restart in mid-night", hub.ended(night));
        withdraw(open().get(open().size() - 1).id());
    }

    private UUID claimed(UUID night) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> hub.owner()
                                .sql("select household_id from run_item where run_id = ? and state = 'CLAIMED' limit 1")
                                .param(night)
                                .query(UUID.class)
                                .optional()
                                .orElse(null),
                        household -> household != null);
    }

    private void awaitHalf(UUID night) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> hub.owner()
                        .sql("select count(*) filter (where state not in ('PENDING', 'CLAIMED')) > 0 from run_item"
                                + " where run_id = ?")
                        .param(night)
                        .query(Boolean.class)
                        .single());
    }

    private void withdraw(UUID household) {
        for (EnrolledHousehold each : open()) {
            if (each.id().equals(household)) {
                for (PlannedConsent consent : each.inForce()) {
                    UUID person = town.world().town().person(consent.subject()).uuid();
                    event("withdrawal", hub.order("withdraw " + person));
                    withdrawn.add(consent.subject());
                }
            }
        }
    }

    void end() throws IOException, InterruptedException {
        town.deliver(Spoiled.NOT);
        event("last night", hub.run("night"));
        crawl("pages-after");
        hub.dumpThreads();
        event("thread dump", "taken");
    }

    private List<EnrolledHousehold> open() {
        return town.world().desk().households().stream()
                .filter(EnrolledHousehold::open)
                .toList();
    }

    private void event(String what, String end) {
        events.add(what + ": " + end);
    }
}
