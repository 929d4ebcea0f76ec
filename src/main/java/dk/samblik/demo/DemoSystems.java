package dk.samblik.demo;

import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.demo.social.SocialApi;
import dk.samblik.storage.EmbeddedPostgres;
import dk.samblik.storage.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The given systems of the example municipality, running: its files in a folder, its database on a server of its own, its
 * social services on loopback. The municipality is founded on the day of the first start and lives on from there, a
 * delivery a day, for as long as its folder is kept.
 */
final class DemoSystems implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSystems.class);
    private static final long SEED = 20_261_117L;

    private final DemoRegisters registers;
    private final EmbeddedPostgres server;
    private final SocialApi social;
    private final Login bu;

    private DemoSystems(DemoRegisters registers, EmbeddedPostgres server, SocialApi social, Login bu) {
        this.registers = registers;
        this.server = server;
        this.social = social;
        this.bu = bu;
    }

    static DemoSystems start(Path home, LocalDate today) {
        try {
            Files.createDirectories(home);
            LocalDate founded = founded(home, today);
            LOG.info("the invented municipality of Fjordsted, founded {}: making its people and registers", founded);
            World world = World.make(SEED, founded, WorldSize.DEMO);
            DemoRegisters registers = new DemoRegisters(world, home);
            registers.writeAll();
            for (LocalDate day = founded.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
                registers.deliver(day);
            }
            SocialApi social = registers.startSocial(
                    new SocialApi.Client("samblik", UUID.randomUUID().toString()), 0);
            EmbeddedPostgres server = EmbeddedPostgres.start(home.resolve("bu"));
            return new DemoSystems(registers, server, social, bu(registers, server));
        } catch (IOException | SQLException fault) {
            throw new DemoRefused("The demo's registers could not be made in " + home + " ("
                    + fault.getClass().getSimpleName() + "). Remove the folder and start again.");
        }
    }

    private static LocalDate founded(Path home, LocalDate today) throws IOException {
        Path note = home.resolve("founded");
        if (!Files.exists(note)) {
            Files.writeString(note, today.toString());
        }
        return LocalDate.parse(Files.readString(note).strip());
    }

    /** The children's database is made anew at each start, so that it is always the one its plan says. */
    private static Login bu(DemoRegisters registers, EmbeddedPostgres server) throws SQLException {
        String password = UUID.randomUUID().toString();
        JdbcTemplate admin = new JdbcTemplate(source(server.superuser("postgres")));
        admin.execute("drop database if exists bu with (force)");
        admin.execute("create database bu");
        Login owner = server.superuser("bu");
        registers.createBu(source(owner), password);
        return new Login(owner.url(), BuDatabase.READER, password);
    }

    private static DriverManagerDataSource source(Login login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    /** What a municipality would write into its configuration. */
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry(
                        "samblik.register.folkeregister.folder",
                        registers.cprFolder().toString()),
                Map.entry(
                        "samblik.register.jobcenter.folder",
                        registers.jobcenterFolder().toString()),
                Map.entry(
                        "samblik.register.bolig.folder", registers.boligFolder().toString()),
                Map.entry("samblik.register.boern-og-unge.url", bu.url()),
                Map.entry("samblik.register.boern-og-unge.user", bu.user()),
                Map.entry("samblik.register.boern-og-unge.password", bu.password()),
                Map.entry("samblik.register.social.url", social.url().toString()),
                Map.entry("samblik.register.social.client-id", social.client().id()),
                Map.entry(
                        "samblik.register.social.client-secret", social.client().secret()),
                Map.entry("samblik.consent.controller.name", "Fjordsted Kommune"),
                Map.entry("samblik.team.phone", "99 00 10 00"));
    }

    DemoRegisters registers() {
        return registers;
    }

    @Override
    public void close() {
        social.close();
        server.close();
    }
}
