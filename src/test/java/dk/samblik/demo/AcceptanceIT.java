package dk.samblik.demo;

import static dk.samblik.demo.CaseNights.NIGHT;
import static dk.samblik.demo.CaseNights.THREE;
import static dk.samblik.demo.CaseNights.path;
import static dk.samblik.demo.CaseNights.stranger;
import static dk.samblik.demo.HandClock.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskClient;
import dk.samblik.consent.DeskClient.Field;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Address;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.social.SocialFault;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.run.RunSummary;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The acceptance cases of the domain reference (7.4) on the running hub; a test's name begins with the number of its case.
 * The page {@code docs/acceptance.md} is made of these tests.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class AcceptanceIT {

    private static CaseNights nights;

    @BeforeAll
    static void theNights() throws IOException {
        nights = new CaseNights();
    }

    @AfterAll
    static void close() {
        nights.close();
    }

    @Test
    void noCaseIsLeftOut() {
        assertThat(Acceptance.missing()).isEmpty();
    }

    private static void neverAskedAbout(Person person) {
        assertThat(nights.before.about(person)).as("the evening before").isFalse();
        assertThat(nights.overMidnight.about(person)).as("over midnight").isFalse();
        assertThat(nights.tonight.about(person)).as("tonight").isFalse();
        for (String table : List.of("section", "freshness", "quarantine")) {
            assertThat(nights.rows(table, person)).as(table).isZero();
        }
    }

    private static void askedBeforeAndNotTonight(Person person) {
        assertThat(nights.before.about(person)).as("the evening before").isTrue();
        assertThat(nights.tonight.about(person)).as("tonight").isFalse();
    }

    private static void nothingKept(Person person) {
        for (String table : List.of("section", "freshness", "quarantine", "consent_in_force")) {
            assertThat(nights.rows(table, person)).as(table).isZero();
        }
    }

    private static void isShownAsPlanned(String number) {
        assertThat(nights.lines(number)).isEqualTo(nights.planned(number));
    }

    private static Person child(String number) {
        return nights.household(number).members().stream()
                .map(member -> nights.person(member.person()))
                .filter(person -> !person.adultOn(NIGHT))
                .findFirst()
                .orElseThrow();
    }

    private static Lane lane(String number, Department department) {
        return nights.view(nights.household(number)).lane(department).orElseThrow();
    }

    private static String text(String number) {
        PageReader.Page page = nights.page(nights.household(number));
        assertThat(page.status()).isEqualTo(200);
        return page.text();
    }

    private static List<String> children(String sql, Person person) {
        return JdbcClient.create(nights.hub.bu())
                .sql(sql)
                .param("cpr", person.cpr())
                .query(String.class)
                .list();
    }

    private static void withdraw(PlannedConsent consent, Withdrawn what) {
        PersonId person = new PersonId(nights.person(consent.subject()).uuid());
        nights.hub.bean(Withdrawal.class).withdraw(person, what, Viewer.HUB, "test");
    }

    private static long count(String sql, EnrolledHousehold household) {
        return nights.hub
                .owner()
                .sql(sql)
                .param("id", household.id())
                .query(Long.class)
                .single();
    }

    /** What stands after the night the households are planned for. */
    @Nested
    @Order(1)
    class Tonight {

        @Test
        @DisplayName("1: one adult, active consent, all sources")
        void oneAdultWhoSaysYesIsFetchedFromEverywhereAndShown() {
            Person adult = nights.person("H-9011", 0);

            assertThat(nights.tonight.social()).contains(adult.cpr());
            assertThat(nights.tonight.children()).contains(adult.cpr());
            assertThat(nights.tonight.fetched()).contains(adult.uuid());
            assertThat(nights.rows("freshness", adult)).isEqualTo(Department.values().length);
            isShownAsPlanned("H-9011");
            assertThat(text("H-9011")).contains(adult.shownName());
        }

        @Test
        @DisplayName("2: no consent")
        void withoutConsentNoRegisterIsCalled() {
            EnrolledHousehold household = nights.household("H-9021");

            household.members().forEach(member -> neverAskedAbout(nights.person(member.person())));
            assertThat(nights.item(nights.tonight.run(), household)).isEqualTo("CLOSED");
            assertThat(count(
                            "select count(*) from access_log where action = 'FETCH' and household_id = :id", household))
                    .isZero();
            assertThat(count("select view_version from household where household_id = :id", household))
                    .isZero();
        }

        @Test
        @DisplayName("3: two adults, one says yes, the other is not asked")
        void anAdultWhoIsNotAskedKeepsTheHouseholdClosed() {
            neverAskedAbout(nights.person("H-9031", 0));
            neverAskedAbout(nights.person("H-9031", 1));
            assertThat(nights.item(nights.tonight.run(), nights.household("H-9031")))
                    .isEqualTo("CLOSED");
        }

        @Test
        @DisplayName("4: one says yes, the other no")
        void whoSaysNoIsCountedAndNotNamed() {
            Person no = nights.person("H-9041", 1);

            assertThat(nights.tonight.about(nights.person("H-9041", 0))).isTrue();
            neverAskedAbout(no);
            isShownAsPlanned("H-9041");
            assertThat(text("H-9041")).contains("1 voksen deltager ikke.").doesNotContain(no.shownName());
        }

        @Test
        @DisplayName("5: both have custody of a child of 9, only the mother signed")
        void aChildForWhomOneOfTwoSignedIsNotFetched() {
            neverAskedAbout(child("H-9051"));
            assertThat(nights.tonight.about(nights.person("H-9051", 0))).isTrue();
            assertThat(nights.tonight.about(nights.person("H-9051", 1))).isTrue();
            isShownAsPlanned("H-9051");
        }

        @Test
        @DisplayName("6: a father with custody lives elsewhere and has signed")
        void aFatherElsewhereSignsAndAppearsNowhere() {
            Person child = child("H-9061");
            Person father = nights.person(child.family().father());

            assertThat(nights.tonight.about(child)).isTrue();
            neverAskedAbout(father);
            isShownAsPlanned("H-9061");
            assertThat(text("H-9061")).doesNotContain(father.shownName());
            assertThat(nights.rows("member", father)).isZero();
        }

        @Test
        @DisplayName("7: a youth turns 15 tonight")
        void theConsentOfAYouthWhoTurnsFifteenIsOver() {
            Person youth = nights.person("H-9071", 1);

            askedBeforeAndNotTonight(youth);
            assertThat(nights.consent(youth)).isEqualTo("EXPIRED");
            nothingKept(youth);
            assertThat(nights.tonight.about(nights.person("H-9071", 0))).isTrue();
            assertThat(nights.tonight.about(nights.person("H-9071", 2))).isTrue();
            isShownAsPlanned("H-9071");
            EnrolledHousehold household = nights.household("H-9071");
            String task = youth.name().given() + " fyldte 15 år";
            assertThat(nights.asCoordinatorOf(household).open("/samtykker").text())
                    .contains(task);
            assertThat(nights.as(stranger(household)).open("/samtykker").text()).doesNotContain(task);
        }

        /** The design: the parents' consent ends at once, and the new adult, who was asked through them, closes nothing. */
        @Test
        @DisplayName("8: a youth turns 18")
        void theParentsConsentEndsAndTheHouseholdStaysOpen() {
            Person youth = nights.person("H-9081", 1);

            askedBeforeAndNotTonight(youth);
            assertThat(nights.consent(youth)).isEqualTo("EXPIRED");
            nothingKept(youth);
            assertThat(nights.tonight.about(nights.person("H-9081", 0))).isTrue();
            isShownAsPlanned("H-9081");
            assertThat(nights.tonight.about(nights.person("H-9082", 1)))
                    .as("by a consent of one's own since the birthday")
                    .isTrue();
        }

        @Test
        @DisplayName("9: a consent without social services")
        void aSourceThatIsLeftOutIsNotCalledAndNotTakenForSilence() {
            Person adult = nights.person("H-9091", 0);

            assertThat(nights.before.social()).doesNotContain(adult.cpr());
            assertThat(nights.tonight.social()).doesNotContain(adult.cpr());
            assertThat(nights.tonight.children()).contains(adult.cpr());
            assertThat(lane("H-9091", Department.SOCIAL).state()).isEqualTo(LaneState.NOT_IN_SCOPE);
            isShownAsPlanned("H-9091");
            assertThat(text("H-9091")).contains("Ikke omfattet af samtykket").doesNotContain("Ingen sager");
        }

        @Test
        @DisplayName("12: a consent ends at midnight while the night is under way")
        void whoeverConsentsNoLongerIsAskedBeforeMidnightAndNotPublishedAfterIt() {
            Person ended = nights.person("H-9121", 0);
            Person goesOn = nights.person("H-9122", 0);
            RunId night = nights.overMidnight.run();

            assertThat(nights.overMidnight.about(ended)).isTrue();
            assertThat(nights.overMidnight.about(goesOn)).isTrue();
            assertThat(nights.item(night, nights.household("H-9121"))).isIn("KEPT", "CLOSED");
            assertThat(nights.item(night, nights.household("H-9122"))).isEqualTo("UNCHANGED");

            assertThat(nights.tonight.about(ended)).isFalse();
            assertThat(nights.tonight.about(goesOn))
                    .as("its last day is tonight")
                    .isTrue();
            assertThat(nights.consent(ended)).isEqualTo("EXPIRED");
            nothingKept(ended);
        }

        @Test
        @DisplayName("13: custody changed with the last delivery of the population register")
        void aNewCustodyHolderEndsTheConsentAndAFormerOneDoesNot() {
            Person grown = child("H-9131");
            Person shrunk = child("H-9132");

            askedBeforeAndNotTonight(grown);
            assertThat(nights.consent(grown)).isEqualTo("EXPIRED");
            nothingKept(grown);
            assertThat(nights.tonight.about(shrunk)).isTrue();
            assertThat(nights.consent(shrunk)).isEqualTo("ACTIVE");
            isShownAsPlanned("H-9131");
            isShownAsPlanned("H-9132");
        }

        @Test
        @DisplayName("14: a member has moved out")
        void whoMovesOutIsAMemberNoLongerAndHisSectionsGo() {
            for (String number : List.of("H-9141", "H-9142")) {
                Person moved = nights.person(number, 2);

                askedBeforeAndNotTonight(moved);
                nothingKept(moved);
                assertThat(nights.consent(moved)).as("the consent stays").isEqualTo("ACTIVE");
                assertThat(nights.rows("member", "member_to is not null", moved))
                        .isOne();
                isShownAsPlanned(number);
            }
        }

        @Test
        @DisplayName("17: a protected member")
        void oneProtectedMemberHidesWhatGivesThePlaceAway() {
            for (String number : List.of("H-9171", "H-9174")) {
                isShownAsPlanned(number);
                assertThat(nights.view(nights.household(number)).addressesHidden())
                        .isTrue();
                Address home = Objects.requireNonNull(
                        nights.person(number, 0).residence().address());
                String place = home.roadName() + " " + home.house();
                assertThat(text(number)).contains("Beskyttet adresse").doesNotContain(place);
                String outside = nights.as(CaseNights.housing(nights.household(number)))
                        .open(path(nights.household(number)))
                        .text();
                assertThat(outside)
                        .doesNotContain(place)
                        .doesNotContain(nights.person(number, 0).shownName());
            }
            for (String number : List.of("H-9172", "H-9173")) {
                isShownAsPlanned(number);
                assertThat(text(number)).as("over, or to come").doesNotContain("Beskyttet adresse");
            }
        }

        @Test
        @DisplayName("17: a protected member's address is asked for")
        void aProtectedAddressIsShownToTheTeamOnDemandAndLoggedAndToNobodyElse() {
            EnrolledHousehold household = nights.household("H-9171");
            Person member = nights.person("H-9171", 0);
            Address home = Objects.requireNonNull(member.residence().address());
            String place = home.roadName() + " " + home.house();
            String page = path(household) + "/adresse";
            Map<String, String> asked = Map.of("person", member.uuid().toString(), "formaal", "address-visit");
            PageReader team = nights.as(TeamsJson.coordinatorOf(household.area().name()));
            PageReader outside = nights.as(CaseNights.housing(household));

            assertThat(team.open(page).text()).contains(member.shownName()).doesNotContain(place);
            assertThat(team.post(page, page, Map.of("person", member.uuid().toString()))
                            .status())
                    .as("without a purpose")
                    .isEqualTo(422);
            assertThat(revealed(member)).isEmpty();
            assertThat(team.post(page, page, asked).text()).contains(place);
            assertThat(revealed(member)).containsExactly("REVEAL_ADDRESS address-visit POPULATION");
            assertThat(team.open(page).text()).as("gone at the next page").doesNotContain(place);
            assertThat(outside.post("/", page, asked).status()).isEqualTo(403);
            assertThat(nights.as(stranger(household)).post("/", page, asked).status())
                    .isEqualTo(404);
            assertThat(revealed(member)).hasSize(1);
        }

        private List<String> revealed(Person person) {
            return nights.hub
                    .owner()
                    .sql(
                            "select action || ' ' || purpose || ' ' || source from access_log where person_id = ? and action"
                                    + " like 'REVEAL_%' order by seq")
                    .param(person.uuid())
                    .query(String.class)
                    .list();
        }

        @Test
        @DisplayName("20: a source says not accessible")
        void whatIsNoLongerAccessibleIsNotKept() {
            Person adult = nights.person("H-9201", 0);

            assertThat(nights.before.social()).contains(adult.cpr());
            assertThat(count("select count(*) from view_version where household_id = :id", nights.household("H-9201")))
                    .as("versions, of which the earlier had what was accessible then")
                    .isEqualTo(2);
            assertThat(nights.rows("section", "register = 'social'", adult)).isZero();
            assertThat(lane("H-9201", Department.SOCIAL).state()).isEqualTo(LaneState.NOT_ACCESSIBLE);
            isShownAsPlanned("H-9201");
        }

        @Test
        @DisplayName("22: an unborn child's case on a mother who consents")
        void nothingOfAnUnbornChildIsShown() {
            Person mother = nights.person("H-9221", 0);
            List<String> cases = children(
                    "select s.sagsnummer from bu.sag s join bu.sag_part p using (sag_id)"
                            + " where p.rolle = 'UFOEDT' and replace(p.cpr, '-', '') = :cpr",
                    mother);

            assertThat(cases).as("the register has it").isNotEmpty();
            assertThat(nights.tonight.about(mother)).isTrue();
            isShownAsPlanned("H-9221");
            assertThat(text("H-9221")).doesNotContain(cases);
        }

        @Test
        @DisplayName("23: measures decided without consent")
        void aMeasureWithoutConsentIsNeitherShownNorCounted() {
            Person child = child("H-9231");
            List<String> measures = children(
                    "select indsats_id from bu.indsats where replace(cpr, '-', '') = :cpr"
                            + " and (samtykke = 'UDEN' or paragraf ~ '(37|38|39|40|41)')",
                    child);

            assertThat(measures).as("the register has them").isNotEmpty();
            isShownAsPlanned("H-9231");
            assertThat(nights.lines("H-9231"))
                    .noneMatch(line -> measures.stream().anyMatch(id -> line.contains("|" + id + "|")));
        }

        @Test
        @DisplayName("25: the old and the new CPR number of one person")
        void bothNumbersAreOnePerson() {
            for (String number : List.of("H-9251", "H-9252")) {
                Person person = nights.person(number, 0);

                assertThat(nights.tonight.children())
                        .contains(person.cpr(), person.identity().earlier());
                assertThat(nights.lines(number))
                        .filteredOn(line -> line.startsWith("member|"))
                        .hasSize(1);
                isShownAsPlanned(number);
            }
        }

        @Test
        @DisplayName("26: a consent is recorded and its evidence is missing")
        void aConsentWithoutEvidenceStaysADraft() {
            Person adult = nights.person("H-9261", 0);

            assertThat(nights.consent(adult)).isEqualTo("DRAFT");
            neverAskedAbout(adult);
            assertThat(nights.item(nights.tonight.run(), nights.household("H-9261")))
                    .isEqualTo("CLOSED");
        }

        @Test
        @DisplayName("27: a lodger at the address, marked as outside")
        void aLodgerOpensNothingClosesNothingAndIsNowhere() {
            Person lodger = nights.person("H-9271", 1);

            assertThat(nights.tonight.about(nights.person("H-9271", 0))).isTrue();
            neverAskedAbout(lodger);
            isShownAsPlanned("H-9271");
            assertThat(text("H-9271")).doesNotContain(lodger.shownName());
        }

        @Test
        @DisplayName("29: rows of somebody without consent in a delivered file")
        void rowsOfSomebodyWithoutConsentStayInTheFile() throws IOException {
            Person other = nights.person("H-9291", 1);

            assertThat(delivered(nights.hub.registers().jobcenterFolder(), other))
                    .isTrue();
            assertThat(delivered(nights.hub.registers().boligFolder(), other)).isTrue();
            neverAskedAbout(other);
            assertThat(tablesWith(other.cpr())).isEmpty();
            isShownAsPlanned("H-9291");
        }

        private boolean delivered(Path folder, Person person) throws IOException {
            String number = person.cpr().replaceFirst("^0", "");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1)
                            .replace("-", "")
                            .contains(number)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Every table of the hub in which any column has this number, with or without its hyphen. */
        private List<String> tablesWith(String number) {
            List<String> tables = nights.hub
                    .owner()
                    .sql("select table_name from information_schema.tables"
                            + " where table_schema = current_schema() and table_type = 'BASE TABLE'")
                    .query(String.class)
                    .list();
            assertThat(tables).contains("section", "quarantine", "access_log");
            return tables.stream()
                    .filter(table -> nights.hub
                                    .owner()
                                    .sql("select count(*) from " + table
                                            + " as t where replace(t::text, '-', '') like :number")
                                    .param("number", "%" + number + "%")
                                    .query(Long.class)
                                    .single()
                            > 0)
                    .toList();
        }
    }

    /** The day after: people look, take back, and ask anew; a source is down. */
    @Nested
    @Order(2)
    class ByDay {

        @BeforeAll
        static void noon() {
            CLOCK.itIs(NIGHT, LocalTime.NOON);
        }

        @Test
        @DisplayName("10: withdrawn while a night is between fetching and publishing")
        void whatIsWithdrawnMeanwhileIsNotPublished() {
            EnrolledHousehold household = nights.ordinary(0);
            HouseholdId id = new HouseholdId(household.id());
            byte[] sealed = nights.hub
                    .owner()
                    .sql("select content_sealed from section where household_id = :id limit 1")
                    .param("id", household.id())
                    .query(byte[].class)
                    .single();
            RunId night = nights.slowNight(nights.hub.social(), household);

            household.inForce().forEach(consent -> withdraw(consent, new Withdrawn.Everything()));

            nights.hub.social().fault(SocialFault.NONE);
            RunSummary ended = nights.hub.await(night);
            assertThat(ended.households("FAILED")).isZero();
            household.inForce().forEach(consent -> nothingKept(nights.person(consent.subject())));
            assertThatThrownBy(() -> nights.hub.bean(Vault.class).open(nights.grant(id), id, "any", sealed))
                    .isInstanceOf(SealBroken.class);
        }

        @Test
        @DisplayName("11: withdrawn at noon")
        void whatIsWithdrawnIsGoneAtOnceAndTheProofStays() {
            EnrolledHousehold household = nights.ordinary(1);
            List<Person> persons = household.inForce().stream()
                    .map(consent -> nights.person(consent.subject()))
                    .toList();
            assertThat(nights.page(household).text()).contains(persons.get(0).shownName());

            household.inForce().forEach(consent -> withdraw(consent, new Withdrawn.Everything()));

            String after = nights.page(household).text();
            assertThat(persons).allSatisfy(person -> {
                assertThat(after).doesNotContain(person.shownName());
                assertThat(nights.consent(person)).isEqualTo("WITHDRAWN");
                nothingKept(person);
            });
            assertThat(count(
                            "select count(*) from access_log where household_id = :id and action in ('FETCH', 'VIEW')",
                            household))
                    .isPositive();
        }

        @Test
        @DisplayName("18: a member of the housing association opens benefits")
        void benefitsAreRefusedToTheHousingAssociation() {
            EnrolledHousehold household = nights.world().desk().households().stream()
                    .filter(EnrolledHousehold::open)
                    .filter(each -> nights.lines(each.number()).stream().anyMatch(line -> line.startsWith("benefit|")))
                    .findFirst()
                    .orElseThrow();

            PageReader.Page own = nights.page(household);
            long denied = denied(household);
            PageReader outside = nights.as(CaseNights.housing(household));

            assertThat(own.text()).contains("id=\"forsoergelse\"");
            assertThat(outside.open(path(household)).text()).contains("Kræver anden rolle");
            assertThat(outside.open(path(household) + "/dele/forsoergelse").status())
                    .isEqualTo(403);
            assertThat(denied(household)).isEqualTo(denied + 1);
        }

        @Test
        @DisplayName("19: somebody of another area looks for a name")
        void somebodyOfAnotherAreaFindsNothing() {
            EnrolledHousehold household = nights.household("H-9011");
            String name = nights.person("H-9011", 0).shownName();
            Map<String, String> half = Map.of("sog", halfKnown(name));
            String own = TeamsJson.coordinatorOf(household.area().name());
            String stranger = stranger(household);
            long searched = searches(stranger);
            long denied = denied(household);

            assertThat(nights.as(own).post("/", "/", half).text())
                    .as("the name is found where the household is followed")
                    .contains(path(household), household.number(), name);
            PageReader.Page foreign = nights.as(stranger).post("/", "/", half);
            PageReader.Page nobody = nights.as(stranger).post("/", "/", Map.of("sog", "ingen hedder saadan"));

            assertThat(foreign.status()).isEqualTo(200);
            assertThat(foreign.text())
                    .contains("Vi fandt ingen husstand")
                    .doesNotContain(household.number(), household.id().toString(), name);
            assertThat(withoutForms(foreign)).isEqualTo(withoutForms(nobody));
            assertThat(searches(stranger)).isEqualTo(searched + 2);
            assertThat(nights.hub
                            .owner()
                            .sql(
                                    "select count(*) from access_log where actor = :who and household_id = :id and action ="
                                            + " 'SEARCH'")
                            .param("who", stranger)
                            .param("id", household.id())
                            .query(Long.class)
                            .single())
                    .as("nothing of the household was opened for it")
                    .isZero();
            assertThat(nights.as(stranger).open(path(household)).status()).isEqualTo(404);
            assertThat(denied(household)).isEqualTo(denied + 1);
        }

        /** The names the other way round, in another case, the surname cut short. */
        private String halfKnown(String name) {
            String[] names = name.split(" ");
            String surname = names[names.length - 1];
            return surname.substring(0, Math.min(4, surname.length())).toUpperCase(Locale.ROOT) + " "
                    + names[0].toLowerCase(Locale.ROOT);
        }

        private String withoutForms(PageReader.Page page) {
            return page.text().replaceAll("<input[^>]*>", "");
        }

        private long searches(String who) {
            return nights.hub
                    .owner()
                    .sql(
                            "select count(*) from access_log where actor = :who and action = 'SEARCH' and household_id is null"
                                    + " and purpose = 'household-search'")
                    .param("who", who)
                    .query(Long.class)
                    .single();
        }

        @Test
        @DisplayName("21: a source is down")
        void whatWasGoodStaysMarkedAndOnlyWhileTheConsentHolds() {
            EnrolledHousehold stays = nights.household("H-9011");
            Person withdrawing =
                    nights.person(nights.ordinary(2).inForce().get(0).subject());
            List<String> before = nights.lines(stays.number());
            assertThat(lane("H-9211", Department.SOCIAL).state())
                    .as("the record of one citizen cannot be read")
                    .isEqualTo(LaneState.STALE);
            assertThat(lane("H-9211", Department.SOCIAL).open()).isNotEmpty();
            nights.hub.social().fault(SocialFault.DOWN);

            nights.night();
            withdraw(nights.ordinary(2).inForce().get(0), new Withdrawn.Source(Department.SOCIAL));

            Lane lane = lane("H-9011", Department.SOCIAL);
            assertThat(lane.state()).isEqualTo(LaneState.STALE);
            assertThat(lane.note().asOf()).isBetween(CLOCK.instant().minusSeconds(86_400), CLOCK.instant());
            assertThat(withoutStates(nights.lines(stays.number()))).isEqualTo(withoutStates(before));
            assertThat(text("H-9011")).contains("Ikke alle oplysninger er nye");
            assertThat(nights.rows("section", "register = 'social'", withdrawing))
                    .isZero();
            nights.hub.social().fault(SocialFault.NONE);
            nights.night();
            assertThat(nights.lines(stays.number())).isEqualTo(before);
        }

        private List<String> withoutStates(List<String> lines) {
            return lines.stream().filter(line -> !line.startsWith("state|")).toList();
        }

        @Test
        @DisplayName("26: a consent is recorded and its evidence is missing")
        void aConsentRecordedOnThePagesWithoutEvidenceStaysADraft() {
            EnrolledHousehold household = nights.household("H-9261");
            Person adult = nights.person("H-9261", 0);

            String receipt = recordedWithoutEvidence(household, adult);

            assertThat(receipt).contains("Det gælder ikke endnu", "Der mangler dokumentation for, at der er sagt ja.");
            assertThat(nights.consent(adult)).isEqualTo("DRAFT");
            assertThat(nights.rows("consent_in_force", adult)).isZero();
            assertThat(nights.night().about(adult)).isFalse();
        }

        @Test
        @DisplayName("28: spouses consent to the team, not to each other")
        void spousesHaveASheetEachAndTheSharedOneHasDatesOnly() {
            EnrolledHousehold household = nights.household("H-9281");
            List<Person> adults = List.of(nights.person("H-9281", 0), nights.person("H-9281", 1));
            PageReader coordinator = nights.asCoordinatorOf(household);
            String paper = path(household) + "/udskrift?ark=";

            String shared = coordinator.open(paper + "faelles").text();
            assertThat(shared)
                    .contains("id=\"datoer\"")
                    .doesNotContain("id=\"medlemmer\"", "id=\"forvaltninger\"", "id=\"indsatser\"");
            adults.forEach(adult ->
                    assertThat(onPaper(shared)).doesNotContain(adult.name().given()));
            for (Person adult : adults) {
                Person spouse = adults.get(1 - adults.indexOf(adult));
                String own =
                        onPaper(coordinator.open(paper + sheetOf(adult, shared)).text());
                assertThat(own)
                        .contains(adult.name().given(), "id=\"forvaltninger\"")
                        .doesNotContain(spouse.name().given());
            }
            assertThat(nights.asCoordinatorOf(nights.household("H-9282"))
                            .open(path(nights.household("H-9282")) + "/udskrift?ark=faelles")
                            .text())
                    .as("where both agreed to it")
                    .contains("id=\"medlemmer\"");
        }

        private static String sheetOf(Person adult, String page) {
            Matcher link = Pattern.compile("\\?ark=(\\w+)\"[^>]*>[^<]*"
                            + Pattern.quote(adult.name().given()))
                    .matcher(page);
            assertThat(link.find()).as("a sheet for each").isTrue();
            return link.group(1);
        }

        /** Without the list of sheets, which is not printed. */
        private static String onPaper(String page) {
            String paper = page.replaceAll("(?s)<nav class=\"sb-contents d-print-none\".*?</nav>", "");
            assertThat(paper).isNotEqualTo(page);
            return paper;
        }

        private String recordedWithoutEvidence(EnrolledHousehold household, Person adult) {
            DeskClient desk = nights.desk(household);
            String steps = "/samtykker/husstande/" + household.id() + "/";
            String name = adult.shownName();
            desk.get(steps + "hvem");
            desk.post(steps + "hvem", Field.of("ja", desk.valueOf(name + " har selv sagt ja")));
            desk.post(steps + "hvad", Field.of("kilde", desk.valueOf(name + ": Beskæftigelse")));
            desk.upload(
                    steps + "hvordan",
                    new byte[0],
                    Field.of("maade", "WRITTEN"),
                    Field.of("legitimation", "PAPERS"),
                    Field.of("dato-dag", NIGHT.getDayOfMonth()),
                    Field.of("dato-maaned", NIGHT.getMonthValue()),
                    Field.of("dato-aar", NIGHT.getYear()),
                    Field.of("sprog", "da"));
            return desk.post(steps + "tjek").page();
        }

        @Test
        @DisplayName("24: somebody without the household asks for new information")
        void aRefreshBySomebodyOfAnotherAreaIsRefused() {
            EnrolledHousehold household = nights.household("H-9011");
            long denied = denied(household);

            PageReader.Page answer = nights.as(stranger(household)).post("/", path(household) + "/hent");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(count("select count(*) from run where household_id = :id", household))
                    .isZero();
            assertThat(denied(household)).isEqualTo(denied + 1);
        }

        private long denied(EnrolledHousehold household) {
            return count("select count(*) from access_log where action = 'DENIED' and household_id = :id", household);
        }
    }

    /** What time does, in its order. */
    @Nested
    @Order(3)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class InTheWeeksAfter {

        @Test
        @Order(10)
        @DisplayName("15: a new adult moves in")
        void aNewAdultClosesTheHouseholdAfterFourteenDaysAndTheOldViewStays() {
            EnrolledHousehold household = nights.household("H-9151");
            Person adult = nights.person("H-9151", 0);
            assertThat(nights.tonight.about(adult)).as("five days after").isTrue();
            isShownAsPlanned("H-9151");
            neverAskedAbout(nights.person("H-9152", 0));
            List<String> before = nights.lines("H-9151");

            nights.deliverUpTo(NIGHT.plusDays(10));
            CLOCK.itIs(NIGHT.plusDays(10), THREE);
            CaseNights.Asked late = nights.night();

            assertThat(late.about(adult)).as("fifteen days after").isFalse();
            assertThat(late.about(nights.person("H-9011", 0))).isTrue();
            assertThat(nights.item(late.run(), household)).isEqualTo("CLOSED");
            assertThat(nights.lines("H-9151"))
                    .filteredOn(line -> line.startsWith("case|"))
                    .isEqualTo(before.stream()
                            .filter(line -> line.startsWith("case|"))
                            .toList());
            assertThat(text("H-9151")).as("marked").contains("Ikke alle oplysninger er nye");
        }

        @Test
        @Order(20)
        @DisplayName("16: a member dies")
        void theDeadAreNotAskedAboutAndTheirSectionsGoAfterThirtyDays() {
            Person husband = nights.person("H-9161", 1);
            askedBeforeAndNotTonight(husband);
            assertThat(nights.tonight.about(nights.person("H-9161", 0))).isTrue();
            assertThat(nights.rows("section", husband)).as("frozen").isPositive();

            nights.deliverUpTo(NIGHT.plusDays(31));
            CLOCK.itIs(NIGHT.plusDays(31), THREE);
            CaseNights.Asked late = nights.night();

            assertThat(late.about(husband)).isFalse();
            assertThat(late.about(nights.person("H-9161", 0))).isTrue();
            nothingKept(husband);
        }

        @Test
        @Order(30)
        @DisplayName("30: the population register sends nothing for three days, and for more than seven")
        void theLastDeliveryCountsForSevenDaysAndThenNobodyIsAskedAbout() {
            Person adult = nights.person("H-9011", 0);
            CLOCK.itIs(NIGHT.plusDays(33), THREE);
            assertThat(nights.night().about(adult))
                    .as("three days after the last delivery")
                    .isTrue();
            Instant answered = answered(adult);

            CLOCK.itIs(NIGHT.plusDays(38), THREE);
            CaseNights.Asked stopped = nights.night();

            assertThat(stopped.social()).isEmpty();
            assertThat(stopped.children()).isEmpty();
            assertThat(stopped.fetched()).isEmpty();
            assertThat(nights.lastNight().state()).isEqualTo(RunSummary.State.FAILED);
            assertThat(answered(adult)).isEqualTo(answered);
        }

        private Instant answered(Person person) {
            return nights.hub
                    .owner()
                    .sql("select max(answered_at) from freshness where person_id = :id")
                    .param("id", person.uuid())
                    .query(java.sql.Timestamp.class)
                    .single()
                    .toInstant();
        }
    }
}
