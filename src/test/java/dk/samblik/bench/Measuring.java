package dk.samblik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures one size from its generation to its last page. */
final class Measuring {

    /** As the hub is shipped: {@code samblik.run.chunk}. */
    private static final int CHUNK = 200;

    private static final int LARGE = 20_000;

    private final Server server;
    private final Site site;
    private final int rounds;
    private final List<Night> first = new ArrayList<>();
    private final List<Night> unchanged = new ArrayList<>();
    private final List<Yardstick.Round> yardstick = new ArrayList<>();
    private Busy busy = new Busy(0, 0, 0, 0, 0);

    Measuring(Server server, Path home, int households) {
        this.server = server;
        this.site = Site.make(server, home, households);
        this.rounds = households < LARGE ? 3 : 1;
    }

    Measured all() throws SQLException, IOException {
        Files.createDirectories(site.folder());
        tell("generating");
        generate();
        List<Enrolled> members = Enrolled.read(site.folder());
        try (Jvm social = Jvm.start(
                site.folder().resolve("social.log"),
                List.of("-Xmx3g", "-Dsun.net.httpserver.nodelay=true"),
                SocialService.class,
                site.folder().toString())) {
            String url = "http://127.0.0.1:" + social.answer() + "/api/v2";
            try (Resident hub = new Resident(site, url)) {
                return measure(hub, social, url, members);
            }
        } finally {
            Tidy.away(site.folder());
            List.of(site.database(), site.buDatabase(), site.yardDatabase()).forEach(server::drop);
        }
    }

    private void generate() {
        try (Jvm ground = Jvm.start(
                site.folder().resolve("ground.log"),
                List.of("-Xmx10g", "-XX:+UseParallelGC"),
                Ground.class,
                site.folder().toString(),
                String.valueOf(site.households()),
                site.buOwner().url(),
                site.buOwner().user(),
                site.buOwner().password(),
                site.bu().password())) {
            ground.answer();
        }
    }

    private Measured measure(Resident hub, Jvm social, String url, List<Enrolled> members)
            throws SQLException, IOException {
        tell("taking in the desk's files");
        hub.takeIn(site.folder().resolve("import"));
        if (rounds > 1) {
            tell("a night to warm up: %.1f s".formatted(hub.night().seconds()));
        }
        Measured.Statements statements = firstNights(hub, social, new Yardstick(site, url, members));
        Busy busyFirst = busy;
        double bytes = (double) server.bytes(site.database()) / site.households();
        unchangedNights(hub, social);
        Busy busyUnchanged = busy;
        Night changed = changedNight(hub, social, members);
        Nightlong night = new Nightlong(hub);
        Paging.Times pages = new Paging(hub, night, members).run();
        tell("pages: " + pages);
        Refreshing.Times refreshes = new Refreshing(site, hub, night, url, members).run();
        tell("refreshes: " + refreshes);
        Resident.Heap heap = hub.heap();
        return new Measured(
                site.households(),
                members.size(),
                first,
                yardstick,
                unchanged,
                changed,
                busyFirst,
                busyUnchanged,
                statements,
                bytes,
                refreshes,
                pages,
                new Measured.Memory(heap.used(), heap.left(), hub.peakResident() >> 20));
    }

    private Measured.Statements firstNights(Resident hub, Jvm social, Yardstick plain)
            throws SQLException, IOException {
        long own = 0;
        long register = 0;
        for (int round = 0; round < rounds; round++) {
            hub.forget();
            prepare();
            own -= server.statements(site.database());
            register -= server.statements(site.buDatabase());
            Night night = busyNight(hub, social);
            own += server.statements(site.database());
            register += server.statements(site.buDatabase());
            first.add(night);
            tell("first night: " + night);
            prepare();
            Yardstick.Round yard = plain.run();
            yardstick.add(yard);
            tell("yardstick: " + yard);
        }
        double chunks = Math.ceil((double) site.households() / CHUNK) * rounds;
        return new Measured.Statements(own / chunks, register / chunks);
    }

    private void unchangedNights(Resident hub, Jvm social) {
        site.deliver(Site.Morning.UNCHANGED);
        for (int round = 0; round < rounds; round++) {
            prepare();
            Night night = busyNight(hub, social);
            unchanged.add(night);
            tell("unchanged night: " + night);
        }
    }

    private Night busyNight(Resident hub, Jvm social) {
        Busy before = hub.busy(social);
        Night night = hub.night();
        busy = hub.busy(social).since(before);
        tell(busy.toString());
        return night;
    }

    private Night changedNight(Resident hub, Jvm social, List<Enrolled> members) throws SQLException {
        site.deliver(Site.Morning.CHANGED);
        social.ask("changed");
        try (Connection bu = DriverManager.getConnection(
                        site.buOwner().url(),
                        site.buOwner().user(),
                        site.buOwner().password());
                PreparedStatement update =
                        bu.prepareStatement("update bu.elev set klasse = klasse || ' ny' where cpr = any (?)")) {
            update.setArray(
                    1,
                    bu.createArrayOf(
                            "bpchar",
                            Enrolled.changed(members).stream()
                                    .map(Enrolled::cpr)
                                    .toArray()));
            update.executeUpdate();
        }
        prepare();
        Night night = hub.night();
        tell("changed night: " + night);
        return night;
    }

    /** The same ground for every measurement: deliveries to be scanned, nothing left to be written. */
    private void prepare() {
        site.touch();
        server.admin().sql("checkpoint").update();
    }

    private void tell(String what) {
        System.out.println(site.households() + " households: " + what);
    }
}
