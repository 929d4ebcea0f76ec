package dk.samblik.browser;

import dk.samblik.access.Viewer.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reviewed table of answers: who gets what at which address, about what. A new page needs a line here; its roles must be
 * those that somebody meant, not those that the page happens to declare.
 */
final class WhoMaySeeWhat {

    /** METHOD ADDRESS | ROLES | about a household, a household's refresh, a run or nothing (-) | the answer that is right */
    static final String REVIEWED = """
            GET  /log-paa                     | ANYBODY          | -         | 200
            POST /log-paa                     | ANYBODY          | -         | 302
            POST /sprog                       | ANYBODY          | -         | 303
            GET  /                            | COORDINATOR TEAM | -         | 200
            GET  /husstande/{id}              | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/dele/{part}  | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/udskrift     | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/hent         | COORDINATOR TEAM | HOUSEHOLD | 303
            GET  /hentninger/{id}             | COORDINATOR TEAM | REFRESH   | 200
            GET  /hentninger/{id}/fremdrift   | COORDINATOR TEAM | REFRESH   | 200
            GET  /hentninger/{id}/haendelser  | COORDINATOR TEAM | REFRESH   | 200
            GET  /drift                       | IT               | -         | 200
            GET  /drift/koersler/{id}         | IT               | RUN       | 200
            GET  /drift/koersler/ny           | IT               | -         | 200
            POST /drift/koersler              | IT               | -         | 303
            """;

    /** Answered by the sign-in before any handler. */
    static final Set<String> BEFORE_ANY_HANDLER = Set.of("POST /log-paa");

    /** What a request is about. */
    enum About {
        NOTHING,
        HOUSEHOLD,
        REFRESH,
        RUN
    }

    /** How the thing a request is about stands to somebody of the first area. */
    enum State {
        NONE,
        MINE,
        MY_AREA,
        OTHER_AREA,
        WITHDRAWN,
        ABSENT,
        MALFORMED;

        static List<State> of(About about) {
            return about == About.NOTHING
                    ? List.of(NONE)
                    : List.of(MINE, MY_AREA, OTHER_AREA, WITHDRAWN, ABSENT, MALFORMED);
        }
    }

    /** One line; no roles: for anybody. */
    record Line(String method, String address, Set<Role> roles, About about, int answer) {

        boolean forAnybody() {
            return roles.isEmpty();
        }

        boolean admits(Set<Role> held) {
            return forAnybody() || roles.stream().anyMatch(held::contains);
        }

        boolean takes(String asked) {
            return method.equals(asked.equals("HEAD") ? "GET" : asked);
        }
    }

    private final List<Line> lines;

    WhoMaySeeWhat(String table) {
        this.lines = table.lines().map(WhoMaySeeWhat::line).toList();
    }

    private static Line line(String written) {
        List<String> cells = Arrays.stream(written.split(Pattern.quote("|")))
                .map(String::strip)
                .toList();
        String[] request = cells.get(0).split("\\s+");
        Set<Role> roles = cells.get(1).equals("ANYBODY")
                ? Set.of()
                : Stream.of(cells.get(1).split("\\s+"))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        About about = cells.get(2).equals("-") ? About.NOTHING : About.valueOf(cells.get(2));
        return new Line(request[0], request[1], roles, about, Integer.parseInt(cells.get(3)));
    }

    List<Line> lines() {
        return lines;
    }

    /** The addresses, each once. */
    List<String> addresses() {
        return lines.stream().map(Line::address).distinct().toList();
    }

    About about(String address) {
        return at(address).findFirst().map(Line::about).orElseThrow();
    }

    private Stream<Line> at(String address) {
        return lines.stream().filter(line -> line.address().equals(address));
    }

    /** The right answer; {@code held} is empty for somebody without a role, absent for who is not signed in. */
    int expected(Optional<Set<Role>> held, String method, String address, State state) {
        Set<Role> roles = held.orElse(Set.of());
        List<Line> open = at(address).filter(line -> line.admits(roles)).toList();
        if (open.isEmpty()) {
            boolean shownToTheirOwn = roles.contains(Role.IT) && method.equals("GET") && address.equals("/");
            return held.isEmpty() || shownToTheirOwn ? 302 : 403;
        }
        if (method.equals("OPTIONS")) {
            return 200;
        }
        return open.stream()
                .filter(line -> line.takes(method))
                .findFirst()
                .map(line -> there(line, state) ? line.answer() : 404)
                .orElseGet(() -> at(address).anyMatch(line -> line.takes(method)) ? 403 : 405);
    }

    private static boolean there(Line line, State state) {
        return switch (state) {
            case NONE, MINE, MY_AREA -> true;
            case OTHER_AREA, WITHDRAWN -> line.about() == About.RUN;
            case ABSENT, MALFORMED -> false;
        };
    }
}
