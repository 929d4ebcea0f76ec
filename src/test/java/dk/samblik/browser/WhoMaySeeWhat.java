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

    /**
     * METHOD ADDRESS | ROLES (OWN: of a team and of the authority itself; KEEPER: of a team and the household's coordinator) | what it is about, or nothing (-) | the answer that is right. A form is sent without its
     * fields, on a revision of the household's draft that never was: 422 and 412 say so, and nothing is recorded.
     */
    static final String REVIEWED = """
            GET  /log-paa                                         | ANYBODY          | -         | 200
            POST /log-paa                                         | ANYBODY          | -         | 302
            POST /sprog                                           | ANYBODY          | -         | 303
            POST /csp                                             | ANYBODY          | -         | 415
            GET  /session                                         | ANYBODY          | -         | 200
            POST /session                                         | ANYBODY          | -         | 200
            GET  /                                                | COORDINATOR TEAM | -         | 200
            POST /                                                | COORDINATOR TEAM | -         | 422
            GET  /hent-alle                                       | COORDINATOR TEAM | -         | 200
            POST /hent-alle                                       | COORDINATOR TEAM | -         | 303
            GET  /nyt                                             | COORDINATOR TEAM | -         | 200
            POST /nyt/laest                                       | COORDINATOR TEAM | -         | 303
            GET  /husstande/{id}                                  | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/dele/{part}                      | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/tidslinje                        | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/uenigheder                       | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/samtykke                         | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/opslag                           | COORDINATOR OWN  | HOUSEHOLD | 200
            GET  /husstande/{id}/visninger                        | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/visninger/{number}               | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/udskrift                         | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/udskrift/pdf                     | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/borgerens-ark                    | COORDINATOR OWN  | HOUSEHOLD | 200
            GET  /husstande/{id}/borgerens-ark/pdf                | COORDINATOR OWN  | HOUSEHOLD | 200
            GET  /husstande/{id}/moede                            | COORDINATOR TEAM | HOUSEHOLD | 200
            GET  /husstande/{id}/klargoer                         | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/klargoer                         | COORDINATOR TEAM | HOUSEHOLD | 303
            GET  /husstande/{id}/hent                             | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/hent                             | COORDINATOR TEAM | HOUSEHOLD | 303
            GET  /husstande/{id}/cpr                              | COORDINATOR OWN  | HOUSEHOLD | 200
            POST /husstande/{id}/cpr                              | COORDINATOR      | HOUSEHOLD | 422
            GET  /husstande/{id}/adresse                          | COORDINATOR OWN  | HOUSEHOLD | 200
            POST /husstande/{id}/adresse                          | COORDINATOR OWN  | HOUSEHOLD | 422
            POST /husstande/{id}/ikke-set                         | COORDINATOR TEAM | HOUSEHOLD | 303
            GET  /husstande/{id}/tovholder                        | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/tovholder                        | COORDINATOR TEAM | HOUSEHOLD | 422
            GET  /husstande/{id}/moededato                        | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/moededato                        | COORDINATOR TEAM | HOUSEHOLD | 422
            GET  /husstande/{id}/trivsel                          | COORDINATOR      | HOUSEHOLD | 200
            POST /husstande/{id}/trivsel                          | COORDINATOR      | HOUSEHOLD | 422
            GET  /husstande/{id}/fremgang                         | COORDINATOR OWN  | HOUSEHOLD | 200
            GET  /husstande/{id}/oensker                          | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/oensker                          | COORDINATOR KEEPER | HOUSEHOLD | 422
            GET  /husstande/{id}/aftaler                          | COORDINATOR TEAM | HOUSEHOLD | 200
            POST /husstande/{id}/aftaler                          | COORDINATOR TEAM | HOUSEHOLD | 422
            GET  /hentninger/{id}                                 | COORDINATOR TEAM | REFRESH   | 200
            POST /hentninger/{id}/stop                            | COORDINATOR TEAM | REFRESH   | 303
            GET  /hentninger/{id}/fremdrift                       | COORDINATOR TEAM | REFRESH   | 200
            GET  /hentninger/{id}/haendelser                      | COORDINATOR TEAM | REFRESH   | 200
            GET  /effekt                                          | LEADER EVALUATOR | -         | 200
            GET  /effekt/{programme}                              | LEADER EVALUATOR | -         | 200
            GET  /effekt/{programme}/{half}/tabel                 | LEADER EVALUATOR | -         | 404
            GET  /effekt/{programme}/{half}/rapport               | LEADER EVALUATOR | -         | 404
            GET  /effekt/{programme}/serier                       | EVALUATOR        | -         | 200
            GET  /husstande/{id}/afslut                           | COORDINATOR DESK | DESK      | 200
            POST /husstande/{id}/afslut                           | COORDINATOR DESK | DESK      | 422
            GET  /kontakt                                         | CONTACT          | -         | 200
            GET  /kontakt/henvis                                  | CONTACT          | -         | 200
            POST /kontakt/henvis                                  | CONTACT          | -         | 422
            POST /kontakt/{id}                                    | CONTACT          | -         | 404
            POST /kontakt/{id}/fortryd                            | CONTACT          | -         | 404
            GET  /samtykker                                       | COORDINATOR DESK | -         | 200
            GET  /samtykker/traek-tilbage                         | COORDINATOR DESK | -         | 200
            POST /samtykker/traek-tilbage                         | COORDINATOR DESK | -         | 422
            GET  /samtykker/ny                                    | COORDINATOR DESK | -         | 200
            POST /samtykker/ny                                    | COORDINATOR DESK | -         | 422
            GET  /samtykker/ny/husstand                           | COORDINATOR DESK | -         | 303
            POST /samtykker/ny/husstand                           | COORDINATOR DESK | -         | 303
            GET  /samtykker/husstande/{id}/hvem                   | COORDINATOR DESK | HOUSEHOLD | 200
            POST /samtykker/husstande/{id}/hvem                   | COORDINATOR DESK | HOUSEHOLD | 422
            GET  /samtykker/husstande/{id}/hvad                   | COORDINATOR DESK | HOUSEHOLD | 303
            POST /samtykker/husstande/{id}/hvad                   | COORDINATOR DESK | HOUSEHOLD | 412
            GET  /samtykker/husstande/{id}/hvordan                | COORDINATOR DESK | HOUSEHOLD | 303
            POST /samtykker/husstande/{id}/hvordan                | COORDINATOR DESK | HOUSEHOLD | 422
            GET  /samtykker/husstande/{id}/tjek                   | COORDINATOR DESK | HOUSEHOLD | 303
            POST /samtykker/husstande/{id}/tjek                   | COORDINATOR DESK | HOUSEHOLD | 303
            GET  /samtykker/husstande/{id}/medlemmer              | COORDINATOR DESK | HOUSEHOLD | 200
            POST /samtykker/husstande/{id}/medlemmer              | COORDINATOR DESK | HOUSEHOLD | 422
            POST /samtykker/husstande/{id}/medlemmer/nummer       | COORDINATOR DESK | HOUSEHOLD | 422
            POST /samtykker/husstande/{id}/medlemmer/nu           | COORDINATOR DESK | HOUSEHOLD | 412
            GET  /samtykker/husstande/{id}/foraeldremyndighed/{person} | COORDINATOR DESK | HOUSEHOLD | 303
            POST /samtykker/husstande/{id}/foraeldremyndighed/{person} | COORDINATOR DESK | HOUSEHOLD | 303
            GET  /samtykker/{household}/historik                  | COORDINATOR DESK | DESK      | 200
            GET  /samtykker/{household}/{way}                     | COORDINATOR DESK | DESK      | 200
            POST /samtykker/{household}/{way}                     | COORDINATOR DESK | DESK      | 422
            POST /samtykker/{household}/{way}/nu                  | COORDINATOR DESK | DESK      | 412
            GET  /samtykker/{household}/{way}/{consent}/{version} | COORDINATOR DESK | ENDED     | 200
            GET  /samtykker/{household}/forny/{person}            | COORDINATOR DESK | DESK      | 200
            POST /samtykker/{household}/forny/{person}            | COORDINATOR DESK | DESK      | 422
            GET  /samtykker/bilag/{id}                            | COORDINATOR DESK | PAPER     | 200
            GET  /samtykker/kvittering/{id}                       | COORDINATOR DESK | RECEIPT   | 200
            GET  /samtykker/kvittering/{id}/pdf                   | COORDINATOR DESK | RECEIPT   | 200
            GET  /samtykker/kvittering/{id}/post/{consent}        | COORDINATOR DESK | RECEIPT   | 200
            GET  /opslagslog                                      | DPO              | -         | 200
            POST /opslagslog                                      | DPO              | -         | 200
            POST /opslagslog/efterproev                           | DPO              | -         | 302
            GET  /opslagslog/udskrift                             | DPO              | -         | 200
            POST /opslagslog/udskrift                             | DPO              | -         | 422
            POST /opslagslog/udskrift/pdf                         | DPO              | -         | 303
            GET  /opslagslog/signaler                             | DPO              | -         | 200
            POST /opslagslog/signaler/efternavn                   | DPO              | -         | 200
            POST /opslagslog/stikproever                          | DPO              | -         | 303
            GET  /opslagslog/stikproever/{id}                     | DPO              | CHECK     | 200
            GET  /opslagslog/stikproever/{id}/rapport             | DPO              | CHECK     | 200
            GET  /opslagslog/stikproever/{id}/rapport/pdf         | DPO              | CHECK     | 200
            POST /opslagslog/stikproever/{id}                     | DPO              | CHECK     | 303
            GET  /opslagslog/fejlregistreringer                   | DPO              | -         | 200
            POST /opslagslog/fejlregistreringer                   | DPO              | -         | 303
            GET  /udtraek                                         | DRAW_OFFICER DRAW_APPROVER | - | 200
            POST /udtraek                                         | DRAW_OFFICER     | -         | 422
            GET  /udtraek/{number}                                | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/antal                          | DRAW_OFFICER     | -         | 404
            GET  /udtraek/{number}/fremdrift                      | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/stop                           | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/lod                            | DRAW_OFFICER     | -         | 404
            POST /udtraek/{number}/godkendelse                    | DRAW_OFFICER     | -         | 404
            POST /udtraek/{number}/tilbage                        | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/laas                           | DRAW_APPROVER    | -         | 404
            GET  /udtraek/{number}/protokol                       | DRAW_OFFICER DRAW_APPROVER | - | 404
            GET  /udtraek/{number}/protokol/pdf                   | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/protokol/fil                   | DRAW_OFFICER DRAW_APPROVER | - | 404
            GET  /udtraek/{number}/husstande                      | DRAW_OFFICER DRAW_APPROVER | - | 404
            POST /udtraek/{number}/breve                          | DRAW_OFFICER     | -         | 404
            POST /udtraek/{number}/kontrolgruppe                  | DRAW_OFFICER     | -         | 404
            POST /udtraek/{number}/luk                            | DRAW_OFFICER     | -         | 404
            GET  /datakvalitet                                    | STEWARD          | -         | 200
            POST /datakvalitet                                    | STEWARD          | -         | 422
            GET  /drift                                           | IT               | -         | 200
            GET  /drift/koersler/{id}                             | IT               | RUN       | 200
            GET  /drift/koersler/ny                               | IT               | -         | 200
            POST /drift/koersler                                  | IT               | -         | 303
            GET  /drift/rute                                      | IT               | -         | 404
            GET  /drift/rute/skift                                | IT               | -         | 404
            POST /drift/rute/skift                                | IT               | -         | 404
            GET  /drift/kilde                                     | IT               | -         | 404
            POST /drift/kilde/besked                              | IT               | -         | 404
            POST /drift/kilde/besked/fortryd                      | IT               | -         | 404
            GET  /drift/kilde/koer                                | IT               | -         | 404
            POST /drift/kilde/koer                                | IT               | -         | 404
            GET  /drift/lukning                                   | IT               | -         | 200
            POST /drift/lukning                                   | IT               | -         | 422
            POST /drift/lukning/fortryd                           | IT               | -         | 303
            GET  /drift/levering                                  | IT               | -         | 404
            POST /drift/levering                                  | IT               | -         | 404
            GET  /drift/karantaene                                | IT               | -         | 404
            GET  /drift/karantaene/koer-igen                      | IT               | -         | 404
            POST /drift/karantaene/koer-igen                      | IT               | -         | 404
            POST /drift/karantaene/proev                          | IT               | -         | 404
            GET  /drift/karantaene/afvis                          | IT               | -         | 404
            POST /drift/karantaene/afvis                          | IT               | -         | 404
            POST /drift/webhooks                                  | IT               | -         | 303
            """;

    /** Answered by the sign-in before any handler. */
    static final Set<String> BEFORE_ANY_HANDLER = Set.of("POST /log-paa");

    /** Who comes to the teams' first page and is shown to another. */
    private static final Set<Role> HAVE_PAGES_OF_THEIR_OWN = EnumSet.of(
            Role.IT,
            Role.STEWARD,
            Role.DRAW_OFFICER,
            Role.DRAW_APPROVER,
            Role.DPO,
            Role.DESK,
            Role.CONTACT,
            Role.LEADER,
            Role.EVALUATOR);

    /** What a request is about, and which of them are there for somebody of the first area. */
    enum About {
        NOTHING(State.NONE),
        HOUSEHOLD(State.MINE, State.MY_AREA),
        REFRESH(State.MINE, State.MY_AREA),
        RUN(State.MINE, State.MY_AREA, State.OTHER_AREA, State.WITHDRAWN),
        /** A household in the desk's list, where one that took back its consent stands too. */
        DESK(State.MINE, State.MY_AREA, State.WITHDRAWN),
        /** What an ending came to; where nothing was ended there is none. */
        ENDED(State.WITHDRAWN),
        /** A consent's receipt, which stays as proof. */
        RECEIPT(State.MINE, State.MY_AREA, State.WITHDRAWN),
        /** The signed paper behind a consent, which stays as proof. */
        PAPER(State.MINE, State.MY_AREA, State.WITHDRAWN),
        /** A spot check of the log, of no household. */
        CHECK(State.MINE);

        private final Set<State> there;

        About(State... there) {
            this.there = Set.of(there);
        }

        boolean there(State state) {
            return there.contains(state);
        }

        /** Whether it is in an area, and so must not be told from what is not there by somebody of another. */
        boolean ofAnArea() {
            return this != NOTHING && this != RUN && this != CHECK;
        }
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
            return switch (about) {
                case NOTHING -> List.of(NONE);
                case CHECK -> List.of(MINE, ABSENT, MALFORMED);
                default -> List.of(MINE, MY_AREA, OTHER_AREA, WITHDRAWN, ABSENT, MALFORMED);
            };
        }
    }

    /**
     * One line; no roles: for anybody. {@code own}: of a team's members, for the authority's alone; {@code kept}: for those
     * alone who coordinate.
     */
    record Line(String method, String address, Set<Role> roles, boolean own, boolean kept, About about, int answer) {

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
                : Stream.of(cells.get(1)
                                .replace("OWN", "TEAM")
                                .replace("KEEPER", "TEAM")
                                .split("\\s+"))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        About about = cells.get(2).equals("-") ? About.NOTHING : About.valueOf(cells.get(2));
        return new Line(
                request[0],
                request[1],
                roles,
                cells.get(1).contains("OWN"),
                cells.get(1).contains("KEEPER"),
                about,
                Integer.parseInt(cells.get(3)));
    }

    List<Line> lines() {
        return lines;
    }

    /** The addresses, each once. */
    List<String> addresses() {
        return lines.stream().map(Line::address).distinct().toList();
    }

    /** Whether a handler at this address declares the method. */
    boolean declares(String method, String address) {
        return at(address).anyMatch(line -> line.takes(method));
    }

    About about(String address) {
        return at(address).findFirst().map(Line::about).orElseThrow();
    }

    private Stream<Line> at(String address) {
        return lines.stream().filter(line -> line.address().equals(address));
    }

    /**
     * The right answer; {@code held} is empty for somebody without a role, absent for who is not signed in. {@code outside}:
     * somebody of another organisation than the authority.
     */
    int expected(Optional<Set<Role>> held, boolean outside, String method, String address, State state) {
        Set<Role> roles = held.orElse(Set.of());
        List<Line> open = at(address).filter(line -> line.admits(roles)).toList();
        if (open.isEmpty()) {
            boolean shownToTheirOwn = roles.stream().anyMatch(HAVE_PAGES_OF_THEIR_OWN::contains)
                    && method.equals("GET")
                    && address.equals("/");
            return held.isEmpty() || shownToTheirOwn ? 302 : 403;
        }
        if (method.equals("OPTIONS")) {
            return 200;
        }
        return open.stream()
                .filter(line -> line.takes(method))
                .findFirst()
                .map(line -> !line.about().there(state) ? 404 : refused(line, roles, outside) ? 403 : line.answer())
                .orElseGet(() -> at(address).anyMatch(line -> line.takes(method)) ? 403 : 405);
    }

    private static boolean refused(Line line, Set<Role> roles, boolean outside) {
        return outside && line.own() || line.kept() && !roles.contains(Role.COORDINATOR);
    }
}
