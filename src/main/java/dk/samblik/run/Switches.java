package dk.samblik.run;

import dk.samblik.household.CivilClock;
import dk.samblik.run.OperatorActions.What;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Which routes operators have switched off. It is read from PostgreSQL each time it matters and never remembered, so that a
 * switch holds at once on every node and after a restart (docs/decisions/a-switch-is-a-row.md). A paused route ends what it
 * is at; a stopped one asks nobody anything more.
 */
@Component
public class Switches {

    /** The reason of a register that is not asked because somebody switched it off. */
    public static final String SWITCHED_OFF = "SWITCHED_OFF";

    private final Database database;
    private final Database operations;
    private final OperatorActions actions;
    private final CivilClock clock;

    Switches(
            @Qualifier("pipelineDatabase") Database database,
            @Qualifier("opsDatabase") Database operations,
            OperatorActions actions,
            CivilClock clock) {
        this.database = database;
        this.operations = operations;
        this.actions = actions;
        this.clock = clock;
    }

    /** How a route is switched. */
    public enum State {
        STARTED,
        PAUSED,
        STOPPED
    }

    /** What of the hub stands still while a route is off. A step in the middle of the line holds all of it. */
    public enum Part {
        NIGHTLY,
        REFRESH,
        REGISTER,
        NOTICE,
        EFFECT,
        DRAW,
        LINE;

        /** The part that a route belongs to, by its id. */
        public static Part of(String route) {
            if (route.equals("nightly-run")) {
                return NIGHTLY;
            }
            if (route.equals("refresh-run")) {
                return REFRESH;
            }
            if (route.endsWith("-notice")) {
                return NOTICE;
            }
            if (route.equals("monthly-effect")) {
                return EFFECT;
            }
            if (route.equals("draw") || route.startsWith("flag-")) {
                return DRAW;
            }
            return register(route).isEmpty() ? LINE : REGISTER;
        }

        /** The register that a route asks; empty for a route that asks none, and for the population, which the gate needs. */
        public static String register(String route) {
            String register =
                    route.matches("(ask|register|flag)-.+") ? route.replaceFirst("^(ask|register|flag)-", "") : "";
            return register.equals("folkeregister") ? "" : register;
        }
    }

    /** A route that is off, and since when. */
    public record Switch(String route, Part part, State state, Instant since) {}

    /** Every route that is off. */
    public Map<String, Switch> off() {
        return operations
                .sql()
                .sql("select route, part, state, since from route_switch")
                .query((row, number) -> new Switch(
                        row.getString("route"),
                        Part.valueOf(row.getString("part")),
                        State.valueOf(row.getString("state")),
                        row.getTimestamp("since").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Switch::route, Function.identity()));
    }

    /** Switches a route and notes who did; nothing changes and nothing is noted where it stands so already. */
    public void set(String route, State state, String actor) {
        if (stands(route) == state) {
            return;
        }
        What what = What.valueOf("ROUTE_" + state);
        actions.doing(actor, what, route, null, () -> {
            if (state == State.STARTED) {
                operations
                        .sql()
                        .sql("delete from route_switch where route = :route")
                        .param("route", route)
                        .update();
            } else {
                off(route, state);
            }
        });
    }

    private State stands(String route) {
        Switch off = off().get(route);
        return off == null ? State.STARTED : off.state();
    }

    private void off(String route, State state) {
        operations
                .sql()
                .sql("""
                        insert into route_switch (route, part, state, since) values (:route, :part, :state, :now)
                        on conflict (route) do update set state = excluded.state, since = excluded.since
                        """)
                .param("route", route)
                .param("part", Part.of(route).name())
                .param("state", state.name())
                .param("now", Timestamp.from(clock.now()))
                .update();
    }

    /** Whether a register may be asked a new question; a question is about a whole chunk. */
    public boolean mayAsk(String register) {
        return !off(routes(register), List.of(State.PAUSED, State.STOPPED));
    }

    /** Whether a question that is under way may make its next call. */
    public boolean mayGoOn(String register) {
        return !off(routes(register), List.of(State.STOPPED));
    }

    /** Whether this route is off, paused or stopped. */
    public boolean isOff(String route) {
        return off(List.of(route), List.of(State.PAUSED, State.STOPPED));
    }

    private static List<String> routes(String register) {
        return List.of("register-" + register, "ask-" + register);
    }

    private boolean off(List<String> routes, List<State> states) {
        return database.sql()
                .sql("select exists (select from route_switch where route in (:routes) and state in (:states))")
                .param("routes", routes)
                .param("states", states.stream().map(State::name).toList())
                .query(Boolean.class)
                .single();
    }
}
