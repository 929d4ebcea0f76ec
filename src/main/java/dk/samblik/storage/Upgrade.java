package dk.samblik.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The schema of a hub that is not running, and what this version would do to it. Looking changes nothing. */
public final class Upgrade implements AutoCloseable {

    private final @Nullable EmbeddedPostgres server;
    private final Login owner;

    private Upgrade(@Nullable EmbeddedPostgres server, Login owner) {
        this.server = server;
        this.owner = owner;
    }

    /** The database these settings name; throws {@link StorageRefused} where it cannot be reached. */
    public static Upgrade of(Environment environment) {
        StorageSettings settings = Binder.get(environment).bindOrCreate("samblik.storage", StorageSettings.class);
        if (StringUtils.hasText(settings.url())) {
            return new Upgrade(null, settings.owner());
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.home());
        OwnServer own = new OwnServer(server);
        own.prepare();
        return new Upgrade(server, own.owner(OwnServer.DATABASE));
    }

    /** One migration that has not run: its version, what it is called, and what its author says of it. */
    public record Step(String version, String description, String why) {}

    /** The schema's version now, empty for a database without one. */
    public String version() {
        MigrationInfo current = flyway().info().current();
        return current == null ? "" : String.valueOf(current.getVersion());
    }

    /** What has not run yet, in its order. */
    public List<Step> pending() {
        return Arrays.stream(flyway().info().pending())
                .map(step -> new Step(String.valueOf(step.getVersion()), step.getDescription(), why(step.getScript())))
                .toList();
    }

    /** Why this version must not touch the database, a sentence each; empty where it may. */
    public List<String> wrong() {
        return Arrays.stream(flyway().info().all())
                .flatMap(step -> wrong(step).lines())
                .toList();
    }

    private static String wrong(MigrationInfo step) {
        String name = step.getVersion() + " " + step.getDescription();
        if (step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.MISSING_SUCCESS) {
            return name
                    + " has run, and this version does not know it: the database belongs to a newer hub. Use that one.";
        }
        if (step.getState().isFailed()) {
            return name + " failed half-way. Restore the backup from before the upgrade.";
        }
        if (step.getState().isApplied() && !step.isChecksumMatching()) {
            return name + " is not what it was when it ran. Take the jar as it was shipped.";
        }
        return "";
    }

    /** How many others are connected to the database as a hub. */
    public int others() {
        try (Connection connection = Pool.unpooled(owner).getConnection()) {
            return new Catalogue(connection).others();
        } catch (SQLException e) {
            throw new StorageRefused("The database went away (SQL state " + e.getSQLState() + ").");
        }
    }

    /** Brings the schema to this version; the caller has looked at {@link #wrong()}. */
    public void run() {
        Migrations.run(Pool.unpooled(owner));
    }

    private Flyway flyway() {
        Migrations.reach(Pool.unpooled(owner));
        return Migrations.of(Pool.unpooled(owner)).load();
    }

    /** The comment at the beginning of a migration, without the licence's line. */
    private static String why(String script) {
        try (InputStream file = Upgrade.class.getResourceAsStream("/db/migration/" + script)) {
            return file == null
                    ? ""
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .takeWhile(line -> line.startsWith("--"))
                            .filter(line -> !line.contains("SPDX"))
                            .map(line -> line.substring(2).strip())
                            .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException("A migration in the jar cannot be read", e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
