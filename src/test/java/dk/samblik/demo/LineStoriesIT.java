package dk.samblik.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.run.Refreshes;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.ViewLines;
import dk.samblik.view.Views;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What happens to the line on a bad day: a register down, a consent taken back half-way, a process killed, many clicks. */
class LineStoriesIT {

    private static Hub hub;

    @BeforeAll
    static void runANight() {
        hub = Hub.start(WorldSize.SMALL, Map.of("samblik.run.chunk", "5", "samblik.run.lease", "5s"));
        assertThat(hub.night().households("UPDATED")).isEqualTo(WorldSize.SMALL.open());
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    private static void slow(Duration delay) {
        hub.social().slowness(delay);
        hub.social().fault(SocialFault.SLOW);
    }

    private static List<EnrolledHousehold> open() {
        return hub.world().desk().households().stream()
                .filter(EnrolledHousehold::open)
                .toList();
    }

    private static HouseholdView view(UUID household) {
        HouseholdId id = new HouseholdId(household);
        return hub.bean(Views.class).read(grant(id), id).orElseThrow();
    }

    private static Grant grant(HouseholdId id) {
        return hub.bean(AccessLog.class).record(List.of(Access.of(Access.Action.VIEW, Viewer.HUB, "test", id, "test")));
    }

    private static Map<String, List<String>> allLines() {
        Map<String, List<String>> lines = new TreeMap<>();
        open().forEach(household -> lines.put(household.number(), ViewLines.of(view(household.id()))));
        return lines;
    }

    private static List<Map<String, Object>> sections(String which) {
        return hub.owner()
                .sql("select person_id, register, since_version, digest from section where register " + which
                        + " and until_version is null order by person_id, register")
                .query()
                .listOfRows();
    }

    @Test
    void oneRegisterDownForANightTakesNothingAwayAndTheNextNightHeals() {
        Map<String, List<String>> before = allLines();
        List<String> othersBefore = digests("<> 'social'");
        List<String> socialBefore = digests("= 'social'");
        List<LaneState> lanesBefore = lanes(Department.SOCIAL);
        hub.social().fault(SocialFault.DOWN);

        RunSummary night = hub.night();

        assertThat(night.state()).isEqualTo(RunSummary.State.DONE_WITH_GAPS);
        assertThat(digests("<> 'social'")).isEqualTo(othersBefore);
        assertThat(digests("= 'social'")).isEqualTo(socialBefore);
        assertThat(lanes(Department.SOCIAL))
                .allSatisfy(state -> assertThat(state)
                        .isIn(LaneState.STALE, LaneState.DOWN_EMPTY, LaneState.NOT_IN_SCOPE, LaneState.WITHDRAWN));
        assertThat(lanes(Department.SOCIAL)).contains(LaneState.STALE);
        assertThat(lanes(Department.EMPLOYMENT)).doesNotContain(LaneState.STALE, LaneState.DOWN_EMPTY);

        hub.social().fault(SocialFault.NONE);
        hub.night();

        assertThat(lanes(Department.SOCIAL)).isEqualTo(lanesBefore);
        assertThat(allLines()).isEqualTo(before);
    }

    private static List<String> digests(String which) {
        return sections(which).stream()
                .map(row -> row.get("person_id") + " " + row.get("register") + " "
                        + java.util.HexFormat.of().formatHex((byte[]) row.get("digest")))
                .toList();
    }

    private static List<LaneState> lanes(Department department) {
        return open().stream()
                .flatMap(household -> view(household.id()).lane(department).stream())
                .map(Lane::state)
                .toList();
    }

    @Test
    void aConsentTakenBackInTheMiddleOfANightLeavesNothingReadable() {
        EnrolledHousehold household = ordinary(0);
        HouseholdId id = new HouseholdId(household.id());
        List<PersonId> persons = household.inForce().stream()
                .map(consent -> new PersonId(
                        hub.world().town().person(consent.subject()).uuid()))
                .toList();
        byte[] sealed = hub.owner()
                .sql("select content_sealed from section where household_id = :id limit 1")
                .param("id", household.id())
                .query(byte[].class)
                .single();
        slow(Duration.ofSeconds(2));
        RunId night = hub.bean(Runs.class).requestNightly("test", "TEST");
        awaitClaimed(night, household.id());

        persons.forEach(
                person -> hub.bean(Withdrawal.class).withdraw(person, new Withdrawn.Everything(), Viewer.HUB, "test"));

        hub.social().fault(SocialFault.NONE);
        assertThat(hub.await(night).households("FAILED")).isZero();
        for (String table : List.of("section", "freshness", "quarantine", "consent_in_force")) {
            assertThat(hub.owner()
                            .sql("select count(*) from " + table + " where household_id = :id")
                            .param("id", household.id())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(view(household.id()).members().stream().map(member -> member.name()))
                .as("no name is shown any more")
                .noneMatch(name -> household.inForce().stream()
                        .anyMatch(consent -> hub.world()
                                .town()
                                .person(consent.subject())
                                .shownName()
                                .equals(name)));
        assertThatThrownBy(() -> hub.bean(Vault.class).open(grant(id), id, "any", sealed))
                .as("the key is gone")
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> insertSection(persons.get(0), household.id()))
                .as("the database itself refuses a section without a consent")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static void awaitClaimed(RunId night, UUID household) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> hub.owner()
                                .sql(
                                        "select count(*) from run_item where run_id = :run and household_id = :id and state = 'CLAIMED'")
                                .param("run", night.value())
                                .param("id", household)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private static void insertSection(PersonId person, UUID household) {
        hub.database()
                .pipeline()
                .sql()
                .sql("""
                        insert into section (person_id, register, since_version, source, household_id, content_sealed,
                          digest, mapping, run_id, stored_at)
                        values (:person, 'jobcenter', 99, 'EMPLOYMENT', :household, '\\x00', '\\x00', '', :run, now())
                        """)
                .param("person", person.value())
                .param("household", household)
                .param("run", UUID.randomUUID())
                .update();
    }

    private static EnrolledHousehold ordinary(int which) {
        return open().stream()
                .filter(household -> household.story().isEmpty())
                .filter(household ->
                        household.consents().size() == household.inForce().size())
                .filter(household -> household.inForce().size() > 1)
                .toList()
                .get(which);
    }

    @Test
    void twentyClicksAreOneRefreshAndPublishNothingWhenNothingIsNew() {
        HouseholdId id = new HouseholdId(ordinary(1).id());
        int version = version(id);

        List<RunId> asked = IntStream.range(0, 20)
                .parallel()
                .mapToObj(click -> hub.bean(Refreshes.class).request(id, "maja"))
                .distinct()
                .toList();
        RunSummary refresh = hub.await(asked.get(0));

        assertThat(asked).hasSize(1);
        assertThat(refresh.state()).isEqualTo(RunSummary.State.DONE);
        assertThat(refresh.households("UNCHANGED")).isEqualTo(1);
        assertThat(version(id)).isEqualTo(version);
    }

    @Test
    void aRefreshPublishesANewVersionWhenARegisterSaysSomethingNew() {
        record Open(UUID sag, String cpr) {}
        EnrolledHousehold household = open().stream()
                .filter(each -> ViewLines.of(view(each.id())).stream()
                        .anyMatch(line -> line.startsWith("case|boern-og-unge|") && line.contains("|OPEN|")))
                .filter(each -> !each.id().equals(ordinary(0).id()))
                .findFirst()
                .orElseThrow();
        HouseholdId id = new HouseholdId(household.id());
        int version = version(id);
        String number = ViewLines.of(view(household.id())).stream()
                .filter(line -> line.startsWith("case|boern-og-unge|") && line.contains("|OPEN|"))
                .findFirst()
                .orElseThrow()
                .split("\\|")[3];
        org.springframework.jdbc.core.simple.JdbcClient.create(hub.bu())
                .sql(
                        "update bu.sag set status_kode = 'SagStatus2', afsluttet = current_date where sagsnummer = :number")
                .param("number", number)
                .update();

        RunSummary refresh = hub.await(hub.bean(Refreshes.class).request(id, "maja"));

        assertThat(refresh.households("UPDATED")).isEqualTo(1);
        assertThat(version(id)).isEqualTo(version + 1);
        assertThat(hub.bean(Views.class).since(grant(id), id, version)).isNotEmpty();
    }

    private static int version(HouseholdId id) {
        return hub.owner()
                .sql("select view_version from household where household_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aNightKilledHalfWayIsGoneOnWithAndEndsWithTheSameViews() throws Exception {
        Map<String, List<String>> before = allLines();
        CamelContext line = hub.bean(CamelContext.class);
        line.getRouteController().stopRoute("resume-run");
        slow(Duration.ofMillis(700));
        Process other = otherHub();
        RunId killed =
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(LineStoriesIT::halfDone, half -> half != null);

        other.destroyForcibly().waitFor();
        hub.social().fault(SocialFault.NONE);
        line.getRouteController().startRoute("resume-run");

        RunSummary resumed = hub.await(killed);
        assertThat(resumed.state()).isEqualTo(RunSummary.State.DONE_WITH_GAPS);
        assertThat(resumed.households("FAILED")).isZero();
        assertThat(resumed.households("PENDING")).isZero();
        assertThat(resumed.registers())
                .allSatisfy(register -> assertThat(register.difference()).isZero());
        assertThat(allLines()).isEqualTo(before);
    }

    private static RunId halfDone() {
        return hub.owner().sql("""
                        select run_id from run join run_item using (run_id)
                         where run.state = 'RUNNING' and run.requested_by = 'samblik-console'
                         group by run_id
                        having count(*) filter (where run_item.state = 'UNCHANGED' or run_item.state = 'KEPT') >= 5
                           and count(*) filter (where run_item.state = 'PENDING') >= 5
                        """).query(UUID.class).optional().map(RunId::new).orElse(null);
    }

    /** Another process of the hub on the same ground, running a night as a scheduler would. */
    private static Process otherHub() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dk.samblik.Samblik"));
        hub.settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        command.addAll(List.of("run", "nightly", "--wait"));
        File said = Path.of("target", "other-hub.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
    }
}
