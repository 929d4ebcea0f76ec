package dk.samblik.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.access.Viewer.Role;
import dk.samblik.browser.Somebody.Answer;
import dk.samblik.browser.WhoMaySeeWhat.About;
import dk.samblik.browser.WhoMaySeeWhat.Line;
import dk.samblik.browser.WhoMaySeeWhat.State;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role at every address of the running hub, by every method, about every kind of household: each answer is the one of
 * the reviewed table. Addresses come from the hub's own list of handlers, so that a page nobody put in the table is found.
 */
@ExtendWith(OutputCaptureExtension.class)
class WhoMaySeeWhatIT {

    private static final int AT_LEAST = 6000;
    /** A form that is shown again, with whom it is about, to somebody who may see them. */
    private static final Set<Integer> FORM_AGAIN = Set.of(412, 422);

    private static final String VALUE = "KANARIEFUGL-3112999901";
    private static final WhoMaySeeWhat TABLE = new WhoMaySeeWhat(WhoMaySeeWhat.REVIEWED);

    private static Hub hub;
    private static final List<Somebody> EVERYBODY = new ArrayList<>();
    private static final Map<State, String> HOUSEHOLDS = new EnumMap<>(State.class);
    private static final Map<State, String> REFRESHES = new EnumMap<>(State.class);
    private static final Map<State, Agreed> CONSENTS = new EnumMap<>(State.class);
    private static final Map<State, String> PAPERS = new EnumMap<>(State.class);
    private static final Map<State, String> CHECKS = new EnumMap<>(State.class);
    private static final Map<Cell, Answer> ANSWERS = new ConcurrentHashMap<>();

    /** One person's consent in a version, by what stands in addresses. */
    private record Agreed(String person, String consent, int version) {}

    private record Cell(String who, String method, String address, State state) {}

    @BeforeAll
    static void askEverybodyEverything() {
        hub = Hub.start(WorldSize.TINY, TestSignIn.settings(Map.of("samblik.run.progress-kept", "2h")));
        hub.night();
        households();
        people(origin());
        spotCheck();
        EVERYBODY.parallelStream().forEach(WhoMaySeeWhatIT::askEverything);
    }

    private static void askEverything(Somebody who) {
        if (who.held().equals(Optional.of(Set.of(Role.DPO)))) {
            // What the officer hands out asks for a sign-in of the last five minutes.
            who.signsIn(TestSignIn.PASSWORD);
        }
        for (String address : TABLE.addresses()) {
            for (State state : State.of(TABLE.about(address))) {
                for (String method : Somebody.methods()) {
                    if (tried(method, address, state)) {
                        ANSWERS.put(
                                new Cell(who.name(), method, address, state),
                                who.asks(method, path(address, TABLE.about(address), state)));
                    }
                }
            }
        }
    }

    /** In the quick tier a method that nothing declares is tried on the first thing alone. */
    private static boolean tried(String method, String address, State state) {
        return "full".equals(System.getProperty("samblik.campaign"))
                || TABLE.declares(method, address)
                || state == State.of(TABLE.about(address)).get(0);
    }

    private static String origin() {
        return "http://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    }

    private static String path(String address, About about, State state) {
        String household = String.valueOf(HOUSEHOLDS.get(state));
        Agreed agreed = CONSENTS.getOrDefault(state, new Agreed("", "", 0));
        String id = switch (about) {
            // No id of anything: an address with nothing between its slashes is refused before any handler
            case NOTHING -> "none";
            case HOUSEHOLD, DESK, ENDED -> household;
            case REFRESH, RUN -> REFRESHES.get(state);
            case RECEIPT -> agreed.consent();
            case PAPER -> PAPERS.get(state);
            case CHECK -> CHECKS.get(state);
        };
        return address.replace("{id}", id)
                .replace("{part}", "datoer")
                .replace("{number}", "1")
                .replace("{programme}", "FREMSKUDT")
                .replace("{half}", "2020-H1")
                .replace("{household}", household)
                .replace("{way}", "traek-tilbage")
                .replace("{person}", agreed.person())
                .replace("{consent}", agreed.consent())
                .replace("{version}", String.valueOf(agreed.version()));
    }

    private static void households() {
        List<UUID> own = open("Lærkevænget");
        UUID other = open("Skovparken").get(0);
        HOUSEHOLDS.put(State.MINE, own.get(0).toString());
        HOUSEHOLDS.put(State.MY_AREA, own.get(1).toString());
        HOUSEHOLDS.put(State.OTHER_AREA, other.toString());
        HOUSEHOLDS.put(State.WITHDRAWN, own.get(2).toString());
        hub.owner()
                .sql("update household set coordinator = case household_id when ? then 'maja' else null end"
                        + " where area = 'Lærkevænget'")
                .param(own.get(0))
                .update();
        HOUSEHOLDS.forEach((state, household) -> REFRESHES.put(state, refreshed(household)));
        HOUSEHOLDS.forEach((state, household) -> PAPERS.put(state, paper(household)));
        consenting(own.get(2)).forEach(person -> withdraw(person, "Lærkevænget"));
        withdraw(consenting(other).get(0), "Skovparken");
        HOUSEHOLDS.forEach((state, household) -> CONSENTS.put(
                state, agreed(household, state == State.MINE || state == State.MY_AREA ? "ACTIVE" : "WITHDRAWN")));
        String absent = UUID.randomUUID().toString();
        String malformed = "intet-nummer";
        List.of(HOUSEHOLDS, REFRESHES, PAPERS, CHECKS).forEach(ids -> {
            ids.put(State.ABSENT, absent);
            ids.put(State.MALFORMED, malformed);
        });
        CONSENTS.put(State.ABSENT, new Agreed(absent, absent, 1));
        CONSENTS.put(State.MALFORMED, new Agreed(malformed, malformed, 1));
    }

    /** The newest version that stands so: of somebody who consents now, or who took it back. */
    private static Agreed agreed(String household, String status) {
        return hub.owner()
                .sql("select person_id, consent_id, version from consent c where household_id = ?::uuid and status = ?"
                        + " and (status = 'ACTIVE') = exists (select from consent_in_force f where f.person_id = c.person_id)"
                        + " order by person_id, version desc limit 1")
                .params(household, status)
                .query((row, number) ->
                        new Agreed(row.getString("person_id"), row.getString("consent_id"), row.getInt("version")))
                .single();
    }

    private static List<UUID> open(String area) {
        List<UUID> open = hub.owner()
                .sql("select household_id from household h where area = ? and view_version > 0 and exists"
                        + " (select from consent_in_force f where f.household_id = h.household_id) order by number")
                .param(area)
                .query(UUID.class)
                .list();
        assertThat(open).as("households of %s", area).hasSizeGreaterThan(2);
        return open;
    }

    private static String refreshed(String household) {
        RunId run = hub.bean(Refreshes.class).request(HouseholdId.of(household), "maja");
        hub.await(run);
        return run.toString();
    }

    /** A paper in the household's file. */
    private static String paper(String household) {
        UUID id = UUID.randomUUID();
        byte[] sealed =
                hub.bean(Vault.class).sealRecord("evidence|" + id, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        hub.owner()
                .sql("insert into evidence (evidence_id, household_id, content_sealed, sha256, added_by, added_at)"
                        + " values (?, ?::uuid, ?, '', 'maja', now())")
                .params(id, household, sealed)
                .update();
        return id.toString();
    }

    private static List<UUID> consenting(UUID household) {
        return hub.owner()
                .sql("select distinct person_id from consent where household_id = ? and status = 'ACTIVE' order by 1")
                .param(household)
                .query(UUID.class)
                .list();
    }

    private static void withdraw(UUID person, String area) {
        Viewer by = new Viewer("maja", "Maja Test", Role.COORDINATOR, "Fjordsted Kommune", Set.of(area));
        hub.bean(Withdrawal.class).withdraw(new PersonId(person), new Withdrawn.Everything(), by, "test");
    }

    private static void spotCheck() {
        String drawn = named("dpo")
                .asks("POST", "/opslagslog/stikproever")
                .headers()
                .get("location")
                .get(0);
        CHECKS.put(State.MINE, drawn.substring(drawn.lastIndexOf('/') + 1));
    }

    private static Somebody named(String name) {
        return EVERYBODY.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void people(String origin) {
        place("skranke", "DESK", "Fjordsted Kommune");
        place("kontakt", "CONTACT", "Fjordsted Kommune");
        place("leder", "LEADER", "Fjordsted Kommune");
        place("evaluator", "EVALUATOR", "Universitetet");
        place("dpo", "DPO", "Fjordsted Kommune");
        place("datakvalitet", "STEWARD", "Fjordsted Kommune");
        place("udtraek", "DRAW_OFFICER", "Fjordsted Kommune");
        place("godkender", "DRAW_APPROVER", "Fjordsted Kommune");
        place("vikar", "TEAM", "Fjordsted Kommune");
        place("ophoert", "TEAM", "Fjordsted Kommune");
        place("tidligere", "COORDINATOR", "Fjordsted Kommune");
        EVERYBODY.add(new Somebody("ingen", Optional.empty(), origin).comes());
        signIn("maja", origin, Role.COORDINATOR);
        signIn("jens", origin, Role.TEAM);
        signIn("sanne", origin, Role.TEAM);
        signIn("vikar", origin, Role.TEAM);
        signIn("skranke", origin, Role.DESK);
        signIn("kontakt", origin, Role.CONTACT);
        signIn("leder", origin, Role.LEADER);
        signIn("evaluator", origin, Role.EVALUATOR);
        signIn("dpo", origin, Role.DPO);
        signIn("it", origin, Role.IT);
        signIn("datakvalitet", origin, Role.STEWARD);
        signIn("udtraek", origin, Role.DRAW_OFFICER);
        signIn("godkender", origin, Role.DRAW_APPROVER);
        signIn("ophoert", origin);
        signIn("tidligere", origin);
        hub.owner()
                .sql(
                        "update staff set guest_from = current_date, guest_until = current_date + 1, guest_reason = 'ferie'"
                                + " where subject = 'vikar'")
                .update();
        hub.owner()
                .sql(
                        "update staff set guest_from = current_date - 9, guest_until = current_date - 2, guest_reason = 'ferie'"
                                + " where subject = 'ophoert'")
                .update();
        hub.owner().sql("delete from staff where subject = 'tidligere'").update();
    }

    private static void place(String subject, String role, String organisation) {
        hub.owner()
                .sql(
                        "insert into staff (subject, name, role, organisation, team, area) values (?, 'Test', ?, ?, 'Prøve',"
                                + " 'Lærkevænget')")
                .params(subject, role, organisation)
                .update();
    }

    private static void signIn(String subject, String origin, Role... roles) {
        EVERYBODY.add(new Somebody(subject, Optional.of(Set.of(roles)), origin).signsIn(TestSignIn.PASSWORD));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private static List<String> deviations(WhoMaySeeWhat reviewed) {
        List<String> deviations = new ArrayList<>();
        for (Somebody who : EVERYBODY) {
            ANSWERS.forEach((cell, answer) -> {
                if (cell.who().equals(who.name())) {
                    int right = reviewed.expected(
                            who.held(), who.name().equals("sanne"), cell.method(), cell.address(), cell.state());
                    if (answer.status() != right) {
                        deviations.add(cell + ": " + answer.status() + " where " + right + " is right");
                    }
                }
            });
        }
        return deviations;
    }

    @Test
    void everyAnswerIsTheOneThatWasReviewed() {
        assertThat(ANSWERS).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(deviations(TABLE)).isEmpty();
    }

    @Test
    void everyHandlerOfTheRunningHubStandsInTheTable() {
        Set<String> live = new TreeSet<>();
        hub.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("dk.samblik.")) {
                mapping.getPatternValues().stream()
                        .filter(address -> !address.equals("/error"))
                        .map(address -> address.replaceAll(":[^}]*}", "}"))
                        .forEach(address -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> live.add(method + " " + address)));
            }
        });
        assertThat(live)
                .as(
                        "each handler has its line in WhoMaySeeWhat.REVIEWED: add the new one's there, with the roles it is meant"
                                + " for and what its {id} is, or take the line out that has no handler any more")
                .containsExactlyInAnyOrderElementsOf(TABLE.lines().stream()
                        .map(line -> line.method() + " " + line.address())
                        .filter(line -> !WhoMaySeeWhat.BEFORE_ANY_HANDLER.contains(line))
                        .toList());
    }

    @Test
    void absentForeignWithdrawnAndMalformedAreTheSameBytes() {
        int compared = 0;
        for (Somebody who : EVERYBODY) {
            for (Line line : TABLE.lines()) {
                if (line.about().ofAnArea()) {
                    String absent = told(who, line, State.ABSENT);
                    for (State state : alike(line.about())) {
                        assertThat(told(who, line, state))
                                .as("%s %s %s", who.name(), line.address(), state)
                                .isEqualTo(absent);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(600);
    }

    /** Not one of what the viewer may see, nor of it what never was. */
    private static List<State> alike(About about) {
        return Stream.of(State.OTHER_AREA, State.WITHDRAWN, State.MALFORMED)
                .filter(state -> !about.there(state))
                .toList();
    }

    private static String told(Somebody who, Line line, State state) {
        return ANSWERS.get(new Cell(who.name(), line.method(), line.address(), state))
                .told();
    }

    @Test
    void aRefusalNamesNoHousehold() {
        List<String> numbers = hub.owner()
                .sql("select number from household")
                .query(String.class)
                .list();
        assertThat(ANSWERS.values())
                .filteredOn(answer -> Set.of(403, 404, 405).contains(answer.status()))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(numbers).noneMatch(answer.body()::contains));
    }

    @Test
    void everyRefusedLookOfSomebodyWithARoleIsInTheLogWithItsReason() {
        assertThat(hub.owner()
                        .sql("select distinct outcome from access_log where action = 'DENIED' and actor in"
                                + " ('maja', 'leder', 'it')")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder("NOT_YOURS", "WITHDRAWN", "OTHER_ROLE");
        assertThat(hub.owner()
                        .sql(
                                "select distinct actor || ' ' || outcome from access_log where action = 'DENIED' and actor in"
                                        + " ('skranke', 'dpo')")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder("skranke NOT_YOURS", "skranke OTHER_ROLE", "dpo OTHER_ROLE");
        assertThat(seenBy("leder", "it"))
                .as("nothing about a household was shown to those who follow none")
                .isEmpty();
        assertThat(hub.owner()
                        .sql("select distinct purpose || ' ' || coalesce(household_id::text, 'nobody') from access_log"
                                + " where action <> 'DENIED' and actor = 'evaluator'")
                        .query(String.class)
                        .set())
                .as("the evaluator saw series under pseudonyms, which are nobody's")
                .containsExactly("effect-audit nobody");
    }

    /** The desk looks at names and consents of its own area, the officer at the log: the log says of each no more than that. */
    @Test
    void theDeskAndTheOfficerSawWhatTheirWorkIsAndNothingThatWasFetched() {
        String outside = " (outside)";
        assertThat(hub.owner()
                        .sql("select distinct actor || ' ' || purpose || ' ' || coalesce(source, '-')"
                                + " || array_to_string(categories, ' ') || case when actor = 'skranke' and household_id is"
                                + " not null and household_id not in (select household_id from household where area ="
                                + " 'Lærkevænget') then ? else '' end"
                                + " from access_log where action <> 'DENIED' and actor in ('skranke', 'dpo')")
                        .param(outside)
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder(
                        "skranke consent-desk -",
                        "skranke consent-desk POPULATION",
                        "skranke CONSENT_RECEIPT -",
                        "skranke CONSENT_PAPER -",
                        "dpo log-control -");
    }

    /** The desk is the authority's own: a coordinator of the housing association has none, also in their own area. */
    @Test
    void aCoordinatorOfAnotherOrganisationStandsAtNoDesk() {
        place("husvaert", "COORDINATOR", "Fjordsted Boligforening");
        Somebody outsider =
                new Somebody("husvaert", Optional.of(Set.of(Role.COORDINATOR)), origin()).signsIn(TestSignIn.PASSWORD);
        for (Line line : TABLE.lines()) {
            if (line.roles().contains(Role.DESK)) {
                for (State state : State.of(line.about())) {
                    Answer answer = outsider.asks(line.method(), path(line.address(), line.about(), state));
                    assertThat(answer.status()).as("%s %s", line, state).isEqualTo(403);
                }
            }
        }
        assertThat(seenBy("husvaert")).isEmpty();
    }

    /**
     * Each page in the hands of who may open it, with a value where an id belongs, with a form that cannot be read, and while a
     * table is gone: the answer has nothing of the value nor of anybody, the log has neither nor the database's own words.
     */
    @Test
    void anErrorSaysNothingOfWhatProvokedIt(CapturedOutput log) {
        List<Answer> answers = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            answers.add(
                    admitted(line).asks(line.method(), line.address().replaceAll("\\{\\w+}", VALUE) + "?ark=" + VALUE));
            answers.add(admitted(line).sends(path(line.address(), line.about(), State.MINE), VALUE));
        });
        for (String table : List.of("household", "view_version", "consent", "access_log")) {
            hub.owner().sql("alter table " + table + " rename to kept_away").update();
            try {
                TABLE.lines().stream()
                        .filter(line -> line.method().equals("GET"))
                        .forEach(line -> answers.add(
                                admitted(line).asks("GET", path(line.address(), line.about(), State.MINE))));
            } finally {
                hub.owner().sql("alter table kept_away rename to " + table).update();
            }
        }

        List<Answer> errors = answers.stream()
                .filter(answer -> answer.status() >= 400 && !FORM_AGAIN.contains(answer.status()))
                .toList();
        assertThat(errors).hasSizeGreaterThanOrEqualTo(60);
        assertThat(errors).filteredOn(answer -> answer.status() >= 500).hasSizeGreaterThanOrEqualTo(30);
        List<String> people = hub.world().town().people().stream()
                .map(person -> person.name().shown())
                .toList();
        assertThat(errors)
                .allSatisfy(answer -> assertThat(answer.body())
                        .doesNotContain(VALUE, "Exception", "SQL", "relation", "dk.samblik", "\tat ")
                        .satisfies(body -> assertThat(people).noneMatch(body::contains)));
        assertThat(log.getAll()).doesNotContain(VALUE).doesNotContain("does not exist");
        assertThat(log.getAll()).satisfies(text -> assertThat(people).noneMatch(text::contains));
    }

    /** Whoever may send a form is refused without its token, also where another site sent it along with the session. */
    @Test
    void everyFormNeedsItsToken() {
        List<Line> forms = TABLE.lines().stream()
                .filter(line -> line.method().equals("POST") && !line.forAnybody())
                .toList();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(15);
        for (Line form : forms) {
            String path = path(form.address(), form.about(), State.MINE);
            assertThat(admitted(form).forged(path)).as(form.address()).isEqualTo(403);
        }
        assertThat(admitted(forms.get(0))
                        .asks("POST", "/husstande/" + HOUSEHOLDS.get(State.MINE) + "/hent")
                        .status())
                .as("with its token")
                .isEqualTo(303);
    }

    private static Somebody admitted(Line line) {
        return EVERYBODY.stream()
                .filter(who -> line.admits(who.held().orElse(Set.of())))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> seenBy(String... actors) {
        return hub.owner()
                .sql(
                        "select actor || ' ' || action || ' ' || outcome from access_log where actor = any (?) and action <>"
                                + " 'DENIED'")
                .param(actors)
                .query(String.class)
                .list();
    }

    /** Acceptance case 18 of the domain reference, 7.4. */
    @Test
    void aHousingMemberWhoOpensBenefitsIsRefusedAndTheTryIsLogged() {
        Answer answer = named("sanne").asks("GET", "/husstande/" + HOUSEHOLDS.get(State.MINE) + "/dele/forsoergelse");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Din rolle giver ikke adgang til denne del");
        assertThat(hub.owner()
                        .sql(
                                "select actor || ' ' || action || ' ' || outcome from access_log where 'BENEFITS' = any (categories)"
                                        + " and household_id = ?::uuid and outcome <> 'OK' order by seq desc limit 1")
                        .param(HOUSEHOLDS.get(State.MINE))
                        .query(String.class)
                        .single())
                .isEqualTo("sanne DENIED OTHER_ROLE");
    }

    @Test
    void aTableThatIsWrongInOneWordIsFound() {
        for (String[] sabotage : new String[][] {
            {"(GET  /husstande/\\{id} +\\| COORDINATOR) TEAM", "$1"},
            {"(GET  /drift +\\| IT) ", "$1 TEAM "},
            {"POST (/husstande/\\{id}/hent )", "PUT $1"},
            {"(/cpr +\\| COORDINATOR) OWN ", "$1 TEAM"},
            {"(POST /husstande/\\{id}/cpr +\\| COORDINATOR)     ", "$1 TEAM"},
            {"\\| REFRESH ", "| RUN "},
            {"(/historik +\\|.*\\|) DESK ", "$1 HOUSEHOLD "},
            {"(/kvittering/\\{id} +\\| COORDINATOR) DESK", "$1 DESK TEAM"},
            {"(/opslagslog/signaler +\\| DPO)", "$1 IT"}
        }) {
            String wrong = WhoMaySeeWhat.REVIEWED.replaceAll(sabotage[0], sabotage[1]);
            assertThat(wrong).as(sabotage[0]).isNotEqualTo(WhoMaySeeWhat.REVIEWED);
            assertThat(deviations(new WhoMaySeeWhat(wrong))).as(sabotage[0]).isNotEmpty();
        }
    }
}
