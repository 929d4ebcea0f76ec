package dk.samblik.storage;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** Looks at the database a hub would start on, as a start does, and changes nothing. */
public final class StorageLook {

    private static final Duration APART = Duration.ofSeconds(30);

    private StorageLook() {}

    /** What is wrong and what to do, a sentence each; empty where the hub may start. The hub's own server is its own to check. */
    public static List<String> wrong(Environment environment, Instant now) {
        List<String> wrong = new ArrayList<>();
        try {
            StorageSettings settings = Binder.get(environment).bindOrCreate("samblik.storage", StorageSettings.class);
            if (StringUtils.hasText(settings.url())) {
                server(settings, environment, now, wrong);
            } else if (environment.matchesProfiles("production") && !settings.embedded()) {
                wrong.add("No database is configured. Set samblik.storage.url, .user and .password.");
            } else if (Files.exists(settings.home()) && !Files.isWritable(settings.home())) {
                wrong.add("The folder " + settings.home()
                        + " of the hub's own PostgreSQL cannot be written. Give it to the hub.");
            }
        } catch (StorageRefused refused) {
            wrong.add(refused.getMessage());
        }
        return wrong;
    }

    /** The database of these settings as its owner reaches it; throws {@link StorageRefused} where they name none. */
    public static JdbcClient client(Environment environment) {
        return JdbcClient.create(Pool.unpooled(Binder.get(environment)
                .bindOrCreate("samblik.storage", StorageSettings.class)
                .owner()));
    }

    private static void server(StorageSettings settings, Environment environment, Instant now, List<String> wrong) {
        try (Upgrade upgrade = Upgrade.of(environment)) {
            wrong.addAll(upgrade.wrong());
            int pending = upgrade.pending().size();
            if (pending > 0) {
                wrong.add(pending + " migrations have not run. Say 'samblik upgrade --dry-run'.");
            }
        }
        Instant there = JdbcClient.create(Pool.unpooled(settings.owner()))
                .sql("select now()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        if (Duration.between(there, now).abs().compareTo(APART) > 0) {
            wrong.add("The database's clock and this machine's are more than half a minute apart. Set both by NTP.");
        }
        if (wrong.isEmpty()) {
            roles(settings);
        }
    }

    private static void roles(StorageSettings settings) {
        Map<Role, Login> logins = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            logins.put(role, settings.login(role));
        }
        try (Pools pools = new Pools(logins)) {
            new StorageCheck(pools).run();
        }
    }
}
