package dk.samblik.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.consent.ImportResult.Refusal;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Human;
import dk.samblik.population.Invented;
import dk.samblik.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the consent desk: taken whole or not at all, twice like once, and refused without repeating what they say. */
class ImportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 1);
    private static TestDatabase database;

    @TempDir
    Path folder;

    private ConsentDesk desk;
    private final Human anna = Human.born(LocalDate.of(1985, 3, 12), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Human bo = Human.born(LocalDate.of(1979, 5, 7), 0).at("0012", "012", ENROLLED.minusYears(3));
    private final Household home = new Household(ENROLLED);
    private final Household other = new Household(ENROLLED);

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        desk = new ConsentDesk(database, folder, TODAY);
        desk.empty();
        desk.records.load(TODAY.minusDays(1), anna, bo);
    }

    @Test
    void aHouseholdIsTakenWithNumbersSealedOrHashedOnly() {
        ImportResult result = desk.households(home.adults(anna).member(bo, "DECLINED", "ADULT"));

        assertThat(result).isEqualTo(new ImportResult(1, 1, List.of(), List.of()));
        assertThat(desk.count("member where cpr_sealed is null")).isOne();
        assertThat(desk.count("member where octet_length(cpr_hash) = 32")).isEqualTo(2);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        desk.households(home.adults(anna));
        Agreement consent = Agreement.own(home, anna);
        desk.consents(consent);
        int lines = desk.count("access_log where action = 'CONSENT_RECORDED'");

        assertThat(desk.households(home).refused()).isEmpty();
        assertThat(desk.consents(consent)).isEqualTo(new ImportResult(1, 0, List.of(), List.of()));
        assertThat(desk.count("member")).isOne();
        assertThat(desk.count("consent")).isOne();
        assertThat(desk.count("access_log where action = 'CONSENT_RECORDED'"))
                .isEqualTo(lines)
                .isOne();
    }

    @Test
    void oneRefusedEntryRefusesTheFile() {
        ImportResult result =
                desk.households(home.adults(anna), other.adults(bo).with("cpr", "310299990x"));

        assertThat(result.refused()).containsExactly(new Refusal(1, "/members/0/cpr", "CPR_UNREADABLE"));
        assertThat(result.taken()).isFalse();
        assertThat(desk.count("household")).isZero();
    }

    @Test
    void refusalsNameThePlaceAndTheRuleAndNeverTheValue() {
        ImportResult result = desk.households(
                home.adults(anna).with("participation", "Sandra").with("from", "i går"),
                other.adults(bo).with("navn", "Sandra"));

        assertThat(result.refused())
                .contains(
                        new Refusal(0, "/members/0/participation", "SCHEMA_ENUM"),
                        new Refusal(0, "/members/0/from", "SCHEMA_FORMAT"),
                        new Refusal(1, "/members/0", "SCHEMA_ADDITIONALPROPERTIES"));
        assertThat(result.toString()).doesNotContain("Sandra").doesNotContain("går");
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        assertThat(desk.importing.households(desk.write("Hej")).refused())
                .containsExactly(new Refusal(-1, "", "NOT_JSON"));
        assertThat(desk.importing.households(desk.write("{\"teams\":[]}")).refused())
                .containsExactly(new Refusal(-1, "", "NO_LIST_OF_HOUSEHOLDS"));
        assertThat(desk.importing.households(folder.resolve("none.json")).refused())
                .containsExactly(new Refusal(-1, "", "NO_SUCH_FILE"));
        assertThat(desk.importing.households(desk.write("{\"households\":[{}")).refused())
                .contains(new Refusal(-1, "", "NOT_JSON"));
    }

    @Test
    void aPersonIsInOneHousehold() {
        desk.households(home.adults(anna));

        assertThat(desk.households(other.adults(anna)).refused())
                .containsExactly(new Refusal(0, "/members/0/person_id", "MEMBER_OF_ANOTHER_HOUSEHOLD"));
        Household third = new Household(ENROLLED).member(PersonId.random(), anna.cpr(), "PARTICIPANT", "ADULT");
        assertThat(desk.households(third).refused())
                .containsExactly(new Refusal(0, "/members/0/cpr", "NUMBER_OF_ANOTHER_MEMBER"));
    }

    @Test
    void twiceInOneFileAndDaysTheWrongWayRoundAreRefused() {
        Household reversed =
                other.adults(bo).with("to", ENROLLED.minusDays(1).toString()).exit(ENROLLED.minusDays(1));

        assertThat(desk.households(home.adults(anna), home, reversed).refused())
                .contains(
                        new Refusal(1, "/household_id", "TWICE_IN_THE_FILE"),
                        new Refusal(1, "/members/0/person_id", "TWICE_IN_THE_FILE"),
                        new Refusal(2, "/exit", "BEFORE_ENROLLED"),
                        new Refusal(2, "/members/0/to", "BEFORE_FROM"));
    }

    @Test
    void aConsentMustBeAboutAParticipantOfThatHousehold() {
        desk.households(home.adults(anna), other.member(bo, "DECLINED", "ADULT"));
        Human nobody = Human.born(LocalDate.of(1990, 2, 2), 0);

        ImportResult result =
                desk.consents(Agreement.own(home, nobody), Agreement.own(other, anna), Agreement.own(other, bo));

        assertThat(result.refused())
                .containsExactly(
                        new Refusal(0, "/subject_person_id", "NO_SUCH_MEMBER"),
                        new Refusal(1, "/household_id", "MEMBER_OF_ANOTHER_HOUSEHOLD"),
                        new Refusal(2, "/subject_person_id", "NOT_A_PARTICIPANT"));
        assertThat(desk.count("consent")).isZero();
    }

    @Test
    void aRecordedVersionIsNotChangedAndANewOneTakesItsPlace() {
        desk.households(home.adults(anna));
        Agreement consent = Agreement.own(home, anna);
        desk.consents(consent);

        assertThat(desk.consents(consent.put("valid_to", ENROLLED.plusDays(1).toString()))
                        .refused())
                .containsExactly(new Refusal(0, "/version", "RECORDED_OTHERWISE"));
        assertThat(desk.consents(consent.put("valid_to", TODAY.toString()).next())
                        .taken())
                .isTrue();
        assertThat(desk.owner
                        .sql("select status from consent order by version")
                        .query(String.class)
                        .list())
                .containsExactly("SUPERSEDED", "ACTIVE");
    }

    @Test
    void grantorsAreKnownByNumberOrById() {
        desk.households(home.adults(anna).member(bo, "OUTSIDE", "OTHER"));
        Agreement unreadable = Agreement.about(home, anna).put("grantors", List.of(grantor("person_cpr", "hemmelig")));
        Agreement unknown = Agreement.about(home, anna)
                .put("grantors", List.of(grantor("person_id", UUID.randomUUID().toString())));
        Agreement byId = Agreement.about(home, anna)
                .put("grantors", List.of(grantor("person_id", Household.id(anna).toString())));

        assertThat(desk.consents(unreadable, unknown).refused())
                .containsExactly(
                        new Refusal(0, "/grantors/0", "GRANTOR_NOT_KNOWN"),
                        new Refusal(1, "/grantors/0", "GRANTOR_NOT_KNOWN"));
        assertThat(desk.consents(byId).taken()).isTrue();
        assertThat(desk.asked(home)).containsOnly(Household.id(anna));
    }

    @Test
    void theDocumentIsSealedWithAProofOfWhoHadToConsent() {
        desk.households(home.adults(anna));
        Agreement consent = Agreement.own(home, anna);
        desk.consents(consent);
        byte[] sealed = desk.owner
                .sql("select document_sealed from consent")
                .query(byte[].class)
                .single();

        String document = new String(
                desk.vault.openRecord(
                        dk.samblik.access.TestAccess.grant(home.id()),
                        home.id(),
                        Consents.label(consent.id(), 1),
                        sealed),
                StandardCharsets.UTF_8);

        assertThat(document)
                .contains("\"required_grantors_snapshot\":{\"as_of\":\"2026-11-16\"")
                .contains("\"purpose_code\":\"HELHEDSINDSATS\"");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(anna.cpr().digits());
    }

    @Test
    void withoutAPopulationRegisterConsentsAreRecordedAndNothingIsInForceYet() {
        ConsentDesk blind = new ConsentDesk(database, folder, TODAY.plusDays(30), ConsentSettings.agreed(), desk.vault);
        blind.households(home.adults(anna));

        assertThat(blind.consents(Agreement.own(home, anna)).taken()).isTrue();
        assertThat(blind.count("consent where status = 'ACTIVE'")).isOne();
        assertThat(blind.count("consent_in_force")).isZero();
    }

    @Test
    void aMemberWhoIsNoLongerAParticipantLosesWhatIsInForce() {
        Cpr kept = Invented.born(LocalDate.of(1979, 5, 7), 0);
        desk.households(home.adults(anna, bo));
        desk.consents(Agreement.own(home, anna), Agreement.own(home, bo));
        assertThat(desk.count("consent_in_force")).isEqualTo(10);

        desk.households(home.with("participation", "DECLINED").with("cpr", kept.digits()));

        assertThat(desk.count("consent_in_force")).isEqualTo(5);
        assertThat(desk.count("member where cpr_sealed is null")).isOne();
    }

    @Test
    void aTeamIsReplacedAsAWhole() {
        desk.importing.teams(teams("A", user("maja", "COORDINATOR"), user("jens", "TEAM")));

        assertThat(desk.importing.teams(teams("A", user("maja", "TEAM"))).taken())
                .isTrue();
        assertThat(desk.owner
                        .sql("select subject || ' ' || role from staff")
                        .query(String.class)
                        .list())
                .containsExactly("maja TEAM");
    }

    @Test
    void staffWhoFollowHouseholdsNeedAnArea() {
        assertThat(desk.importing
                        .teams(teams(null, user("it", "IT"), user("maja", "TEAM")))
                        .refused())
                .containsExactly(new Refusal(0, "/members/1/role", "NEEDS_AN_AREA"));
    }

    @Test
    void aGuestIsTakenInForFourteenDaysAtMost() {
        assertThat(desk.importing
                        .teams(teams("A", guest("2026-03-01", "2026-03-14")))
                        .taken())
                .isTrue();
        assertThat(desk.owner
                        .sql("select guest_from || ' ' || guest_until || ' ' || guest_reason from staff")
                        .query(String.class)
                        .list())
                .containsExactly("2026-03-01 2026-03-14 for Jens");
        for (String until : List.of("2026-03-15", "2026-02-28")) {
            assertThat(desk.importing
                            .teams(teams("A", guest("2026-03-01", until)))
                            .refused())
                    .containsExactly(new Refusal(0, "/members/0/guest/until", "GUEST_1_TO_14_DAYS"));
        }
    }

    /** A title opens nothing, so a wrong one keeps nobody out; where it stands is told, and not what it says. */
    @Test
    void aTitleTheProgrammeDoesNotNameIsTakenAndRemarkedOn() {
        Map<String, Object> guest = new HashMap<>(guest("2026-03-01", "2026-03-14"));
        guest.put("title", "Sundhedsplejerske");

        ImportResult result = desk.importing.teams(teams(
                "Mosebakken",
                titled(user("maja", "COORDINATOR"), "tovholder "),
                titled(user("jens", "TEAM"), "Jobkonsullent"),
                user("sanne", "TEAM"),
                titled(user("kaj", "CONTACT"), "Kontaktmedarbejder"),
                guest));

        assertThat(result.taken()).isTrue();
        assertThat(result.remarks())
                .containsExactly(new ImportResult.Remark(
                        0,
                        "/members/1/title",
                        "FREMSKUDT",
                        List.of("Tovholder", "Jobkonsulent", "Familierådgiver", "Boligsocial medarbejder")));
        assertThat(desk.count("staff where title = 'Jobkonsullent'")).isOne();
        assertThat(desk.importing
                        .teams(teams("En anden egn", titled(user("maja", "TEAM"), "Jobkonsullent")))
                        .remarks())
                .isEmpty();
    }

    private static Map<String, Object> titled(Map<String, Object> user, String title) {
        Map<String, Object> titled = new HashMap<>(user);
        titled.put("title", title);
        return titled;
    }

    @Test
    void aGuestNeedsAReasonAndAnEnd() {
        Map<String, Object> forEver = new HashMap<>(user("vikar", "TEAM"));
        forEver.put("guest", Map.of("from", "2026-03-01"));

        assertThat(desk.importing.teams(teams("A", forEver)).refused())
                .extracting(Refusal::reason)
                .containsOnly("SCHEMA_REQUIRED");
    }

    @Test
    void whomAConsentNamesIsKeptForWhatWasAgreedOnly() {
        desk.households(home.adults(anna));
        desk.consents(Agreement.own(home, anna)
                .put("categories", List.of("MEASURES", "TENANCY"))
                .put(
                        "recipients",
                        List.of(
                                Map.of("recipient", "MUNICIPAL_TEAM", "categories", List.of("MEASURES", "TENANCY")),
                                Map.of(
                                        "recipient",
                                        "HOUSING_ORG:Fjordsted Boligforening",
                                        "categories",
                                        List.of("TENANCY", "BENEFITS")))));

        assertThat(desk.owner
                        .sql(
                                "select recipient || ' ' || array_to_string(categories, ',') from consent_recipient order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("HOUSING_ORG:Fjordsted Boligforening TENANCY", "MUNICIPAL_TEAM MEASURES,TENANCY");
    }

    private static Map<String, Object> guest(String from, String until) {
        Map<String, Object> guest = new HashMap<>(user("vikar", "TEAM"));
        guest.put("guest", Map.of("from", from, "until", until, "reason", "for Jens"));
        return guest;
    }

    private static Map<String, Object> grantor(String field, String value) {
        return Map.of(field, value, "capacity", "SELF", "given_at", ENROLLED.toString(), "method", "WRITTEN");
    }

    private static Map<String, Object> user(String subject, String role) {
        return Map.of("subject", subject, "name", "Test", "role", role, "organisation", "Fjordsted Kommune");
    }

    @SafeVarargs
    private Path teams(String area, Map<String, Object>... members) {
        Map<String, Object> team = new java.util.LinkedHashMap<>();
        team.put("team", "Team A");
        team.put("area", area);
        team.put("members", List.of(members));
        return desk.write("teams", List.of(team));
    }
}
