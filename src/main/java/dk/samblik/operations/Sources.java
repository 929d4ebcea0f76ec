package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.register.RegisterFile;
import dk.samblik.register.RegisterSettings;
import dk.samblik.register.Registers;
import dk.samblik.run.RouteStates;
import dk.samblik.run.RouteStates.RouteState;
import dk.samblik.run.RunSummary;
import dk.samblik.storage.Database;
import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads how the registers stand, with the rights of operations: no column that holds or leads to a person. */
@Component
@EnableConfigurationProperties(OperationsSettings.class)
class Sources {

    private final Database database;
    private final Registers registers;
    private final RegisterSettings settings;
    private final OperationsSettings operations;
    private final RouteStates routes;
    private final CivilClock clock;

    Sources(
            @Qualifier("opsDatabase") Database database,
            Registers registers,
            RegisterSettings settings,
            OperationsSettings operations,
            RouteStates routes,
            CivilClock clock) {
        this.database = database;
        this.registers = registers;
        this.settings = settings;
        this.operations = operations;
        this.routes = routes;
        this.clock = clock;
    }

    private record Freshness(
            String register,
            @Nullable Instant answered,
            @Nullable Instant asOf,
            long stale) {}

    private record Delivery(
            String register, String name, @Nullable String heldBack) {}

    private record Count(String register, long rows) {}

    /** Every register that a mapping file describes, by how the latest run found it; a run of long ago tells nothing. */
    List<SourceLine> lines(Optional<RunSummary> latest, Words words) {
        Map<String, Freshness> freshness = byRegister(freshness(), Freshness::register);
        Map<String, Delivery> deliveries = byRegister(deliveries(), Delivery::register);
        Map<String, Count> quarantined = byRegister(quarantined(), Count::register);
        Map<String, RunSummary.Register> found =
                byRegister(latest.map(RunSummary::registers).orElse(List.of()), RunSummary.Register::name);
        return registers.all().stream()
                .map(file -> line(
                        file,
                        latest.map(RunSummary::endedAt),
                        found.get(file.name()),
                        freshness.get(file.name()),
                        deliveries.get(file.name()),
                        quarantined.get(file.name()),
                        words))
                .toList();
    }

    private SourceLine line(
            RegisterFile file,
            Optional<Instant> measured,
            RunSummary.@Nullable Register found,
            @Nullable Freshness fresh,
            @Nullable Delivery delivery,
            @Nullable Count quarantined,
            Words words) {
        Optional<RouteState> route = routes.find("ask-" + file.name());
        return new SourceLine(
                file.name(),
                file.title(),
                badge(file, measured, found, route, words),
                found == null ? null : found.reason(),
                fresh == null ? null : fresh.answered(),
                fresh == null ? null : fresh.asOf(),
                delivery == null ? null : delivery.name(),
                delivery == null ? null : delivery.heldBack(),
                fresh == null ? 0 : fresh.stale(),
                quarantined == null ? 0 : quarantined.rows(),
                route.map(RouteState::p95).orElse(null),
                found == null ? 0 : found.read(),
                operations.contact().get(file.name()));
    }

    private Badge badge(
            RegisterFile file,
            Optional<Instant> measured,
            RunSummary.@Nullable Register found,
            Optional<RouteState> route,
            Words words) {
        boolean off = Stream.of("ask-", "register-")
                .flatMap(kind -> routes.find(kind + file.name()).stream())
                .anyMatch(each -> each.off() != null);
        if (off) {
            return Badge.warning(words.say("operations.source.OFF"));
        }
        if (found == null) {
            return Badge.neutral(words.say("operations.source.UNKNOWN"));
        }
        if (measured.filter(then -> Warnings.old(then, clock.now())).isPresent()) {
            return Badge.neutral(words.say("operations.source.OLD", words.exact(measured.get())));
        }
        return switch (found.state()) {
            case "DOWN" -> Badge.error(words.say("operations.source.DOWN"));
            case "PARTLY" -> Badge.warning(words.say("operations.source.PARTLY"));
            default ->
                slow(file, route)
                        ? Badge.warning(words.say("operations.source.SLOW"))
                        : Badge.success(words.say("operations.source.ANSWERS"));
        };
    }

    /** Slow is more than half of what it may take. */
    private boolean slow(RegisterFile file, Optional<RouteState> route) {
        RegisterSettings.Connection connection = settings.register().get(file.name());
        return connection != null
                && route.map(RouteState::p95)
                        .filter(p95 -> p95.multipliedBy(2).compareTo(connection.limit()) > 0)
                        .isPresent();
    }

    private List<Freshness> freshness() {
        return database.sql()
                .sql("""
                        select register, max(answered_at) as answered, max(as_of) as as_of,
                               count(*) filter (where stale_since is not null) as stale
                          from freshness group by register
                        """)
                .query((row, number) -> new Freshness(
                        row.getString("register"),
                        instant(row, "answered"),
                        instant(row, "as_of"),
                        row.getLong("stale")))
                .list();
    }

    private List<Delivery> deliveries() {
        return database.sql()
                .sql("""
                        select distinct on (register) register, name,
                               case when state = 'HELD_BACK' then coalesce(reason, '') end as held_back
                          from delivery order by register, seen_at desc, name desc
                        """)
                .query((row, number) ->
                        new Delivery(row.getString("register"), row.getString("name"), row.getString("held_back")))
                .list();
    }

    private List<Count> quarantined() {
        return database.sql()
                .sql("select register, count(*) as n from quarantine where discarded_at is null group by register")
                .query((row, number) -> new Count(row.getString("register"), row.getLong("n")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static <T> Map<String, T> byRegister(List<T> all, Function<T, String> register) {
        return all.stream().collect(Collectors.toMap(register, Function.identity(), (one, other) -> one));
    }
}
